import type { Output, Parsed } from '../../contract/actions'
import type { Ctx } from '../platform/context'
import { cursorParts, pageOf } from '../platform/cursor'
import { showCard } from './show-card'
import { publishedArticles } from './store'

export async function listArticles(
  ctx: Ctx,
  input: Parsed<'content.list'>,
): Promise<Output<'content.list'>> {
  const after = cursorParts(input.cursor, ['day', 'text'])
  const rows = await publishedArticles(ctx.tx, { ...input, after })
  return pageOf(rows, input.limit, (row) => [row.published_on, row.slug], showCard)
}
