import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type ContentPack, danglingReferences } from '../../domain/content/content-pack'
import { ContentError, type ContentFault, type ContentFile } from './content-error'
import { parseArticle } from './parse-article'
import { parseLesson } from './parse-lesson'
import { parseTaxonomy } from './parse-taxonomy'

/**
 * Reads taxonomy.yaml, articles/*.md and lessons/*.yaml of a folder, in file-name order. Throws one
 * ContentError with the faults of all files, or with the references that lead nowhere.
 */
export async function readContentFolder(folder: string): Promise<ContentPack> {
  const [taxonomyFile, articleFiles, lessonFiles] = await Promise.all([
    readContentFile(folder, 'taxonomy.yaml'),
    readContentFiles(folder, 'articles', '.md'),
    readContentFiles(folder, 'lessons', '.yaml'),
  ])
  const faults: ContentFault[] = []
  const taxonomy = collect(faults, [taxonomyFile], parseTaxonomy)[0]
  const articles = collect(faults, articleFiles, parseArticle)
  const lessons = collect(faults, lessonFiles, parseLesson)
  if (faults.length > 0 || !taxonomy) throw new ContentError(faults)
  const pack = { taxonomy, articles, lessons }
  const dangling = danglingReferences(pack)
  if (dangling.length > 0) {
    throw new ContentError(
      dangling.map(({ rule, where, found }) => ({
        file: where,
        line: 1,
        expected: `${rule}: ${found}`,
      })),
    )
  }
  return pack
}

function collect<T>(
  faults: ContentFault[],
  files: readonly ContentFile[],
  parse: (file: ContentFile) => T,
): T[] {
  return files.flatMap((file) => {
    try {
      return [parse(file)]
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      faults.push(...error.faults)
      return []
    }
  })
}

async function readContentFiles(
  folder: string,
  kind: string,
  extension: string,
): Promise<ContentFile[]> {
  const names = (await readdir(path.join(folder, kind))).filter((name) => name.endsWith(extension))
  return Promise.all(names.sort().map((name) => readContentFile(folder, `${kind}/${name}`)))
}

/** The file is named relative to the folder, so that messages are the same on every machine. */
async function readContentFile(folder: string, file: string): Promise<ContentFile> {
  return { file, text: await readFile(path.join(folder, file), 'utf8') }
}
