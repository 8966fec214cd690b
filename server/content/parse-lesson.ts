import * as z from 'zod'
import {
  BANK_SIZE_MIN,
  OPTIONS_MAX,
  OPTIONS_MIN,
  type ParsedLesson,
} from '../../domain/content/lesson'
import { type ContentFile, slugOf } from './content-error'
import { contentHash } from './content-hash'
import { readYaml } from './read-yaml'

const id = z.string().regex(/^[a-z][a-z0-9_-]{0,59}$/u, 'expected lower-case letters and dashes')
const text = z.string().trim().min(1, 'expected some text')

const question = z
  .strictObject({
    id,
    stem: text,
    options: z
      .array(z.strictObject({ id: z.enum(['a', 'b', 'c', 'd'], 'expected a, b, c or d'), text }))
      .min(OPTIONS_MIN, `expected at least ${OPTIONS_MIN} options`)
      .max(OPTIONS_MAX, `expected at most ${OPTIONS_MAX} options`),
    right: z.string(),
    explanation: text,
  })
  .refine((q) => q.options.some((option) => option.id === q.right), {
    path: ['right'],
    message: 'expected the id of one of the options',
  })

const lesson = z.strictObject({
  article: z.string().regex(/^[a-z0-9-]{1,80}$/u, 'expected the slug of an article'),
  fraud_type: id,
  audiences: z.array(id).min(1, 'expected at least one audience'),
  questions: z.array(question).min(BANK_SIZE_MIN, `expected at least ${BANK_SIZE_MIN} questions`),
})

/** One lesson file: which article it teaches and its bank of questions. Throws ContentError. */
export function parseLesson(source: ContentFile): ParsedLesson {
  const slug = slugOf(source.file)
  const parsed = readYaml({ ...source, firstLine: 1 }, lesson)
  const content = {
    slug,
    articleSlug: parsed.article,
    fraudType: parsed.fraud_type,
    audiences: parsed.audiences,
    questions: parsed.questions.map(({ right, ...rest }) => ({ ...rest, rightId: right })),
  }
  return { ...content, hash: contentHash(content) }
}
