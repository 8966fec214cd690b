import { existsSync, statSync } from 'node:fs'
import * as path from 'node:path'
import { SingleBar } from 'cli-progress'
import { type Command, Option } from 'commander'
import type { Crs } from '../../domain/fences/coordinates'
import { type ImportReport, importScans } from '../../server/history/import-scans'
import { SaidError } from '../say-error'
import { CENTRE, findOrg } from './find-org'
import { print, printJson, withData } from './with-data'

export function registerImportRecruitments(group: Command): void {
  group
    .command('recruitments <file>')
    .description('从 CSV 导入一个县的扫码历史；中断后再执行会接着做，重复执行不会有变化')
    .addOption(
      new Option('--crs <crs>', '经纬度的坐标系')
        .choices(['wgs84', 'gcj02', 'bd09'])
        .makeOptionMandatory(),
    )
    .option('--org <org>', '新宣传员所属单位的编号或名称', CENTRE)
    .option('--json', '输出 JSON')
    .addHelpText(
      'after',
      '\n列：event_id, occurred_at（带时区的 ISO 8601）, promoter, volunteer；' +
        '可有 received_at, kind, lng, lat, accuracy_m。没有经纬度的行按“无位置”处理。',
    )
    .action(async (file: string, options: { crs: Crs; org: string; json?: boolean }) => {
      if (!existsSync(file) || !statSync(file).isFile())
        throw new SaidError(`没有这个文件：${path.resolve(file)}`)
      const report = await withData(async (data) => {
        const orgId = await data.db.transaction().execute((tx) => findOrg(tx, options.org))
        return importWithBar(data.db, { file, crs: options.crs, orgId })
      })
      if (options.json) printJson(report)
      else show(report)
    })
}

async function importWithBar(
  db: Parameters<typeof importScans>[0],
  options: { file: string; crs: Crs; orgId: string },
): Promise<ImportReport> {
  const bytes = statSync(options.file).size
  const bar = new SingleBar({ format: '{step} [{bar}] {percentage}%', noTTYOutput: false })
  bar.start(bytes, 0, { step: '读取' })
  try {
    return await importScans(db, {
      ...options,
      progress: (done) => {
        if (done.step === 'reading') bar.update(done.bytes ?? 0, { step: '读取' })
        else bar.update((bytes * (done.part ?? 0)) / (done.of ?? 1), { step: '结算' })
      },
    })
  } finally {
    bar.stop()
  }
}

const WORDS: Record<string, string> = {
  credited: '首次有效扫码，绑定并计分',
  later_scan: '同一宣传员的重复扫码',
  other_promoter: '已绑定其他宣传员',
  double_tap: '连点两次',
  self_scan: '自己扫自己',
  staff: '宣传员互扫',
  outside: '在所有围栏之外',
  not_a_scan: '不是扫码（阅读、转发等）',
}

function show(report: ImportReport): void {
  print(
    `读取 ${report.rows} 行：新增 ${report.added}，以前已导入 ${report.known}，编号重复 ${report.repeated}，读不懂 ${report.unreadable}`,
  )
  for (const [outcome, n] of Object.entries(report.outcomes).sort(([a], [b]) => (a < b ? -1 : 1)))
    print(`  ${String(n).padStart(8)}  ${outcome}  ${WORDS[outcome] ?? ''}`)
  for (const fault of report.faults)
    print(
      `第 ${fault.line} 行 ${fault.column ?? '（格式）'}：读到 “${fault.found}”，应为 ${fault.expected}`,
    )
  if (report.unreadable > report.faults.length)
    print(`…… 另有 ${report.unreadable - report.faults.length} 行读不懂`)
}
