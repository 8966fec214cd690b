import { Argument, type Command, InvalidArgumentError, Option } from 'commander'
import { sql } from 'kysely'
import { isPeriodKey, periodKeyOf } from '../../domain/boards/period'
import { type BoardRow, topRows } from '../../server/boards/store'
import type { Tx } from '../../server/platform/database'
import { print, printJson, withData } from './with-data'

interface Options {
  period: string
  measure: 'recruits' | 'points'
  limit: number
  json?: boolean
}

const NAMED = ['day', 'week', 'month', 'all']
const LIMIT_MAX = 1_000_000

export function registerBoards(program: Command): void {
  program
    .command('boards')
    .description('打印榜单：并列同名次 (1, 1, 3)，同分先到者在前')
    .addArgument(new Argument('<role>', '哪张榜').choices(['promoter', 'volunteer']))
    .option(
      '--period <key>',
      'all | day | week | month | 2021-W26 | 2021-06 | 2021-06-28（上海时间）',
      period,
      'all',
    )
    .addOption(
      new Option('--measure <measure>', '带会人数或积分')
        .choices(['recruits', 'points'])
        .default('recruits'),
    )
    .option('--limit <n>', '最多几行', limit, 100)
    .option('--json', '输出 JSON：[{"rank":1,"member":"P001","score":657}]')
    .action(async (role: 'promoter' | 'volunteer', options: Options) => {
      const rows = await withData((data) =>
        data.db.transaction().execute(async (tx) => {
          const key = periodKeyOf(options.period, await nowMs(tx)) ?? options.period
          return topRows(tx, { role, measure: options.measure, period: key }, options.limit)
        }),
      )
      if (options.json) printJson(rows.map(forProgram))
      else for (const line of rows.map(forPeople)) print(line)
      if (rows.length === 0 && !options.json) print('这个周期的榜上还没有人')
    })
}

/** Time is the database's: an operator's clock must not choose another week. */
async function nowMs(tx: Tx): Promise<number> {
  const { rows } = await sql<{ now: Date }>`select now() as now`.execute(tx)
  return rows[0]?.now.getTime() ?? Date.now()
}

/** Imported people keep the id of their file; others are known by the product's own. */
function forProgram(row: BoardRow) {
  return { rank: row.rank, member: row.external_id ?? row.member_id, score: row.score }
}

function forPeople(row: BoardRow): string {
  const who = row.external_id ? `${row.external_id}  ${row.name}` : row.name
  return `${String(row.rank).padStart(5)}  ${String(row.score).padStart(8)}  ${who}  ${row.unit ?? ''}`
}

function period(text: string): string {
  if (NAMED.includes(text) || isPeriodKey(text)) return text
  throw new InvalidArgumentError(
    '应为 all、day、week、month，或 2021-W26、2021-06、2021-06-28 这样的周期',
  )
}

function limit(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1 && value <= LIMIT_MAX) return value
  throw new InvalidArgumentError(`应为 1 到 ${LIMIT_MAX} 的整数`)
}
