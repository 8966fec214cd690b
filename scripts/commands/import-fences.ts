import { randomUUID } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import * as path from 'node:path'
import { type Command, Option } from 'commander'
import type { Crs } from '../../domain/fences/coordinates'
import { type FenceImportReport, importFences } from '../../server/fences/import-fences'
import { FILE_BYTES_MAX } from '../../server/fences/read-text'
import { GeometryRefused } from '../../server/fences/refusal'
import { SaidError } from '../say-error'
import { findOrg } from './find-org'
import { print, printJson, withData } from './with-data'

interface Options {
  crs: Crs
  level: 'county' | 'town' | 'village'
  org: string
  parent?: string
  nameField?: string
  dryRun?: boolean
  json?: boolean
}

export function registerImportFences(group: Command): void {
  group
    .command('fences <file>')
    .description('从 GeoJSON 导入行政区围栏；同一文件再导入不会有变化')
    .addOption(
      new Option('--crs <crs>', '文件的坐标系')
        .choices(['wgs84', 'gcj02', 'bd09'])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--level <level>', '这些图形是哪一级区划')
        .choices(['county', 'town', 'village'])
        .makeOptionMandatory(),
    )
    .requiredOption('--org <org>', '负责单位的编号或名称，例如 centre')
    .option('--parent <path>', '上级区划的路径，例如 岚川市/云澜县（默认第一个县）')
    .option('--name-field <field>', '哪个属性是名称（默认自动识别）')
    .option('--dry-run', '只报告，不保存')
    .option('--json', '输出 JSON')
    .action(async (file: string, options: Options) => {
      assertReadable(file)
      const report = await withData((data) => run(data.db, file, options)).catch(saidIfGeometry)
      if (options.json) printJson({ ...report, dryRun: options.dryRun === true })
      else show(report, options.dryRun === true)
      if (report.fences.length === 0) process.exitCode = 1
    })
}

class DryRun extends Error {
  constructor(readonly report: FenceImportReport) {
    super('dry run')
  }
}

async function run(
  db: Parameters<Parameters<typeof withData>[0]>[0]['db'],
  file: string,
  options: Options,
): Promise<FenceImportReport> {
  return db
    .transaction()
    .execute(async (tx) => {
      const report = await importFences(tx, {
        ...options,
        source: createReadStream(file),
        orgId: await findOrg(tx, options.org),
        parentPath: options.parent,
        now: new Date(),
        newId: randomUUID,
        progress: (done, of) => process.stderr.isTTY && process.stderr.write(`\r${done}/${of} `),
      })
      // Thrown out of the transaction, so that nothing of a dry run stays.
      if (options.dryRun) throw new DryRun(report)
      return report
    })
    .catch((error: unknown) => {
      if (error instanceof DryRun) return error.report
      throw error
    })
}

function assertReadable(file: string): void {
  if (!existsSync(file) || !statSync(file).isFile())
    throw new SaidError(`没有这个文件：${path.resolve(file)}`)
  if (statSync(file).size > FILE_BYTES_MAX)
    throw new SaidError(`文件超过 ${FILE_BYTES_MAX / 1024 / 1024} MB，没有读取：请按乡镇拆开`)
}

function saidIfGeometry(error: unknown): never {
  if (error instanceof GeometryRefused) throw new SaidError(`${error.code} ${error.message}`)
  throw error
}

const RESULT = { added: '新增', changed: '新版本', same: '无变化' }

function show(report: FenceImportReport, dryRun: boolean): void {
  if (report.encoding !== 'utf-8') print(`文件编码按 ${report.encoding} 读取`)
  for (const fence of report.fences) {
    const size = `${fence.vertices} 点，${(fence.areaSquareMeters / 1e6).toFixed(2)} 平方公里`
    const repairs = fence.repairs.length > 0 ? `；修复 ${fence.repairs.join(', ')}` : ''
    print(`${RESULT[fence.result]}  ${fence.name}  ${size}${repairs}`)
  }
  for (const refused of report.refused)
    print(
      `拒绝  第 ${refused.index + 1} 个 ${refused.name ?? '（无名称）'}  ${refused.code} ${refused.message}`,
    )
  const count = `共 ${report.fences.length} 个围栏，拒绝 ${report.refused.length} 个`
  print(dryRun ? `${count}（试运行，没有保存）` : count)
}
