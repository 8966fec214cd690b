import proj4 from 'proj4'
import type { Position } from '../../domain/fences/geometry'
import { GeometryRefused } from './refusal'

/** How the units of a file become degrees of WGS-84 (CGCS2000 is the same to a metre). */
export interface Projection {
  /** As the .prj names it. */
  name: string
  /** Null when the file is in degrees already. */
  toDegrees: ((position: Position) => Position) | null
}

const SAME_AS_WGS84 = /WGS[_ ]?(19)?84|CGCS[_ ]?2000|China[_ ]Geodetic|China[_ ]2000/i
const UNPUBLISHED: readonly [RegExp, string][] = [
  [/Xi'?an[_ ]?(19)?80/i, '西安 80'],
  [/Beijing[_ ]?(19)?54|Krassov/i, '北京 54'],
]

function refuse(message: string): GeometryRefused {
  return new GeometryRefused('PROJECTION_UNKNOWN', message)
}

function datumRefusal(text: string, name: string): GeometryRefused {
  const old = UNPUBLISHED.find(([pattern]) => pattern.test(text))?.[1]
  if (old) {
    return refuse(
      `坐标系 ${name} 是${old}：它到经纬度的参数不公开，请让提供者转换为 CGCS2000 经纬度再导入`,
    )
  }
  return refuse(`坐标系 ${name} 不认识，请在地图软件里转换为 WGS 84 或 CGCS2000 经纬度再导入`)
}

function projectionOf(text: string, name: string): Projection {
  try {
    const converter = proj4(text)
    return {
      name,
      toDegrees: ([x, y]) => {
        const [lng, lat] = converter.inverse([x, y])
        return [lng, lat]
      },
    }
  } catch {
    throw refuse(`投影 ${name} 不认识，请在地图软件里转换为 WGS 84 或 CGCS2000 经纬度再导入`)
  }
}

/**
 * What the text of a .prj (WKT, either version) says: degrees on WGS-84 or CGCS2000, or a
 * projection of them that can be undone. Throws GeometryRefused for anything else, by its name.
 */
export function readPrj(text: string): Projection {
  const [, kind = '', name = ''] = /^\s*(\w+)\s*\[\s*"([^"]*)"/.exec(text) ?? []
  if (name === '') throw refuse('.prj 读不懂，请在地图软件里重新导出')
  if (!SAME_AS_WGS84.test(text) || UNPUBLISHED.some(([pattern]) => pattern.test(text))) {
    throw datumRefusal(text, name)
  }
  if (/^PROJ/i.test(kind)) return projectionOf(text, name)
  if (!/UNIT\s*\[\s*"degree"/i.test(text)) throw refuse(`坐标系 ${name} 的单位不是度，请转换为度`)
  return { name, toDegrees: null }
}
