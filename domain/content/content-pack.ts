import type { ParsedArticle } from './article'
import type { ParsedLesson } from './lesson'
import type { Problem } from './problem'
import { subjectIds, type Taxonomy } from './taxonomy'

/** All shipped content: what seeding a database starts from. */
export interface ContentPack {
  readonly taxonomy: Taxonomy
  readonly articles: readonly ParsedArticle[]
  readonly lessons: readonly ParsedLesson[]
}

/** References that lead nowhere and ids used twice; empty when the pack holds together. */
export function danglingReferences(pack: ContentPack): Problem[] {
  return [...taxonomyProblems(pack.taxonomy), ...pieceProblems(pack), ...lessonProblems(pack)]
}

function taxonomyProblems(taxonomy: Taxonomy): Problem[] {
  const ids = [...taxonomy.fraudTypes, ...taxonomy.topics].map((subject) => subject.id)
  const known = new Set(taxonomy.fraudTypes.map((type) => type.id))
  return [
    ...repeated(ids).map((id) => problem('repeated-id', 'taxonomy:fraud_types', id)),
    ...repeated(taxonomy.audiences.map((audience) => audience.id)).map((id) =>
      problem('repeated-id', 'taxonomy:audiences', id),
    ),
    ...taxonomy.lists.flatMap((list) =>
      list.types
        .flatMap((type) => type.ids)
        .filter((id) => !known.has(id))
        .map((id) => problem('unknown-fraud-type', `taxonomy:${list.year}`, id)),
    ),
  ]
}

function pieceProblems(pack: ContentPack): Problem[] {
  const subjects = subjectIds(pack.taxonomy)
  const audiences = new Set(pack.taxonomy.audiences.map((audience) => audience.id))
  return [...pack.articles, ...pack.lessons].flatMap((piece) => [
    ...(subjects.has(piece.fraudType)
      ? []
      : [problem('unknown-fraud-type', piece.slug, piece.fraudType)]),
    ...piece.audiences
      .filter((id) => !audiences.has(id))
      .map((id) => problem('unknown-audience', piece.slug, id)),
  ])
}

function lessonProblems(pack: ContentPack): Problem[] {
  const articles = new Map(pack.articles.map((article) => [article.slug, article]))
  const questionIds = pack.lessons.flatMap((lesson) => lesson.questions.map((q) => q.id))
  return [
    ...repeated(questionIds).map((id) => problem('repeated-id', 'questions', id)),
    ...pack.lessons.flatMap((lesson) => {
      const article = articles.get(lesson.articleSlug)
      if (!article) return [problem('unknown-article', lesson.slug, lesson.articleSlug)]
      return article.fraudType === lesson.fraudType
        ? []
        : [problem('other-fraud-type', lesson.slug, `${lesson.fraudType} ≠ ${article.fraudType}`)]
    }),
  ]
}

function problem(rule: string, where: string, found: string): Problem {
  return { rule, where, found }
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}
