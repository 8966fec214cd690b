import type { Output, Parsed } from '../../contract/actions'
import type { Ctx } from '../platform/context'
import { RuleError } from '../platform/rule-error'
import { showCard } from './show-card'
import { articleBySlug } from './store'

type Article = Output<'content.read'>

export async function readArticle(ctx: Ctx, input: Parsed<'content.read'>): Promise<Article> {
  const row = await articleBySlug(ctx.tx, input.slug)
  if (!row) throw new RuleError('NOT_FOUND')
  return {
    ...showCard(row),
    blocks: row.blocks as Article['blocks'],
    spoken: row.spoken,
    sources: row.sources as Article['sources'],
  }
}
