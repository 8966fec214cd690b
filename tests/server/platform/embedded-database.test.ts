import * as fs from 'node:fs'
import * as path from 'node:path'
import { openEmbeddedDatabase } from '../../../server/platform/embedded-database'
import {
  ask,
  cleanUp,
  isRoot,
  NOBODY,
  opened,
  postmasterPid,
  startProgram,
  temporaryFolder,
} from './embedded-programs'

jest.setTimeout(60_000)
afterEach(cleanUp)

const asRoot = isRoot ? it : it.skip

describe('the embedded database', () => {
  it('keeps what was written until the second start, which takes less than a second', async () => {
    const dataDir = path.join(temporaryFolder(), 'data')
    const steps: string[] = []
    const first = await openEmbeddedDatabase({ dataDir, progress: (step) => steps.push(step) })
    await ask(first.connectionString, "create table kept as select '反诈' as word")
    await first.release()
    expect(postmasterPid(dataDir)).toBeNull()

    const began = performance.now()
    const second = await openEmbeddedDatabase({ dataDir, progress: (step) => steps.push(step) })
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(await ask(second.connectionString, 'select word from kept')).toEqual([{ word: '反诈' }])
    expect(steps).toEqual(['initialising', 'starting', 'starting'])
    await second.release()
    await second.release()
  })

  it('is a durable UTF-8 database in UTC that only a password opens and only this machine reaches', async () => {
    const dataDir = path.join(temporaryFolder(), 'data')
    const database = await openEmbeddedDatabase({ dataDir })
    const url = database.connectionString
    const settings = await ask(
      url,
      `select name, setting from pg_settings where name in ('fsync', 'full_page_writes',
       'synchronous_commit', 'server_encoding', 'TimeZone', 'listen_addresses', 'lc_collate',
       'unix_socket_directories', 'max_connections', 'password_encryption')`,
    )
    expect(Object.fromEntries(settings.map((row) => Object.values(row as object)))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      server_encoding: 'UTF8',
      TimeZone: 'UTC',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '100',
      password_encryption: 'scram-sha-256',
    })
    const wrong = url.replace(/:[0-9a-f]+@/, ':wrong@')
    await expect(ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/)
    expect(fs.statSync(path.join(dataDir, 'database.json')).mode & 0o777).toBe(0o600)
    await database.release()
  })

  it('is shared by several programs, and the last one that leaves stops it', async () => {
    const dataDir = path.join(temporaryFolder(), 'data')
    const mine = await openEmbeddedDatabase({ dataDir })
    const program = startProgram(dataDir)
    expect(await opened(program)).toBe(mine.connectionString)
    expect(program.heard).toContainEqual({ step: 'joining' })
    await mine.release()
    expect(await ask(mine.connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
    await program.release()
    expect(postmasterPid(dataDir)).toBeNull()
    await expect(ask(mine.connectionString, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
  })

  it('is one and the same for six programs that open it at the same moment', async () => {
    const dataDir = path.join(temporaryFolder(), 'data')
    const six = Array.from({ length: 6 }, () => startProgram(dataDir))
    const urls = await Promise.all(six.map(opened))
    expect(new Set(urls).size).toBe(1)
    const starters = six.filter(({ heard }) => heard.some((event) => event.started === true))
    expect(starters).toHaveLength(1)
    await Promise.all(six.map((program) => program.release()))
    expect(postmasterPid(dataDir)).toBeNull()
  })

  it('sets a new password and keeps the data when database.json was lost', async () => {
    const dataDir = path.join(temporaryFolder(), 'data')
    const first = await openEmbeddedDatabase({ dataDir })
    await ask(first.connectionString, 'create table kept as select 7 as number')
    await first.release()
    fs.rmSync(path.join(dataDir, 'database.json'))
    const second = await openEmbeddedDatabase({ dataDir })
    expect(second.connectionString).not.toBe(first.connectionString)
    expect(await ask(second.connectionString, 'select number from kept')).toEqual([{ number: 7 }])
    await second.release()
  })

  asRoot('works for an ordinary user too', async () => {
    const folder = temporaryFolder()
    fs.chownSync(folder, NOBODY, NOBODY)
    const dataDir = path.join(folder, 'data')
    const program = startProgram(dataDir, { uid: NOBODY })
    expect(await ask(await opened(program), 'select 1 as one')).toEqual([{ one: 1 }])
    expect(fs.statSync(path.join(dataDir, 'postgres')).uid).toBe(NOBODY)
    await program.release()

    const root = await openEmbeddedDatabase({ dataDir })
    await root.release()
    const again = startProgram(dataDir, { uid: NOBODY })
    await opened(again)
    await again.release()
  })

  asRoot('lives under /var/lib when root keeps the data where nobody else may go', async () => {
    const dataDir = path.join(temporaryFolder(0o700), 'data')
    const first = await openEmbeddedDatabase({ dataDir })
    const away = fs.readFileSync(path.join(dataDir, 'postgres.location'), 'utf8').trim()
    expect(away).toMatch(/^\/var\/lib\/fangpian-[0-9a-f]{10}$/)
    await ask(first.connectionString, 'create table kept as select 7 as number')
    await first.release()
    const second = await openEmbeddedDatabase({ dataDir })
    expect(await ask(second.connectionString, 'select number from kept')).toEqual([{ number: 7 }])
    await second.release()

    fs.rmSync(dataDir, { recursive: true })
    const fresh = await openEmbeddedDatabase({ dataDir })
    await expect(ask(fresh.connectionString, 'select 1 from kept')).rejects.toThrow(/not exist/)
    expect(fs.readdirSync(away).some((name) => name.includes('set-aside'))).toBe(true)
    await fresh.release()
  })
})
