import { sql } from 'kysely'
import type { Output } from '../../contract/actions'
import type { Tx } from '../platform/database'

type Lesson = Output<'recruitment.lesson'>

export async function lessonOf(tx: Tx, slug: string): Promise<Lesson | null> {
  const row = await tx
    .selectFrom('lesson')
    .innerJoin('article', 'article.slug', 'lesson.article_slug')
    .innerJoin('fraud_type', 'fraud_type.id', 'lesson.fraud_type')
    .select(['title', 'reading_seconds', 'spoken', 'blocks', 'sources', 'fraud_type.name as fraud'])
    .where('lesson.slug', '=', slug)
    .executeTakeFirst()
  if (!row) return null
  const [source] = row.sources as { name: string; asOf: string }[]
  return {
    title: row.title,
    fraudType: row.fraud,
    readingSeconds: row.reading_seconds,
    spoken: row.spoken,
    blocks: row.blocks as Lesson['blocks'],
    source: { name: source?.name ?? '', asOf: source?.asOf ?? '' },
  }
}

/** The order is a hash of the seed: a draw can be repeated and explained, never steered. */
const drawOrder = (seed: string, column: string) => sql`md5(${seed} || ${sql.ref(column)})`

/** A lesson for the audience ticked, else for everyone; null only when there are no lessons. */
export async function drawLesson(
  tx: Tx,
  draw: { seed: string; audience?: string },
): Promise<string | null> {
  const row = await tx
    .selectFrom('lesson')
    .select('slug')
    .where('active', '=', true)
    .orderBy(sql`coalesce(${draw.audience ?? null}::text = any(audiences), false)`, 'desc')
    .orderBy(drawOrder(draw.seed, 'slug'))
    .executeTakeFirst()
  return row?.slug ?? null
}

/** Those asked last time come back only when the bank has too few others. */
export async function drawQuestions(
  tx: Tx,
  draw: { lesson: string; seed: string; count: number; asked?: readonly string[] },
): Promise<string[]> {
  const rows = await tx
    .selectFrom('question')
    .select('id')
    .where('lesson_slug', '=', draw.lesson)
    .where('active', '=', true)
    .orderBy(sql`id = any(${draw.asked ?? []}::text[])`)
    .orderBy(drawOrder(draw.seed, 'id'))
    .limit(draw.count)
    .execute()
  return rows.map(({ id }) => id)
}

/** In the order they were drawn, without what would give the answer away. */
export async function questionsById(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom('question')
    .select(['id', 'stem', 'options'])
    .where(sql<boolean>`id = any(${ids}::text[])`)
    .orderBy(sql`array_position(${ids}::text[], id)`)
    .execute()
}

export async function rightAnswers(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom('question')
    .select(['id', 'right_id as rightId', 'explanation'])
    .where(sql<boolean>`id = any(${ids}::text[])`)
    .orderBy(sql`array_position(${ids}::text[], id)`)
    .execute()
}
