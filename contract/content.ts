import * as z from 'zod'
import { action } from './action'
import { block, cursor, limit, page } from './shapes'

export const articleType = z.enum(['案例', '手法', '趋势', '提醒', '教程'])

const card = z.strictObject({
  slug: z.string(),
  type: articleType,
  title: z.string(),
  summary: z.string(),
  fraudType: z.strictObject({ id: z.string(), name: z.string() }),
  audiences: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  publishedOn: z.string(),
  readingSeconds: z.int(),
})

const tag = z.strictObject({ id: z.string(), name: z.string(), articles: z.int() })

export const contentActions = {
  'content.list': action({
    summary: 'Published articles, newest first, by type, fraud type and audience.',
    door: 'member',
    audience: 'public',
    writes: false,
    input: z.strictObject({
      cursor,
      limit,
      type: articleType.optional(),
      fraudType: z.string().max(30).optional(),
      audience: z.string().max(30).optional(),
    }),
    output: page(card),
    errors: [],
  }),
  'content.read': action({
    summary: 'One article as blocks, with source and as-of date.',
    door: 'member',
    audience: 'public',
    writes: false,
    input: z.strictObject({ slug: z.string().regex(/^[a-z0-9-]{1,80}$/) }),
    output: z.strictObject({
      ...card.shape,
      blocks: z.array(block),
      spoken: z.string(),
      sources: z.array(
        z.strictObject({ name: z.string(), url: z.string().nullable(), asOf: z.string() }),
      ),
    }),
    errors: ['NOT_FOUND'],
  }),
  'content.filters': action({
    summary: 'Fraud types and audiences that have articles.',
    door: 'member',
    audience: 'public',
    writes: false,
    input: z.strictObject({}),
    output: z.strictObject({ fraudTypes: z.array(tag), audiences: z.array(tag) }),
    errors: [],
  }),
}
