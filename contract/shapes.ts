import * as z from 'zod'
import { ROLES } from './roles'

/** An id is a UUID made by the server (or by the client, for requestId). */
export const id = z.uuid()
/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime({ offset: true })
export const role = z.enum(ROLES)
export const shortText = z.string().trim().min(1).max(60)
export const longText = z.string().trim().min(1).max(500)

export const crs = z.enum(['wgs84', 'gcj02', 'bd09'])

/**
 * Where a phone says it is. Degrees, finite; accuracyMeters is the reported radius, null or 0 or
 * negative when the platform gave none (0 means unknown, not perfect).
 */
export const place = z.strictObject({
  lng: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  accuracyMeters: z.number().max(1_000_000).nullable(),
  crs,
})

export const cursor = z.string().max(200).optional()
export const limit = z.int().min(1).max(50).default(20)

/** A page of a list: nextCursor is null on the last page. */
export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() })

export const empty = z.strictObject({})
export const done = z.strictObject({ done: z.literal(true) })

export const areaLevel = z.enum(['province', 'city', 'county', 'town', 'village'])
export const orgKind = z.enum(['centre', 'station', 'community', 'school', 'company', 'squad'])
export const fenceKind = z.enum(['area', 'site'])
/** The verdict about a place: see domain/fences/verdict.ts for each rule's bounds. */
export const placeVerdict = z.enum([
  'inside',
  'near',
  'outside',
  'unknown',
  'declared',
  'placeless',
])

export const orgRef = z.strictObject({ id, kind: orgKind, name: z.string() })
export const fenceRef = z.strictObject({ id, kind: fenceKind, name: z.string() })
export const areaRef = z.strictObject({ id, level: areaLevel, name: z.string() })

/** Text blocks of an article: structured, never HTML. */
export const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: z.string() }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('quote'), text: z.string() }),
  z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(z.string()) }),
  /** Chat bubbles that replay a con step by step; side 'them' is the swindler. */
  z.strictObject({
    kind: z.literal('chat'),
    lines: z.array(z.strictObject({ side: z.enum(['them', 'me']), text: z.string() })),
  }),
])
