import * as z from 'zod'
import { isDay, isPartialDate } from '../../domain/content/dates'
import type { Taxonomy } from '../../domain/content/taxonomy'
import type { ContentFile } from './content-error'
import { contentHash } from './content-hash'
import { readYaml } from './read-yaml'

const id = z.string().regex(/^[a-z][a-z0-9_-]{0,29}$/u, 'expected lower-case letters and dashes')
const text = z.string().trim().min(1, 'expected some text')
const named = { id, name: text.max(20, 'expected at most 20 characters') }

const listedType = z.strictObject({
  as: text,
  ids: z.array(id).min(1, 'expected at least one fraud type'),
  evidence: z.enum(
    ['confirmed', 'single-source', 'inferred'],
    'expected confirmed, single-source or inferred',
  ),
})

const taxonomy = z.strictObject({
  version: z.string().refine(isDay, 'expected YYYY-MM-DD'),
  fraud_types: z.array(z.strictObject({ ...named, definition: text, advice: text })).min(1),
  topics: z.array(z.strictObject({ ...named, definition: text })),
  audiences: z.array(z.strictObject(named)).min(1),
  lists: z.array(
    z.strictObject({
      year: z.int().min(2000).max(2100),
      publisher: text,
      published_on: z.string().refine(isPartialDate, 'expected YYYY-MM or YYYY-MM-DD'),
      size: z.int().min(1),
      types: z.array(listedType),
    }),
  ),
})

/** content/taxonomy.yaml: fraud types, topics, audiences, yearly lists. Throws ContentError. */
export function parseTaxonomy(source: ContentFile): Taxonomy {
  const parsed = readYaml({ ...source, firstLine: 1 }, taxonomy)
  const content = {
    version: parsed.version,
    fraudTypes: parsed.fraud_types,
    topics: parsed.topics,
    audiences: parsed.audiences,
    lists: parsed.lists.map(({ published_on, ...list }) => ({
      ...list,
      publishedOn: published_on,
    })),
  }
  return { ...content, hash: contentHash(content) }
}
