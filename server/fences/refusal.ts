import type { ErrorCode } from '../../contract/errors'

/**
 * The contract's codes where one fits: GEOJSON_INVALID stands for a geometry that cannot be read,
 * whatever file it came in. The others name what only an operator's file can be.
 */
export type GeometryRefusal =
  | Extract<ErrorCode, 'GEOJSON_INVALID' | 'GEOMETRY_TOO_LARGE' | 'COORDINATES_OUTSIDE_CHINA'>
  | 'FILE_INVALID'
  | 'ARCHIVE_REFUSED'
  | 'PROJECTION_UNKNOWN'
  | 'NAME_REPEATED'
  | 'MATCH_UNKNOWN'

/**
 * Why a whole file or one of its features cannot become a fence. The message is Chinese, for the
 * import report that an operator reads; it says what was expected.
 */
export class GeometryRefused extends Error {
  readonly code: GeometryRefusal

  constructor(code: GeometryRefusal, message: string) {
    super(message)
    this.name = 'GeometryRefused'
    this.code = code
  }
}

/** One line of an import report: the other features of the file are not stopped by it. */
export interface RefusedFeature {
  /** Position of the feature in the file, from 0. */
  index: number
  name: string | null
  code: GeometryRefusal
  message: string
}
