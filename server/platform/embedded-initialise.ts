import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { DATABASE_USER, newPassword, readPassword, writePassword } from './embedded-access'
import { programPath } from './embedded-binaries'
import { diskFull, EmbeddedDatabaseError, folderError, saysDiskFull } from './embedded-error'
import {
  awayFolder,
  type Home,
  homeAway,
  homeInside,
  isRoot,
  looksLikeCluster,
  makePassable,
  noteLocation,
  unprivilegedUser,
} from './embedded-home'
import { stopPostmaster } from './embedded-postmaster'
import { type RunAs, runProgram } from './embedded-process'

const HALF_MADE = 'postgres.initialising-'

/**
 * Decides where a new cluster goes: into the data folder, or, when we are root and the unprivileged
 * user cannot get there, under /var/lib. `nativeFor` gives the binaries once the user is known.
 */
export async function newHome(
  dataDir: string,
  nativeFor: (as: RunAs | undefined) => Promise<string>,
): Promise<Home> {
  if (!isRoot) return homeInside(dataDir, undefined)
  const runAs = unprivilegedUser(dataDir)
  const probe = path.join(dataDir, `${HALF_MADE}probe-${randomBytes(4).toString('hex')}`)
  try {
    makeOwnFolder(probe, runAs)
    const args = ['status', '-D', probe]
    const ran = await runProgram(programPath(await nativeFor(runAs), 'pg_ctl'), args, runAs)
    // pg_ctl got in and found the folder empty; closed to it, it says "Permission denied".
    if (/is not a database cluster directory/.test(ran.output)) return homeInside(dataDir, runAs)
    return homeAway(dataDir, runAs)
  } catch (error) {
    throw folderError(error, dataDir)
  } finally {
    fs.rmSync(probe, { recursive: true, force: true })
  }
}

/**
 * Makes the cluster of `home` beside its place and moves it there when it is complete, so that one
 * interrupted at any moment is never mistaken for a database.
 */
export async function initialise(home: Home, native: string): Promise<void> {
  const parent = path.dirname(home.clusterDir)
  try {
    makePassable(parent)
    if ((await setAsideOld(home, native)) === 'kept') return noteLocation(home)
    const password = readPassword(home.dataDir) ?? writePassword(home.dataDir, newPassword())
    const half = await runInitdb(home, native, password)
    fs.renameSync(half, home.clusterDir)
    syncFolder(parent)
    noteLocation(home)
  } catch (error) {
    throw folderError(error, home.dataDir)
  } finally {
    sweepHalfMade(parent)
  }
}

/**
 * Clears the place for the new cluster without ever deleting data. Away from the data folder a
 * complete cluster may be waiting: ours when the password is still here, else what is left of a
 * data folder that somebody removed to begin anew.
 */
async function setAsideOld(home: Home, native: string): Promise<'kept' | 'clear'> {
  if (!fs.existsSync(home.clusterDir)) return 'clear'
  const isAway = path.dirname(home.clusterDir) === awayFolder(home.dataDir)
  if (isAway && looksLikeCluster(home.clusterDir) && readPassword(home.dataDir)) return 'kept'
  if (fs.readdirSync(home.clusterDir).length === 0) {
    fs.rmdirSync(home.clusterDir)
  } else {
    await stopPostmaster(home, native)
    const now = new Date().toISOString().replace(/[:.]/g, '-')
    fs.renameSync(home.clusterDir, `${home.clusterDir}.set-aside-${now}`)
  }
  return 'clear'
}

async function runInitdb(home: Home, native: string, password: string): Promise<string> {
  const parent = path.dirname(home.clusterDir)
  const half = path.join(parent, `${HALF_MADE}${randomBytes(4).toString('hex')}`)
  const passwordFile = `${half}.password`
  makeOwnFolder(half, home.runAs)
  fs.writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' })
  if (home.runAs) fs.chownSync(passwordFile, home.runAs.uid, home.runAs.gid)
  const ran = await runProgram(
    programPath(native, 'initdb'),
    [
      `--pgdata=${half}`,
      `--username=${DATABASE_USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
    ],
    home.runAs,
  )
  if (ran.code === 0) return half
  if (saysDiskFull(ran.output)) throw diskFull(parent)
  const said = ran.output.trim().split('\n').filter(isTelling).at(-1) ?? ran.refused ?? 'no reason'
  throw new EmbeddedDatabaseError(
    'DATABASE_DID_NOT_START',
    `The database could not be made in ${parent} (${said}): mend that and start again, or set DATABASE_URL to a PostgreSQL of your own.`,
  )
}

/** initdb ends with what it cleaned up; the reason is the error above. */
function isTelling(line: string): boolean {
  return /error|fatal|panic|denied|could not/i.test(line)
}

function makeOwnFolder(folder: string, owner: RunAs | undefined): void {
  fs.mkdirSync(folder, { mode: 0o700 })
  if (owner) fs.chownSync(folder, owner.uid, owner.gid)
}

/** An initdb orphaned by a kill may still be writing there; what cannot go now goes next time. */
function sweepHalfMade(parent: string): void {
  try {
    for (const name of fs.readdirSync(parent).filter((each) => each.startsWith(HALF_MADE))) {
      fs.rmSync(path.join(parent, name), { recursive: true, force: true })
    }
  } catch {
    return
  }
}

/** Without this a power failure could undo the rename; Windows cannot and need not. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = fs.openSync(folder, 'r')
  fs.fsyncSync(handle)
  fs.closeSync(handle)
}
