import { execFileSync, spawnSync } from 'node:child_process'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs'
import * as path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'
import { extract } from 'tar-fs'
import { PROJECT } from '../../scripts/project'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** No word leaves the machine, and maps draw without a graphics card. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

interface Found {
  readonly executablePath: string
  readonly env: Record<string, string>
}

/**
 * A headless Chromium: CHROMIUM_PATH, else the one that npm installed, else the system's. Throws
 * one sentence that says what is missing when none of them runs here.
 */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  return chromium.launch({ executablePath, args: ARGS, env: { ...process.env, ...env } as never })
}

async function findChromium(): Promise<Found> {
  const fromNpm = await unpackChromium()
  const libraries = path.join(path.dirname(fromNpm), 'lib')
  const candidates: Found[] = [
    ...(process.env.CHROMIUM_PATH ? [{ executablePath: process.env.CHROMIUM_PATH, env: {} }] : []),
    { executablePath: fromNpm, env: {} },
    { executablePath: fromNpm, env: { LD_LIBRARY_PATH: libraries } },
    ...SYSTEM.filter(existsSync).map((executablePath) => ({ executablePath, env: {} })),
  ]
  const found = candidates.find(runs)
  if (found) return found
  throw new Error(
    `No Chromium runs here (${why(candidates[0])}): install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.`,
  )
}

function runs({ executablePath, env }: Found): boolean {
  const { status } = spawnSync(executablePath, ['--version'], { env: { ...process.env, ...env } })
  return status === 0
}

function why(found: Found | undefined): string {
  if (!found) return 'none was found'
  try {
    execFileSync(found.executablePath, ['--version'], { stdio: 'pipe' })
    return ''
  } catch (error) {
    return String((error as { stderr?: Buffer }).stderr ?? error).split('\n')[0] ?? ''
  }
}

/** The npm package holds it compressed; it is unpacked once, beside its drawing libraries. */
async function unpackChromium(): Promise<string> {
  const from = path.join(PROJECT, 'node_modules/@sparticuz/chromium')
  const { version } = JSON.parse(
    execFileSync(process.execPath, ['-p', `JSON.stringify(require('${from}/package.json'))`], {
      encoding: 'utf8',
    }),
  ) as { version: string }
  const home = path.join(PROJECT, '.cache', `chromium-${version}`)
  if (existsSync(home)) return path.join(home, 'chromium')
  mkdirSync(path.dirname(home), { recursive: true })
  const draft = mkdtempSync(`${home}-`)
  await unpack(path.join(from, 'bin/swiftshader.tar.br'), extract(draft))
  await unpack(path.join(from, 'bin/al2023.tar.br'), extract(draft))

  const binary = createWriteStream(path.join(draft, 'chromium'), { mode: 0o755 })
  await unpack(path.join(from, 'bin/chromium.br'), binary)
  try {
    renameSync(draft, home)
  } catch {
    // Another worker was quicker.
    rmSync(draft, { recursive: true, force: true })
  }
  return path.join(home, 'chromium')
}

async function unpack(file: string, into: NodeJS.WritableStream): Promise<void> {
  await pipeline(createReadStream(file), createBrotliDecompress(), into)
}
