import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export type MiniTarget = 'h5' | 'weapp'

export interface PackageSizes {
  /** Bytes of the main package, of each subpackage by its root, and of everything. */
  main: number
  subpackages: Record<string, number>
  total: number
}

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const MAIN_BYTES_MAX = 1_500_000
const PROOF: Record<MiniTarget, string> = { h5: 'index.html', weapp: 'app.json' }

export const outputOf = (target: MiniTarget): string => path.join(ROOT, 'dist', target)

/**
 * Builds one target of the mini-program into dist/<target>. Quiet: `progress` gets a line now and
 * then. Throws an Error that holds Taro's own words when the build fails.
 */
export async function buildMini(
  target: MiniTarget,
  progress: (line: string) => void = () => {},
): Promise<void> {
  const startedAt = Date.now()
  const seconds = () => Math.round((Date.now() - startedAt) / 1000)
  const ticking = setInterval(() => progress(`building ${target} … ${seconds()} s`), 10_000)
  try {
    const { code, output } = await runTaro(target)
    const failed = code !== 0 || /✖ Errors:|ModuleBuildError|ERROR in/.test(output)
    if (failed || !existsSync(path.join(outputOf(target), PROOF[target]))) {
      throw new Error(`building ${target} failed (Taro exit ${code}):\n${tailOf(output)}`)
    }
  } finally {
    clearInterval(ticking)
  }
  progress(`built ${target} in ${seconds()} s`)
}

function runTaro(target: MiniTarget): Promise<{ code: number | null; output: string }> {
  const taro = path.join(ROOT, 'node_modules/@tarojs/cli/bin/taro')
  // Without --no-check every build asks a host outside.
  const child = spawn(process.execPath, [taro, 'build', '--type', target, '--no-check'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', TARO_ENV: target },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

function tailOf(output: string): string {
  const useful = output.split('\n').filter((line) => line.trim() !== '' && !/^<w>/.test(line))
  return useful.slice(-40).join('\n')
}

/** Measures dist/weapp as WeChat packs it; throws when it is not built. */
export function packageSizes(folder = outputOf('weapp')): PackageSizes {
  const app = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[]
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => ({
      name: name.split(path.sep).join('/'),
      stat: statSync(path.join(folder, name)),
    }))
    .filter(({ stat }) => stat.isFile())
  const sum = (belongs: (name: string) => boolean) =>
    files.filter(({ name }) => belongs(name)).reduce((bytes, { stat }) => bytes + stat.size, 0)
  const roots = (app.subPackages ?? []).map(({ root }) => `${root.replace(/\/$/, '')}/`)
  const subpackages = Object.fromEntries(
    roots.map((root) => [root.slice(0, -1), sum((name) => name.startsWith(root))]),
  )
  const total = sum(() => true)
  const main = total - Object.values(subpackages).reduce((bytes, each) => bytes + each, 0)
  return { main, subpackages, total }
}

function printSizes({ main, subpackages, total }: PackageSizes): void {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0).padStart(6)} KB`
  console.log(`main package      ${kilobytes(main)}  (limit ${MAIN_BYTES_MAX / 1000} KB)`)
  for (const [root, bytes] of Object.entries(subpackages)) {
    console.log(`${root.padEnd(18)}${kilobytes(bytes)}`)
  }
  console.log(`total             ${kilobytes(total)}`)
}

async function main(target: string | undefined): Promise<void> {
  if (target !== 'h5' && target !== 'weapp') throw new Error('usage: build-mini.ts <h5|weapp>')
  await buildMini(target, (line) => console.log(line))
  if (target === 'h5') return
  const sizes = packageSizes()
  printSizes(sizes)
  if (sizes.main > MAIN_BYTES_MAX) throw new Error('the main package is over its limit')
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv[2]).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
