import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import { DIST, PROJECT } from './project'

interface Target {
  readonly name: string
  readonly label: string
  /** Folders and files whose change makes it stale. */
  readonly from: readonly string[]
  readonly made: string
  readonly build: () => Promise<void>
}

const TARGETS: readonly Target[] = [
  {
    name: 'h5',
    label: '小程序网页版',
    from: ['src', 'domain', 'contract', 'config', 'package-lock.json', 'scripts/build-mini.ts'],
    made: 'h5/index.html',
    build: async () => {
      const { buildMini } = await import('./build-mini')
      await buildMini('h5')
    },
  },
  {
    name: 'weapp',
    label: '微信小程序',
    from: ['src', 'domain', 'contract', 'config', 'package-lock.json', 'scripts/build-mini.ts'],
    made: 'weapp/app.json',
    build: async () => {
      const { buildMini } = await import('./build-mini')
      await buildMini('weapp')
    },
  },
  {
    name: 'console',
    label: '管理台',
    from: ['admin', 'domain', 'contract', 'package-lock.json', 'scripts/build-console.ts'],
    made: 'console/index.html',
    build: async () => {
      const { buildConsole } = await import('./build-console')
      await buildConsole()
    },
  },
]

/** Builds the named faces that are missing or older than their sources; says what it does. */
export async function buildMissing(
  say: (text: string) => void,
  names: readonly string[] = ['h5', 'console'],
): Promise<void> {
  for (const target of TARGETS.filter(({ name }) => names.includes(name))) {
    const stamp = path.join(DIST, `${target.name}.stamp`)
    const fingerprint = fingerprintOf(target.from)
    const fresh =
      existsSync(path.join(DIST, target.made)) &&
      existsSync(stamp) &&
      readFileSync(stamp, 'utf8') === fingerprint
    if (fresh) continue
    say(`      正在构建${target.label}（首次约需一分钟）…`)
    await target.build()
    mkdirSync(DIST, { recursive: true })
    writeFileSync(stamp, fingerprint)
  }
}

function fingerprintOf(from: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of from.flatMap((entry) => filesUnder(path.join(PROJECT, entry)))) {
    hash.update(path.relative(PROJECT, file)).update('\0').update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesUnder(entry: string): string[] {
  if (!existsSync(entry)) return []
  if (path.extname(entry)) return [entry]
  return readdirSync(entry, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      const full = path.join(entry, item.name)
      return item.isDirectory() ? filesUnder(full) : [full]
    })
}
