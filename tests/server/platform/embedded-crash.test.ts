import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { openEmbeddedDatabase } from '../../../server/platform/embedded-database'
import {
  ask,
  cleanUp,
  killPostmaster,
  opened,
  postmasterPid,
  startProgram,
  temporaryFolder,
} from './embedded-programs'

jest.setTimeout(60_000)
afterEach(cleanUp)

function newDataDir(): string {
  return path.join(temporaryFolder(), 'data')
}

describe('after a kill', () => {
  it('of every program, the next one joins the database that was left running', async () => {
    const dataDir = newDataDir()
    const program = startProgram(dataDir)
    const url = await opened(program)
    await ask(url, 'create table kept as select 7 as number')
    await program.kill()

    const next = await openEmbeddedDatabase({ dataDir })
    expect(next.started).toBe(false)
    expect(await ask(next.connectionString, 'select number from kept')).toEqual([{ number: 7 }])
    await next.release()
    expect(postmasterPid(dataDir)).toBeNull()
  })

  it('of the database, the next program starts it again and finds what was committed', async () => {
    const dataDir = newDataDir()
    const program = startProgram(dataDir)
    const url = await opened(program)
    await ask(url, 'create table kept as select 7 as number')
    killPostmaster(dataDir)
    await program.kill()

    const steps: string[] = []
    const next = await openEmbeddedDatabase({ dataDir, progress: (step) => steps.push(step) })
    expect(steps).toEqual(['recovering'])
    expect(await ask(next.connectionString, 'select number from kept')).toEqual([{ number: 7 }])
    await next.release()
  })

  it('of the database, a program that looks after it has it back on the same port', async () => {
    const dataDir = newDataDir()
    const program = startProgram(dataDir, { alive: true })
    const url = await opened(program)
    const pool = new Pool({ connectionString: url, max: 2 })
    pool.on('error', () => undefined)
    await pool.query('create table kept as select 7 as number')
    killPostmaster(dataDir)
    const back = await program.hear((event) => event.restarted !== undefined)
    expect(back.restarted).toBe(url)
    expect(back.downMs).toBeLessThan(10_000)
    const { rows } = await pool.query('select number from kept')
    expect(rows).toEqual([{ number: 7 }])
    await pool.end()
    await program.release()
    expect(postmasterPid(dataDir)).toBeNull()
    await sleep(600)
    expect(postmasterPid(dataDir)).toBeNull()
  })

  it('of the database while a child of it is stuck, the start waits for the child to go', async () => {
    const dataDir = newDataDir()
    const first = await openEmbeddedDatabase({ dataDir })
    const pool = new Pool({ connectionString: first.connectionString, max: 1 })
    pool.on('error', () => undefined)
    const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
    const stuck = rows[0]?.pid ?? 0
    process.kill(stuck, 'SIGSTOP')
    killPostmaster(dataDir)
    setTimeout(() => process.kill(stuck, 'SIGKILL'), 1_500)
    const second = await openEmbeddedDatabase({ dataDir })
    expect(second.started).toBe(true)
    expect(second.connectionString).toBe(first.connectionString)
    await pool.end()
    await first.release()
    expect(await ask(second.connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.release()
  })

  it('in the middle of the first start, the next start makes the database anew', async () => {
    const dataDir = newDataDir()
    const program = startProgram(dataDir)
    await program.hear((event) => event.step === 'initialising')
    await sleep(250)
    await program.kill()
    expect(fs.existsSync(path.join(dataDir, 'postgres'))).toBe(false)

    const next = await openEmbeddedDatabase({ dataDir })
    expect(await ask(next.connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
    await next.release()
  })

  it('a half-made database folder is put aside, not taken for a database and not deleted', async () => {
    const dataDir = newDataDir()
    fs.mkdirSync(path.join(dataDir, 'postgres', 'base'), { recursive: true })
    fs.writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), '18\n')
    fs.chmodSync(dataDir, 0o755)
    const database = await openEmbeddedDatabase({ dataDir })
    expect(await ask(database.connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
    const aside = fs.readdirSync(dataDir).find((name) => name.startsWith('postgres.set-aside-'))
    expect(fs.existsSync(path.join(dataDir, aside ?? '', 'PG_VERSION'))).toBe(true)
    await database.release()
  })

  it('a pid that another process has since taken holds neither a lease, nor the lock, nor the start', async () => {
    const dataDir = newDataDir()
    const first = await openEmbeddedDatabase({ dataDir })
    const run = path.join(dataDir, 'run')
    const stranger = spawn('sleep', ['60'])
    const mark = JSON.stringify({ pid: stranger.pid, since: 'another boot:1' })
    fs.writeFileSync(path.join(run, `${stranger.pid}-abcdef.json`), mark)
    fs.writeFileSync(path.join(run, 'lock.1000'), mark)
    await first.release()
    expect(postmasterPid(dataDir)).toBeNull()

    const pidFile = path.join(dataDir, 'postgres', 'postmaster.pid')
    const lines = [stranger.pid, path.join(dataDir, 'postgres'), 1, 5432, '', '127.0.0.1', '1 1']
    fs.writeFileSync(pidFile, `${lines.join('\n')}\nready   \n`)
    const second = await openEmbeddedDatabase({ dataDir })
    expect(second.started).toBe(true)
    await second.release()
    stranger.kill()
  })
})
