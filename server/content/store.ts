import { sql } from 'kysely'
import type { Tx } from '../platform/database'

const cardColumns = (tx: Tx) =>
  tx
    .selectFrom('article')
    .innerJoin('fraud_type', 'fraud_type.id', 'article.fraud_type')
    .select([
      'slug',
      'type',
      'title',
      'summary',
      'published_on',
      'reading_seconds',
      'fraud_type.id as fraud_type_id',
      'fraud_type.name as fraud_type_name',
      sql<{ id: string; name: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.position)
        from audience a where a.id = any(article.audiences)), '[]')`.as('audience_tags'),
    ])
    .where('status', '=', 'published')

export type CardRow = Awaited<ReturnType<typeof publishedArticles>>[number]

export async function publishedArticles(
  tx: Tx,
  filter: {
    type?: CardRowType
    fraudType?: string
    audience?: string
    after: readonly [string, string] | null
    limit: number
  },
) {
  let query = cardColumns(tx)
  if (filter.type) query = query.where('type', '=', filter.type)
  if (filter.fraudType) query = query.where('article.fraud_type', '=', filter.fraudType)
  if (filter.audience) query = query.where(sql<boolean>`${filter.audience} = any(audiences)`)
  if (filter.after) {
    const [day, slug] = filter.after
    query = query.where(
      sql<boolean>`(published_on < ${day}::date or (published_on = ${day}::date and slug > ${slug}))`,
    )
  }
  return query
    .orderBy('published_on', 'desc')
    .orderBy('slug')
    .limit(filter.limit + 1)
    .execute()
}
type CardRowType = '案例' | '手法' | '趋势' | '提醒' | '教程'

export async function articleBySlug(tx: Tx, slug: string) {
  return cardColumns(tx)
    .select(['blocks', 'spoken', 'sources'])
    .where('slug', '=', slug)
    .executeTakeFirst()
}

export async function fraudTypeCounts(tx: Tx) {
  return tx
    .selectFrom('fraud_type')
    .innerJoin('article', 'article.fraud_type', 'fraud_type.id')
    .select(['id', 'name', sql<number>`count(*)::int`.as('articles')])
    .where('status', '=', 'published')
    .groupBy(['id', 'name', 'position'])
    .orderBy('position')
    .execute()
}

export async function audienceCounts(tx: Tx) {
  return tx
    .selectFrom('audience')
    .innerJoin('article', (join) => join.on(sql<boolean>`audience.id = any(article.audiences)`))
    .select(['audience.id', 'audience.name', sql<number>`count(*)::int`.as('articles')])
    .where('status', '=', 'published')
    .groupBy(['audience.id', 'audience.name', 'position'])
    .orderBy('position')
    .execute()
}
