import type { Output } from '../../contract/actions'
import type { CardRow } from './store'

export function showCard(row: CardRow): Output<'content.list'>['items'][number] {
  return {
    slug: row.slug,
    type: row.type,
    title: row.title,
    summary: row.summary,
    fraudType: { id: row.fraud_type_id, name: row.fraud_type_name },
    audiences: row.audience_tags,
    publishedOn: row.published_on,
    readingSeconds: row.reading_seconds,
  }
}
