import { existsSync, statSync } from 'node:fs'
import * as path from 'node:path'
import { type Command, Option } from 'commander'
import type { Crs } from '../../domain/fences/coordinates'
import { importScans } from '../../server/history/import-scans'
import { RuleError } from '../../server/platform/rule-error'
import { SaidError } from '../say-error'
import { CENTRE, findOrg } from './find-org'
import { importBar } from './import-bar'
import { linesOfReport, sentenceOfHeader } from './import-words'
import { print, printJson, withData } from './with-data'

interface Options {
  readonly crs: Crs
  readonly org: string
  readonly json?: boolean
}

const HELP = `
列（第一行是表头，先后不限，可有别的列）：
  event_id, occurred_at, promoter, volunteer 必须有；
  received_at, kind, lng, lat, accuracy_m 可以没有。
  时间写成带时区的 ISO 8601，例如 2021-07-03T09:30:00+08:00；没有经纬度的行按“无位置”处理。
每位志愿者最早的一次有效扫码（先看 occurred_at，再看 received_at、event_id）永久绑定，其余只计数。
读不懂的行不导入，逐行列出；整个文件都读不懂时退出码为 1。`

export function registerImportRecruitments(group: Command): void {
  group
    .command('recruitments <file>')
    .description('从 CSV 导入一个县的扫码历史；中断后再执行一次即可，重复执行不会有变化')
    .addOption(
      new Option('--crs <crs>', '经纬度的坐标系')
        .choices(['wgs84', 'gcj02', 'bd09'])
        .makeOptionMandatory(),
    )
    .option('--org <org>', '新宣传员所属单位的编号或名称', CENTRE)
    .option('--json', '输出 JSON')
    .addHelpText('after', HELP)
    .action(run)
}

async function run(file: string, options: Options): Promise<void> {
  if (!existsSync(file) || !statSync(file).isFile())
    throw new SaidError(`没有这个文件：${path.resolve(file)}`)
  const bar = importBar(statSync(file).size)
  const report = await withData(async ({ db }) => {
    const orgId = await db.transaction().execute((tx) => findOrg(tx, options.org))
    return importScans(db, { file, crs: options.crs, orgId, progress: bar.show })
  })
    .catch(sayHeader)
    .finally(bar.stop)
  if (options.json) printJson(report)
  else for (const line of linesOfReport(report)) print(line)
  if (report.rows > 0 && report.unreadable === report.rows) process.exitCode = 1
}

function sayHeader(error: unknown): never {
  if (error instanceof RuleError && error.code === 'CSV_INVALID')
    throw new SaidError(sentenceOfHeader(error.details ?? {}))
  throw error
}
