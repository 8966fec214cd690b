import * as z from 'zod'
import { action } from './action'
import { CONSOLE_ROLES } from './roles'
import {
  areaRef,
  cursor,
  fenceKind,
  fenceRef,
  id,
  instant,
  limit,
  orgRef,
  page,
  place,
  placeVerdict,
} from './shapes'

const position = z.tuple([z.number(), z.number()])

export const fencesActions = {
  'fences.locate': action({
    summary: 'Which fences hold a point, how far their borders are, and how sure we are.',
    door: 'member',
    audience: 'public',
    writes: false,
    input: z.strictObject({ place }),
    output: z.strictObject({
      fences: z.array(
        z.strictObject({
          ...fenceRef.shape,
          /** Metres to the border; negative inside. */
          distanceMeters: z.number(),
          probability: z.number().min(0).max(1),
        }),
      ),
      areas: z.array(areaRef),
      verdict: placeVerdict,
      rule: z.string(),
    }),
    errors: ['COORDINATES_OUTSIDE_CHINA'],
  }),
  'fences.list': action({
    summary: 'The fences of my scope with their org, version and size.',
    door: 'console',
    audience: CONSOLE_ROLES,
    writes: false,
    input: z.strictObject({ cursor, limit, text: z.string().trim().max(40).optional() }),
    output: page(
      z.strictObject({
        ...fenceRef.shape,
        org: orgRef,
        version: z.int(),
        areaSquareMeters: z.number(),
        vertices: z.int(),
        validFrom: instant,
        validTo: instant.nullable(),
        repairs: z.array(z.string()),
        recruitments: z.int(),
      }),
    ),
    errors: ['FORBIDDEN'],
  }),
  'fences.shapes': action({
    summary: 'Outlines for the map, simplified for the screen; GCJ-02; paged to stay small.',
    door: 'console',
    audience: CONSOLE_ROLES,
    writes: false,
    input: z.strictObject({ cursor }),
    output: page(
      z.strictObject({
        id,
        name: z.string(),
        kind: fenceKind,
        orgName: z.string(),
        /** MultiPolygon coordinates. */
        polygons: z.array(z.array(z.array(position))),
      }),
    ),
    errors: ['FORBIDDEN'],
  }),
}
