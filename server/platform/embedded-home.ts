import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { EmbeddedDatabaseError, folderError } from './embedded-error'
import type { RunAs } from './embedded-process'

/** Where the cluster lives and whom it runs as. All paths are absolute. */
export interface Home {
  readonly dataDir: string
  /** Leases, the lock and the last port. */
  readonly runDir: string
  readonly clusterDir: string
  readonly logFile: string
  readonly runAs: RunAs | undefined
}

const LOCATION_FILE = 'postgres.location'

export const isRoot = process.getuid?.() === 0

/**
 * Makes the data folder and what we keep beside the cluster. Answers its real path.
 * Throws DATA_DIR_NOT_WRITABLE or DISK_FULL.
 */
export function prepareDataDir(wanted: string): string {
  try {
    fs.mkdirSync(path.dirname(wanted), { recursive: true })
    const made = fs.mkdirSync(wanted, { recursive: true, mode: 0o700 })
    // Made by root, the unprivileged user must be able to pass through, not to look around.
    if (made !== undefined && isRoot) fs.chmodSync(wanted, 0o711)
    const dataDir = fs.realpathSync(wanted)
    fs.accessSync(dataDir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK)
    const runDir = runDirOf(dataDir)
    if (fs.mkdirSync(runDir, { recursive: true }) !== undefined) {
      fs.chmodSync(runDir, 0o755)
      giveToOwnerOf(dataDir, runDir)
    }
    fs.accessSync(runDir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK)
    return dataDir
  } catch (error) {
    throw folderError(error, wanted)
  }
}

/** Where leases, the lock and the last port of a data folder are kept. */
export function runDirOf(dataDir: string): string {
  return path.join(dataDir, 'run')
}

/** What root writes into the folder of an ordinary user must not lock that user out later. */
export function giveToOwnerOf(dataDir: string, file: string): void {
  if (!isRoot) return
  const owner = fs.statSync(dataDir)
  if (owner.uid !== 0) fs.lchownSync(file, owner.uid, owner.gid)
}

/** The home inside the data folder. */
export function homeInside(dataDir: string, runAs: RunAs | undefined): Home {
  return homeAt(dataDir, dataDir, runAs)
}

/** The home for a data folder that the unprivileged user cannot reach. */
export function homeAway(dataDir: string, runAs: RunAs): Home {
  return homeAt(dataDir, awayFolder(dataDir), runAs)
}

function homeAt(dataDir: string, parent: string, runAs: RunAs | undefined): Home {
  return {
    dataDir,
    runDir: runDirOf(dataDir),
    clusterDir: path.join(parent, 'postgres'),
    logFile: path.join(parent, 'postgres.log'),
    runAs,
  }
}

/** /var/lib/fangpian-<hash>: the same for the same data folder, for ever. */
export function awayFolder(dataDir: string): string {
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 10)
  return path.join('/var/lib', `fangpian-${hash}`)
}

/** Makes a folder of our own that others may pass through, whatever the umask; leaves an old one. */
export function makePassable(folder: string): void {
  if (fs.mkdirSync(folder, { recursive: true }) !== undefined) fs.chmodSync(folder, 0o755)
}

/**
 * The home of an existing cluster, or null when there is none yet. Throws DATA_DIR_NOT_WRITABLE
 * when it belongs to somebody else, DATABASE_DID_NOT_START when it is not where it should be.
 */
export function existingHome(dataDir: string): Home | null {
  const away = readLocation(dataDir)
  const parent = away ?? dataDir
  const clusterDir = path.join(parent, 'postgres')
  const owner = fs.statSync(clusterDir, { throwIfNoEntry: false })
  if (owner) {
    assertMine(dataDir, clusterDir, owner.uid)
    if (looksLikeCluster(clusterDir)) {
      return homeAt(dataDir, parent, runAsFor(owner.uid) ?? adopt(dataDir, clusterDir))
    }
  }
  if (!away) return null
  throw new EmbeddedDatabaseError(
    'DATABASE_DID_NOT_START',
    `${path.join(dataDir, LOCATION_FILE)} says that the database is in ${away}, but it is not there: put it back, or remove that file to begin with an empty database.`,
  )
}

function readLocation(dataDir: string): string | null {
  try {
    return fs.readFileSync(path.join(dataDir, LOCATION_FILE), 'utf8').trim() || null
  } catch {
    return null
  }
}

/** A cluster that root copied back from a backup belongs to root, as whom PostgreSQL will not run. */
function adopt(dataDir: string, clusterDir: string): RunAs | undefined {
  if (!isRoot) return undefined
  const runAs = unprivilegedUser(dataDir)
  for (const name of fs.readdirSync(clusterDir, { recursive: true, encoding: 'utf8' })) {
    fs.lchownSync(path.join(clusterDir, name), runAs.uid, runAs.gid)
  }
  fs.chownSync(clusterDir, runAs.uid, runAs.gid)
  return runAs
}

/** Called after the cluster is complete, so that the file never points at nothing. */
export function noteLocation(home: Home): void {
  const parent = path.dirname(home.clusterDir)
  if (parent === home.dataDir) return
  const file = path.join(home.dataDir, LOCATION_FILE)
  fs.writeFileSync(file, `${parent}\n`)
  giveToOwnerOf(home.dataDir, file)
}

function assertMine(dataDir: string, clusterDir: string, ownerUid: number): void {
  const me = process.getuid?.()
  if (me === undefined || me === 0 || me === ownerUid) return
  throw new EmbeddedDatabaseError(
    'DATA_DIR_NOT_WRITABLE',
    `The database in ${clusterDir} belongs to ${accountOf(ownerUid)?.name ?? `user ${ownerUid}`}, probably because root opened ${dataDir} first: start Fangpian as root again, or name another folder in FANGPIAN_DATA.`,
  )
}

/** True when something was ever written here; an interrupted initialisation is not a cluster. */
export function looksLikeCluster(clusterDir: string): boolean {
  if (fs.existsSync(path.join(clusterDir, 'global', 'pg_control'))) return true
  const wal = path.join(clusterDir, 'pg_wal')
  return fs.existsSync(wal) && fs.readdirSync(wal).some((name) => /^[0-9A-F]{24}$/.test(name))
}

/**
 * Whom a new cluster runs as when we are root, which PostgreSQL refuses to be: the owner of the
 * data folder, else `postgres`, else `nobody`.
 */
export function unprivilegedUser(dataDir: string): RunAs {
  const owner = runAsFor(fs.statSync(dataDir).uid)
  const found = owner ?? accountOf('postgres') ?? accountOf('nobody')
  if (found) return found
  throw new EmbeddedDatabaseError(
    'PLATFORM_UNSUPPORTED',
    'PostgreSQL refuses to run as root and this machine has neither a user postgres nor nobody: start Fangpian as an ordinary user, or set DATABASE_URL.',
  )
}

function runAsFor(uid: number): RunAs | undefined {
  return isRoot && uid !== 0 ? accountOf(uid) : undefined
}

/** Looked up by name or uid in /etc/passwd; PostgreSQL's tools refuse a uid without an entry. */
function accountOf(who: string | number): RunAs | undefined {
  if (!fs.existsSync('/etc/passwd')) return undefined
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n')
  const accounts = lines.map((line) => line.split(':')).filter((fields) => fields.length >= 4)
  const found = accounts.find(
    (fields) => fields[typeof who === 'number' ? 2 : 0] === String(who) && fields[2] !== '0',
  )
  if (!found) return undefined
  return { name: String(found[0]), uid: Number(found[2]), gid: Number(found[3]) }
}
