import type { ImportReport } from '../../server/history/import-scans'

type Fault = ImportReport['faults'][number]

const OUTCOMES: Record<string, string> = {
  credited: '首次有效扫码，绑定并计分',
  later_scan: '同一宣传员的再次扫码',
  other_promoter: '已绑定其他宣传员',
  double_tap: '连点两次',
  self_scan: '自己扫自己',
  staff: '宣传员互扫',
  outside: '在所有围栏之外',
  not_a_scan: '不是扫码（阅读、转发等）',
}

const EXPECTED: Record<Fault['expected'], string> = {
  ID_OF_1_TO_100_CHARACTERS: '应为 1 到 100 个字的编号',
  ISO_8601_WITH_OFFSET: '应为真实存在、带时区的时间，例如 2021-07-03T09:30:00+08:00',
  LNG_OF_180_DEGREES: '应为 -180 到 180 的经度',
  LAT_OF_90_DEGREES: '应为 -90 到 90 的纬度（经度和纬度写反了吗？）',
  METERS_OR_EMPTY: '应为以米计的数字，或留空',
  AS_MANY_CELLS_AS_THE_HEADER: '格数比表头多，是不是有逗号没有加引号？',
  QUOTES_OF_A_CELL_CLOSED: '引号没有成对，这一行没有读',
  LINE_OF_ORDINARY_LENGTH: '一行太长，这一行没有读',
}

/** The report in words, the most important first. */
export function linesOfReport(report: ImportReport): string[] {
  const lines: string[] = []
  if (report.encoding !== 'utf-8') lines.push(`文件编码按 ${report.encoding} 读取`)
  lines.push(
    `读取 ${report.rows} 行：新增 ${report.added}，以前已导入 ${report.known}，` +
      `编号重复 ${report.repeated}，读不懂 ${report.unreadable}`,
  )
  for (const [outcome, n] of Object.entries(report.outcomes).sort(([, a], [, b]) => b - a))
    lines.push(`  ${String(n).padStart(8)}  ${OUTCOMES[outcome] ?? outcome}`)
  if (report.contradicting > 0)
    lines.push(
      `有 ${report.contradicting} 个编号出现过不同的内容：以先导入的为准，同一文件里以时间最早的为准`,
    )
  for (const fault of report.faults) lines.push(lineOfFault(fault))
  if (report.unreadable > report.faults.length)
    lines.push(`…… 另有 ${report.unreadable - report.faults.length} 行读不懂`)
  return lines
}

function lineOfFault({ line, column, found, expected }: Fault): string {
  const where = column ? `第 ${line} 行 ${column} 列` : `第 ${line} 行`
  return `${where}：读到“${found}”，${EXPECTED[expected]}`
}

/** Why a file's first line is no header of a history. */
export function sentenceOfHeader(details: Record<string, unknown>): string {
  const list = (name: string) => (Array.isArray(details[name]) ? details[name].map(String) : [])
  const [missing, twice, found] = [list('missing'), list('twice'), list('found')]
  if (found.length === 0)
    return '文件里没有表头：第一行应为列名，例如 event_id,occurred_at,promoter,volunteer'
  const faults = [
    missing.length > 0 ? `缺少列 ${missing.join('、')}` : '',
    twice.length > 0 ? `列名重复 ${twice.join('、')}` : '',
  ].filter(Boolean)
  return `表头不对（第 ${String(details.line)} 行）：${faults.join('；')}。读到的是 ${found.join(', ')}`
}
