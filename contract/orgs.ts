import * as z from 'zod'
import { action } from './action'
import { cursor, fenceRef, id, limit, orgRef, page } from './shapes'

const orgRow = z.strictObject({
  ...orgRef.shape,
  parentId: id.nullable(),
  open: z.boolean(),
  fences: z.array(fenceRef),
})

export const orgsActions = {
  'orgs.list': action({
    summary: 'The org tree with the fences each answers for (at most 20 fences an org).',
    door: 'member',
    audience: 'public',
    writes: false,
    input: z.strictObject({ cursor, limit }),
    output: page(orgRow),
    errors: [],
  }),
}
