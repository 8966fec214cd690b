import type { Command } from 'commander'
import { sql } from 'kysely'
import { readMigrations } from '../../server/platform/migrate'
import type { OpenData } from '../open-data'
import { MIGRATIONS } from '../project'
import { print, printJson, withData } from './with-data'

interface Check {
  readonly what: string
  readonly found: string
  readonly ok: boolean
  readonly expected: string
}

const POSTGRES_MIN = 15
const NODE_MIN = 20

export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('检查设置、数据库的持久性参数与版本')
    .option('--json', '输出 JSON')
    .action(async (options: { json?: boolean }) => {
      const checks = await withData(examine)
      if (options.json) printJson({ ok: checks.every(({ ok }) => ok), checks })
      else
        for (const check of checks)
          print(
            `${check.ok ? '通过' : '不通过'}  ${check.what}：${check.found}${check.ok ? '' : `（应为 ${check.expected}）`}`,
          )
      if (checks.some(({ ok }) => !ok)) process.exitCode = 1
    })
}

async function examine(data: OpenData): Promise<Check[]> {
  const show = async (name: string) => {
    const { rows } = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(
      data.db,
    )
    return rows[0]?.value ?? ''
  }
  const version = Math.floor(Number(await show('server_version_num')) / 10_000)
  const node = Number(process.versions.node.split('.')[0])
  const applied = await sql<{ n: number }>`select count(*)::int as n from schema_migration`.execute(
    data.db,
  )
  const migrations = readMigrations(MIGRATIONS).length
  const durable = await Promise.all(
    ['fsync', 'full_page_writes', 'synchronous_commit'].map(async (name) => {
      const found = await show(name)
      return {
        what: name,
        found,
        ok: found !== 'off',
        expected: 'on（关掉会在断电时丢失已确认的积分）',
      }
    }),
  )
  return [
    { what: 'Node', found: process.versions.node, ok: node >= NODE_MIN, expected: `≥ ${NODE_MIN}` },
    { what: '模式', found: data.config.mode, ok: true, expected: '' },
    {
      what: '数据库',
      found: data.embedded ? `自带（${data.config.dataDir}）` : 'DATABASE_URL',
      ok: true,
      expected: '',
    },
    {
      what: 'PostgreSQL',
      found: String(version),
      ok: version >= POSTGRES_MIN,
      expected: `≥ ${POSTGRES_MIN}`,
    },
    ...durable,
    {
      what: '编码',
      found: await show('server_encoding'),
      ok: (await show('server_encoding')) === 'UTF8',
      expected: 'UTF8',
    },
    {
      what: '迁移',
      found: `${applied.rows[0]?.n ?? 0} / ${migrations}`,
      ok: applied.rows[0]?.n === migrations,
      expected: '全部',
    },
  ]
}
