import * as fs from 'node:fs'
import * as net from 'node:net'
import * as path from 'node:path'
import { openEmbeddedDatabase } from '../../../server/platform/embedded-database'
import { cleanUp, isRoot, NOBODY, startProgram, temporaryFolder } from './embedded-programs'

jest.setTimeout(60_000)
afterEach(cleanUp)

const asRoot = isRoot ? it : it.skip

async function madeOnce(): Promise<string> {
  const dataDir = path.join(temporaryFolder(), 'data')
  const database = await openEmbeddedDatabase({ dataDir })
  await database.release()
  return dataDir
}

describe('the embedded database says what to do', () => {
  it('when a file is in the place of the data folder', async () => {
    const dataDir = path.join(temporaryFolder(), 'data')
    fs.writeFileSync(dataDir, '')
    await expect(openEmbeddedDatabase({ dataDir })).rejects.toMatchObject({
      code: 'DATA_DIR_NOT_WRITABLE',
      message: expect.stringContaining('a file of that name is in its place'),
    })
    await expect(openEmbeddedDatabase({ dataDir: `${dataDir}/in` })).rejects.toMatchObject({
      code: 'DATA_DIR_NOT_WRITABLE',
    })
  })

  asRoot('when an ordinary user may not write into the data folder', async () => {
    const dataDir = path.join(temporaryFolder(), 'data')
    fs.mkdirSync(dataDir)
    const program = startProgram(dataDir, { uid: NOBODY })
    const { code, message } = await program.hear((event) => event.code !== undefined)
    expect(code).toBe('DATA_DIR_NOT_WRITABLE')
    expect(message).toContain(dataDir)
  })

  asRoot('when root opened the data folder first and an ordinary user comes later', async () => {
    const dataDir = await madeOnce()
    const first = startProgram(dataDir, { uid: NOBODY })
    expect((await first.hear((event) => event.code !== undefined)).code).toBe(
      'DATA_DIR_NOT_WRITABLE',
    )
    for (const each of [dataDir, path.join(dataDir, 'run'), path.join(dataDir, 'database.json')]) {
      fs.chownSync(each, NOBODY, NOBODY)
    }
    const second = startProgram(dataDir, { uid: NOBODY })
    const { code, message } = await second.hear((event) => event.code !== undefined)
    expect(code).toBe('DATA_DIR_NOT_WRITABLE')
    expect(message).toMatch(/belongs to (postgres|nobody|user)/)
  })

  it('when the data were written by a newer or an older PostgreSQL', async () => {
    const dataDir = await madeOnce()
    const file = path.join(dataDir, 'postgres', 'PG_VERSION')
    fs.writeFileSync(file, '19\n')
    await expect(openEmbeddedDatabase({ dataDir })).rejects.toMatchObject({
      code: 'DATA_OF_NEWER_VERSION',
      message: expect.stringMatching(/written by PostgreSQL 19, but .* brings PostgreSQL 18/),
    })
    fs.writeFileSync(file, '15\n')
    await expect(openEmbeddedDatabase({ dataDir })).rejects.toMatchObject({
      code: 'DATA_OF_OLDER_VERSION',
    })
  })

  it('when the database is damaged, with what PostgreSQL said about it', async () => {
    const dataDir = await madeOnce()
    fs.writeFileSync(path.join(dataDir, 'postgres', 'postgresql.conf'), 'max_connections = many\n')
    fs.rmSync(path.join(dataDir, 'postgres', 'global', 'pg_control'))
    await expect(openEmbeddedDatabase({ dataDir })).rejects.toMatchObject({
      code: 'DATABASE_DID_NOT_START',
      message: expect.stringMatching(/\(.*(FATAL|could not|cannot).*\)/),
    })
  })

  it('but takes another port without a word when its last one is taken', async () => {
    const dataDir = await madeOnce()
    const port = Number(fs.readFileSync(path.join(dataDir, 'run', 'port'), 'utf8'))
    const other = net.createServer().listen(port, '127.0.0.1')
    const database = await openEmbeddedDatabase({ dataDir })
    expect(database.connectionString).not.toContain(`:${port}/`)
    await database.release()
    await new Promise((resolve) => other.close(resolve))
  })
})
