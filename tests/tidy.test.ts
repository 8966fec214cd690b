import { existsSync } from 'node:fs'
import * as path from 'node:path'
import { PROJECT } from '../scripts/project'
import { importsOf, projectFiles, textOf } from './fixtures/tree'

const CODE = /\.(ts|tsx)$/
const files = projectFiles(CODE)
const known = new Set(files)
if (files.length < 200) throw new Error('git listed no files')
const layerOf = (file: string) => file.split('/')[0] ?? ''

/** Who may import whom; `types` allows a type import only. Packages are judged further below. */
const MAY: Record<string, Record<string, 'all' | 'types'>> = {
  domain: { domain: 'all' },
  contract: { contract: 'all', domain: 'all' },
  server: { server: 'all', contract: 'all', domain: 'all' },
  cloudfunctions: { server: 'all', contract: 'all' },
  src: { src: 'all', domain: 'all', contract: 'types' },
  admin: { admin: 'all', domain: 'all', contract: 'types' },
}

/** Rules are plain code, and schemas know one library. */
const PACKAGES: Record<string, RegExp> = { domain: /^$/, contract: /^zod$/ }

/** The first rule that a path meets counts. */
const SIZES: readonly [RegExp, number][] = [
  [/^cloudfunctions\/.*\.ts$/, 20],
  [/^(tests|scripts)\/.*\/fixtures?\/.*$/, 300],
  [/\.test\.tsx?$/, 250],
  [/^server\/.*\/[\w-]*store\.ts$/, 200],
  [/^domain\/.*\.ts$/, 150],
  [/^(src|admin)\/pages\/.*\.tsx$/, 150],
  [/^(src|admin)\/components\/.*\.tsx$/, 120],
  [/\.(ts|tsx)$/, 300],
]
const ACTION_LINES = 60
const FORBIDDEN_NAMES = /(^|\/)(utils?|common|helpers?|managers?|misc)(\/|\.|-)/

test('every import keeps to the house: who may import whom', () => {
  const wrong = files.flatMap((file) => {
    const may = MAY[layerOf(file)]
    if (!may) return []
    return importsOf(file, known)
      .filter(({ own, target, typeOnly }) => {
        if (!own || /\.(css|scss|svg|png|md|json)$/.test(target)) return false
        const right = may[layerOf(target)]
        return right === undefined || (right === 'types' && !typeOnly)
      })
      .map(({ target }) => `${file} → ${target}`)
  })
  expect(wrong).toEqual([])
})

test('domain imports no package, contract only the schema library', () => {
  const wrong = files.flatMap((file) => {
    const allowed = PACKAGES[layerOf(file)]
    if (!allowed) return []
    return importsOf(file, known)
      .filter(({ own, target }) => !own && !allowed.test(target))
      .map(({ target }) => `${file} → ${target}`)
  })
  expect(wrong).toEqual([])
})

test('a verb never calls another verb: it uses stores and what both share', () => {
  const verbs = new Map(
    [...textOf('server/verbs.ts').matchAll(/import \{ .* \} from '\.\/(.*)'/g)].map(([, from]) => [
      `server/${from}.ts`,
      true,
    ]),
  )
  const wrong = [...verbs.keys()].flatMap((file) =>
    importsOf(file, known)
      .filter(({ target }) => verbs.has(target))
      .map(({ target }) => `${file} → ${target}`),
  )
  expect(wrong).toEqual([])
})

test('nothing below the door reads the environment or the clock', () => {
  const inside = files.filter((file) =>
    /^(domain|server\/(?!platform\/(config|open-door|http-door|embedded|run-lease)))/.test(file),
  )
  const wrong = inside.filter((file) =>
    /process\.env|Date\.now\(\)|new Date\(\)/.test(textOf(file)),
  )
  expect(wrong).toEqual([])
})

test('no import goes in a circle', () => {
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(file, known)
        .filter(({ own, typeOnly }) => own && !typeOnly)
        .map(({ target }) => target),
    ]),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
    if (done.has(file) || trail.includes(file)) return
    for (const next of graph.get(file) ?? []) walk(next, [...trail, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
  expect(circles).toEqual([])
})

test('no file outgrows its kind', () => {
  const long = files.flatMap((file) => {
    const limit = SIZES.find(([pattern]) => pattern.test(file))?.[1] ?? 300
    const lines = textOf(file).split('\n').length - 1
    return lines > limit ? [`${file}: ${lines} > ${limit}`] : []
  })
  expect(long).toEqual([])
})

test('an action fits on a screen', () => {
  const verbs = [...textOf('server/verbs.ts').matchAll(/from '\.\/(.*)'/g)].map(
    ([, from]) => `server/${from}.ts`,
  )
  const long = verbs
    .filter((file) => known.has(file) && !file.includes('/platform/'))
    .map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > ACTION_LINES)
  expect(long).toEqual([])
})

test('no folder or file is called utils, common, helpers or manager', () => {
  expect(files.filter((file) => FORBIDDEN_NAMES.test(file))).toEqual([])
})

test('paths that documents name exist', () => {
  const wrong = projectFiles(/^(README|CHANGELOG|docs\/.*|content\/README)\.?(md)?$/).flatMap(
    (file) =>
      [
        ...textOf(file).matchAll(
          /`((?:domain|contract|server|cloudfunctions|src|admin|tests|config|scripts|content|docs)\/[\w./-]*)`/g,
        ),
      ]
        .map(([, named = '']) => named)
        .filter((named) => !existsSync(path.join(PROJECT, named)))
        .map((named) => `${file}: ${named}`),
  )
  expect(wrong).toEqual([])
})

test('no code is left behind: no TODO, no skipped test, no machine path, no download address', () => {
  const marks =
    /\b(TODO|FIXME|XXX)\b|\.only\(|\b(it|test|describe)\.skip\(|@ts-ignore|\/(work|root)\/|bash_jobs/
  const wrong = projectFiles(/\.(ts|tsx|js|json|md|yaml|yml|css|scss)$/)
    .filter((file) => !['tests/tidy.test.ts', 'package-lock.json'].includes(file))
    .filter((file) => marks.test(textOf(file)))
  expect(wrong).toEqual([])
  expect(textOf('package-lock.json')).not.toMatch(/"resolved": "https?:/)
})
