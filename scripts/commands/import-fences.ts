import { randomUUID } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import * as path from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Crs } from '../../domain/fences/coordinates'
import { type FenceImportReport, importFences } from '../../server/fences/import-fences'
import { FILE_BYTES_MAX } from '../../server/fences/read-text'
import { GeometryRefused } from '../../server/fences/refusal'
import { SaidError } from '../say-error'
import { linesOfFenceImport, sentenceOfCrs } from './fence-words'
import { findOrg } from './find-org'
import { note, print, printJson, withData } from './with-data'

interface Options {
  crs: Crs
  level: 'county' | 'town' | 'village'
  org: string
  parent?: string
  nameField?: string
  layer?: string
  match?: ReadonlyMap<string, string>
  createNew?: boolean
  yes?: boolean
  dryRun?: boolean
  json?: boolean
}

export function registerImportFences(group: Command): void {
  group
    .command('fences <file>')
    .description(
      '导入行政区围栏：GeoJSON、TopoJSON、KML/KMZ、带 WKT 的 CSV、压缩成 zip 的 Shapefile；\n同一文件再导入不会有变化',
    )
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
    .option('--parent <path>', '上级区划的路径，例如 岚川市/云澜县（只有一个时可以不写）')
    .option('--name-field <field>', '哪个属性是名称（默认自动识别）')
    .option('--layer <name>', '文件里有几个图层时读哪一个')
    .option('--match <新名=旧名>', '文件里的名称就是已有的哪个区划，可写多次', asMatch)
    .option('--create-new', '名称可疑的都当作新区划')
    .option('--yes', '坐标系看起来不对也照样保存')
    .option('--dry-run', '只报告，不保存')
    .option('--json', '输出 JSON')
    .action(async (file: string, options: Options) => {
      assertReadable(file)
      const report = await withData((data) => run(data.db, file, options)).catch(saidIfGeometry)
      if (options.json) printJson({ ...report, dryRun: options.dryRun === true })
      else for (const line of linesOfFenceImport(report)) print(line)
      if (report.stopped) {
        note(`没有保存：坐标系${sentenceOfCrs(report)}。请改 --crs，确认无误就加 --yes`)
      }
      if (report.stopped || report.fences.length === 0) process.exitCode = 1
    })
}

function asMatch(pair: string, before: ReadonlyMap<string, string> = new Map()) {
  const [name = '', old = '', ...rest] = pair.split('=').map((one) => one.trim())
  if (name === '' || old === '' || rest.length > 0) {
    throw new InvalidArgumentError('应像 "白沙街道=白沙路街道"，左边是文件里的名称。')
  }
  if (before.has(name)) throw new InvalidArgumentError(`“${name}”写了两次。`)
  return new Map([...before, [name, old]])
}

class NothingSaved extends Error {
  constructor(readonly report: FenceImportReport) {
    super('nothing saved')
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
        fileName: path.basename(file),
        orgId: await findOrg(tx, options.org),
        parentPath: options.parent,
        confirmed: options.yes,
        now: new Date(),
        newId: randomUUID,
        progress: (done, of) => process.stderr.isTTY && process.stderr.write(`\r${done}/${of} `),
      })
      // Thrown out of the transaction, so that the org made on the way does not stay either.
      if (!report.saved) throw new NothingSaved(report)
      return report
    })
    .catch((error: unknown) => {
      if (error instanceof NothingSaved) return error.report
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
