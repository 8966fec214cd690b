import { sql } from 'kysely'
import type { ContentPack } from '../../domain/content/content-pack'
import type { Taxonomy } from '../../domain/content/taxonomy'
import type { Tx } from '../platform/database'

/**
 * Brings the database to a content pack: adds what is new, rewrites what changed (by hash), and
 * withdraws what the pack no longer holds. The same pack again changes nothing. Returns how many
 * articles and lessons changed.
 */
export async function saveContent(tx: Tx, pack: ContentPack): Promise<number> {
  await saveTaxonomy(tx, pack.taxonomy)
  let changed = 0
  for (const article of pack.articles) changed += await saveArticle(tx, article)
  for (const lesson of pack.lessons) changed += await saveLesson(tx, lesson)
  const slugs = pack.articles.map(({ slug }) => slug)
  const lessons = pack.lessons.map(({ slug }) => slug)
  await tx
    .updateTable('article')
    .set({ status: 'withdrawn' })
    .where(sql<boolean>`slug <> all(${slugs}::text[])`)
    .execute()
  await tx
    .updateTable('lesson')
    .set({ active: false })
    .where(sql<boolean>`slug <> all(${lessons}::text[])`)
    .execute()
  return changed
}

async function saveTaxonomy(tx: Tx, taxonomy: Taxonomy): Promise<void> {
  const subjects = [
    ...taxonomy.fraudTypes.map((type) => ({ ...type, counted: true })),
    ...taxonomy.topics.map((topic) => ({ ...topic, counted: false })),
  ]
  for (const [position, { id, name, definition, counted }] of subjects.entries()) {
    const set = { name, definition, counted, position }
    await tx
      .insertInto('fraud_type')
      .values({ id, ...set })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(set))
      .execute()
  }
  for (const [position, { id, name }] of taxonomy.audiences.entries()) {
    await tx
      .insertInto('audience')
      .values({ id, name, position })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, position }))
      .execute()
  }
}

async function saveArticle(tx: Tx, article: ContentPack['articles'][number]): Promise<number> {
  const set = {
    type: article.type,
    title: article.title,
    summary: article.summary,
    fraud_type: article.fraudType,
    audiences: [...article.audiences],
    published_on: article.publishedOn,
    reading_seconds: article.readingSeconds,
    spoken: article.spoken,
    blocks: JSON.stringify(article.blocks),
    sources: JSON.stringify(article.sources),
    content_hash: article.hash,
    status: 'published' as const,
  }
  const result = await tx
    .insertInto('article')
    .values({ slug: article.slug, ...set })
    .onConflict((conflict) =>
      conflict
        .column('slug')
        .doUpdateSet(set)
        .where((eb) =>
          eb.or([
            eb('article.content_hash', '<>', article.hash),
            eb('article.status', '<>', 'published'),
          ]),
        ),
    )
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0)
}

async function saveLesson(tx: Tx, lesson: ContentPack['lessons'][number]): Promise<number> {
  const set = {
    article_slug: lesson.articleSlug,
    fraud_type: lesson.fraudType,
    audiences: [...lesson.audiences],
    content_hash: lesson.hash,
    active: true,
  }
  const result = await tx
    .insertInto('lesson')
    .values({ slug: lesson.slug, ...set })
    .onConflict((conflict) =>
      conflict
        .column('slug')
        .doUpdateSet(set)
        .where((eb) =>
          eb.or([eb('lesson.content_hash', '<>', lesson.hash), eb('lesson.active', '=', false)]),
        ),
    )
    .executeTakeFirst()
  const changed = Number(result.numInsertedOrUpdatedRows ?? 0)
  if (changed > 0) await saveQuestions(tx, lesson)
  return changed
}

/** A question that left the bank stays for those it was asked, and is not drawn again. */
async function saveQuestions(tx: Tx, lesson: ContentPack['lessons'][number]): Promise<void> {
  await tx
    .updateTable('question')
    .set({ active: false })
    .where('lesson_slug', '=', lesson.slug)
    .execute()
  for (const question of lesson.questions) {
    const set = {
      lesson_slug: lesson.slug,
      stem: question.stem,
      options: JSON.stringify(question.options),
      right_id: question.rightId,
      explanation: question.explanation,
      active: true,
    }
    await tx
      .insertInto('question')
      .values({ id: question.id, ...set })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(set))
      .execute()
  }
}
