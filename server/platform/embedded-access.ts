import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { diskFull, EmbeddedDatabaseError, errorCode } from './embedded-error'
import { giveToOwnerOf, type Home } from './embedded-home'
import { type Ran, runProgram } from './embedded-process'

export const DATABASE_USER = 'fangpian'
const DATABASE = 'fangpian'
const CONNECT_MS = 10_000
const UNDEFINED_DATABASE = '3D000'
const CANNOT_CONNECT_NOW = '57P03'
const SERVER_DISK_FULL = '53100'
/** duplicate_database, the unique index under it, object_in_use. */
const BEING_CREATED = ['42P04', '23505', '55006']

function accessFile(dataDir: string): string {
  return path.join(dataDir, 'database.json')
}

/** The password in <dataDir>/database.json, or null when the file is missing or broken. */
export function readPassword(dataDir: string): string | null {
  try {
    const read: unknown = JSON.parse(fs.readFileSync(accessFile(dataDir), 'utf8'))
    const known = typeof read === 'object' && read !== null && 'password' in read
    return known && typeof read.password === 'string' && read.password ? read.password : null
  } catch (error) {
    if (['', 'ENOENT'].includes(errorCode(error))) return null
    throw error
  }
}

/** 192 random bits in hexadecimal: safe inside a URL. */
export function newPassword(): string {
  return randomBytes(24).toString('hex')
}

/** Writes the password for the owner's eyes only, whole or not at all; answers it. */
export function writePassword(dataDir: string, password: string): string {
  const file = accessFile(dataDir)
  const half = `${file}.writing`
  fs.rmSync(half, { force: true })
  const content = { user: DATABASE_USER, database: DATABASE, password }
  fs.writeFileSync(half, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flush: true })
  giveToOwnerOf(dataDir, half)
  fs.renameSync(half, file)
  return password
}

/** Answers the URL by which a program of this machine reaches the cluster on `port`. */
export function connectionStringFor(port: number, password: string, database = DATABASE): string {
  return `postgresql://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}`
}

/**
 * Proves that the running cluster lets us in, makes the database if this is the first time, and
 * answers the connection string. Throws DATABASE_DID_NOT_START when it does not.
 */
export async function assertAccess(home: Home, port: number, password: string): Promise<string> {
  const deadline = Date.now() + CONNECT_MS
  const url = connectionStringFor(port, password)
  for (;;) {
    try {
      await ask(url, 'select 1')
      return url
    } catch (error) {
      const passing = [UNDEFINED_DATABASE, CANNOT_CONNECT_NOW].includes(errorCode(error))
      if (!passing || Date.now() > deadline) throw refusal(home, error)
      if (errorCode(error) === UNDEFINED_DATABASE) await createDatabase(home, port, password)
      else await sleep(100)
    }
  }
}

/** A killed program's last statement may still be creating it: then the caller looks again. */
async function createDatabase(home: Home, port: number, password: string): Promise<void> {
  try {
    await ask(connectionStringFor(port, password, 'postgres'), `create database ${DATABASE}`)
  } catch (error) {
    if (!BEING_CREATED.includes(errorCode(error))) throw refusal(home, error)
    await sleep(100)
  }
}

async function ask(connectionString: string, statement: string): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: CONNECT_MS })
  // The end of a connection while it is idle is told by the next statement.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query(statement)
  } finally {
    await client.end().catch(() => undefined)
  }
}

function refusal(home: Home, error: unknown): EmbeddedDatabaseError {
  if (errorCode(error) === SERVER_DISK_FULL) return diskFull(home.clusterDir, error)
  const said = String(error)
  return new EmbeddedDatabaseError(
    'DATABASE_DID_NOT_START',
    `The database in ${home.clusterDir} runs but does not let Fangpian in (${said}): if ${accessFile(home.dataDir)} was changed, put the old file back or remove it to have a new password set.`,
    { cause: error },
  )
}

/** True for a refusal by a server that dies this moment: its process is listed a little longer. */
export function isJustGone(error: unknown): boolean {
  if (!(error instanceof EmbeddedDatabaseError) || error.cause === undefined) return false
  const code = errorCode(error.cause)
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02'].includes(code)) return true
  return /terminated|timeout expired|connection error/i.test(String(error.cause))
}

/**
 * Gives the stopped cluster a new password through PostgreSQL's single-user mode: somebody lost
 * database.json, and the data must not be lost with it.
 */
export function resetPassword(home: Home, postgres: string, password: string): Promise<Ran> {
  const statement = `alter role ${DATABASE_USER} with login password '${password}'\n`
  return runProgram(
    postgres,
    ['--single', '-D', home.clusterDir, '-c', 'log_min_error_statement=panic', 'postgres'],
    home.runAs,
    statement,
  )
}
