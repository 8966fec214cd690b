import * as z from 'zod'
import { action } from './action'
import { areaRef, id } from './shapes'

const areaNode = z.strictObject({
  ...areaRef.shape,
  path: z.string(),
  hasChildren: z.boolean(),
})

export const areasActions = {
  'areas.children': action({
    summary: 'The areas right below one (or the roots), by name: to choose a village by hand.',
    door: 'member',
    audience: 'public',
    writes: false,
    input: z.strictObject({ parentId: id.nullable() }),
    output: z.strictObject({ items: z.array(areaNode).max(500) }),
    errors: ['NOT_FOUND'],
  }),
  'areas.search': action({
    summary: 'Towns and villages whose name holds the text, at most 20.',
    door: 'member',
    audience: 'public',
    writes: false,
    input: z.strictObject({ text: z.string().trim().min(1).max(20) }),
    output: z.strictObject({ items: z.array(areaNode).max(20) }),
    errors: [],
  }),
}
