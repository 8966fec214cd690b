import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import type { Pool } from 'pg'
import { MIGRATIONS } from '../../../scripts/project'
import { openDatabase } from '../../../server/platform/database'
import { MigrationError, migrate, readMigrations } from '../../../server/platform/migrate'
import { aDatabase, type TestDatabase } from '../../fixtures/test-database'

let database: TestDatabase
let folder: string
const all = readMigrations(MIGRATIONS).map(({ name }) => name)

/** An empty database beside the worker's own. */
async function emptied(work: (pool: Pool, url: string) => Promise<void>): Promise<void> {
  const name = `m_${process.pid}_${Date.now()}`
  await database.pool.query(`create database ${name}`)
  const url = new URL(database.url)
  url.pathname = `/${name}`
  const open = openDatabase(url.toString(), 5)
  try {
    await work(open.pool, url.toString())
  } finally {
    await open.close()
    await database.pool.query(`drop database ${name} with (force)`)
  }
}

beforeAll(async () => {
  database = await aDatabase()
})
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'migrations-'))
  for (const name of readdirSync(MIGRATIONS))
    copyFileSync(path.join(MIGRATIONS, name), path.join(folder, name))
})
afterEach(() => rmSync(folder, { recursive: true }))
afterAll(() => database?.close())

const tablesOf = async (pool: Pool) =>
  (
    await pool.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
    )
  ).rows.map(({ name }) => name)

test('an empty database is brought to this version, and a second time there is nothing to do', async () => {
  await emptied(async (pool) => {
    expect(await migrate(pool, folder)).toEqual(all)
    const tables = await tablesOf(pool)
    expect(tables).toContain('recruitment')
    expect(await migrate(pool, folder)).toEqual([])
    expect(await tablesOf(pool)).toEqual(tables)
  })
})

test('programs that start at the same moment migrate once', async () => {
  await emptied(async (pool, url) => {
    const others = [1, 2, 3].map(() => openDatabase(url, 2))
    const done = await Promise.all(
      [pool, ...others.map((one) => one.pool)].map((one) => migrate(one, folder)),
    )
    expect(done.flat().sort()).toEqual(all)
    await Promise.all(others.map((one) => one.close()))
  })
})

test('a later migration is applied on top, once, in the order of its time', async () => {
  await emptied(async (pool) => {
    await migrate(pool, folder)
    writeFileSync(path.join(folder, '20990101000002_second.sql'), 'insert into t values (1);')
    writeFileSync(path.join(folder, '20990101000001_first.sql'), 'create table t (n int);')
    writeFileSync(path.join(folder, 'README.md'), 'no migration')
    expect(await migrate(pool, folder)).toEqual([
      '20990101000001_first.sql',
      '20990101000002_second.sql',
    ])
    expect((await pool.query('select n from t')).rows).toEqual([{ n: 1 }])
  })
})

test('a migration that fails leaves nothing of itself behind', async () => {
  await emptied(async (pool) => {
    await migrate(pool, folder)
    const broken = path.join(folder, '20990101000000_broken.sql')
    writeFileSync(broken, 'create table half (n int); select 1 / 0;')
    await expect(migrate(pool, folder)).rejects.toThrow(/division by zero/)
    expect(await tablesOf(pool)).not.toContain('half')
    writeFileSync(broken, 'create table half (n int);')
    expect(await migrate(pool, folder)).toEqual(['20990101000000_broken.sql'])
  })
})

test('data of a newer version is left alone, and the newer migration is named', async () => {
  await emptied(async (pool) => {
    await migrate(pool, folder)
    await pool.query(
      "insert into schema_migration (name, checksum) values ('20990101000000_future.sql', 'x')",
    )
    await expect(migrate(pool, folder)).rejects.toThrow(MigrationError)
    await expect(migrate(pool, folder)).rejects.toThrow(/newer version.*20990101000000_future\.sql/)
  })
})

test('a migration whose text was changed afterwards is refused by its name', async () => {
  await emptied(async (pool) => {
    await migrate(pool, folder)
    const [first = ''] = all
    writeFileSync(path.join(folder, first), 'create table other (n int);')
    await expect(migrate(pool, folder)).rejects.toThrow(MigrationError)
    await expect(migrate(pool, folder)).rejects.toThrow(first)
    expect(await tablesOf(pool)).not.toContain('other')
  })
})
