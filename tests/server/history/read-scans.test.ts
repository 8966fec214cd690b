import { rmSync } from 'node:fs'
import { encodingOf } from '../../../server/history/read-lines'
import { readScans, type ScanFault } from '../../../server/history/read-scans'
import { aFile, HEADER } from '../../fixtures/history/files'

const ROW = 'e1,2021-07-03T09:30:00+08:00,,P1,V1,scan,121.05,30.05,15'

async function read(content: string | Uint8Array) {
  const file = aFile(content)
  try {
    const encoding = await encodingOf(file)
    const rows = []
    const faults: ScanFault[] = []
    for await (const part of readScans(file, encoding)) {
      rows.push(...part.rows)
      faults.push(...part.faults)
    }
    return { encoding, rows, faults }
  } finally {
    rmSync(file)
  }
}
const linesOf = (...lines: string[]) => [HEADER, ...lines].join('\n')
const refusalOf = (content: string | Uint8Array) =>
  read(content).then(
    () => null,
    (error: { code: string; details: unknown }) => error,
  )

test.each<[string, string]>([
  ['line feeds', `${HEADER}\n${ROW}\n`],
  ['no line end at the end', `${HEADER}\n${ROW}`],
  ['CRLF', `${HEADER}\r\n${ROW}\r\n`],
  ['CR alone', `${HEADER}\r${ROW}\r`],
  ['a byte order mark', `\uFEFF${HEADER}\n${ROW}`],
  ['empty lines', `\n\n${HEADER}\n\n${ROW}\n   \n`],
  ['tabs', `${HEADER}\n${ROW}`.replaceAll(',', '\t')],
  ['semicolons', `${HEADER}\n${ROW}`.replaceAll(',', ';')],
  ['spaces around', `${HEADER}\n${ROW}`.replaceAll(',', ' , ')],
  ['every cell quoted', `${HEADER}\n${ROW}`.replace(/[^,\n]+/g, '"$&"')],
  ['capital letters', `${HEADER.toUpperCase()}\n${ROW}`],
])('a file with %s is read', async (_, content) => {
  const { rows, faults } = await read(content)
  expect(faults).toEqual([])
  expect(rows).toMatchObject([{ eventId: 'e1', promoter: 'P1', volunteer: 'V1' }])
})

test('columns may stand in any order, be too many, or leave out the optional ones', async () => {
  const { rows } = await read(
    'note,volunteer,promoter,"a, b",occurred_at,event_id\n"x, ""y""\nz",V1,P1,,2021-07-03T09:30Z,e1',
  )
  expect(rows).toEqual([
    {
      eventId: 'e1',
      occurredAt: '2021-07-03T09:30Z',
      receivedAt: '2021-07-03T09:30Z',
      promoter: 'P1',
      volunteer: 'V1',
      kind: '',
      point: null,
      accuracyMeters: null,
    },
  ])
})

test('a file saved as GBK or UTF-16 is read, and its encoding named', async () => {
  const gbk = Buffer.concat([
    Buffer.from(linesOf('e1,2021-07-03T09:30Z,,P1,')),
    Buffer.from([0xd5, 0xc5]),
  ])
  expect(await read(gbk)).toMatchObject({ encoding: 'gb18030', rows: [{ volunteer: '张' }] })
  const utf16 = Buffer.from(`\uFEFF${linesOf('e1,2021-07-03T09:30Z,,P1,张')}`, 'utf16le')
  expect(await read(utf16)).toMatchObject({ encoding: 'utf-16le', rows: [{ volunteer: '张' }] })
})

test('bytes that are no text spoil their own row only', async () => {
  const broken = Buffer.concat([
    Buffer.from(linesOf('e1,2021-07-03T09:30Z,,P1,张', 'e2,2021-07-03T09:30Z,,P1,')),
    Buffer.from([0xff, 0xff]),
  ])
  const { rows, faults } = await read(broken)
  expect(rows).toMatchObject([{ volunteer: '张' }])
  expect(faults).toMatchObject([{ line: 3, column: 'volunteer' }])
})

test.each<[string, string, object]>([
  [
    'an empty file',
    '',
    { missing: ['event_id', 'occurred_at', 'promoter', 'volunteer'], found: [] },
  ],
  ['another header', 'id,time\n1,2', { line: 1, found: ['id', 'time'] }],
  ['a missing column', '\nevent_id,occurred_at,promoter\n', { line: 2, missing: ['volunteer'] }],
  ['a column twice', `${HEADER},kind\n${ROW},x`, { twice: ['kind'] }],
  ['a binary file', '\u0000\u0001\u0002'.repeat(400_000), { line: 1 }],
])('%s is refused, saying what is missing', async (_, content, details) => {
  expect(await refusalOf(content)).toMatchObject({ code: 'CSV_INVALID', details })
})

test('a header alone is a history without rows', async () => {
  expect(await read(`${HEADER}\n`)).toMatchObject({ rows: [], faults: [] })
})

test('what cannot be read is named by line and column, and the rest is read', async () => {
  const { rows, faults } = await read(
    linesOf(
      ROW,
      'e2,2021-07-03T09:30:00,,P1,V2,,,,',
      'e3,2021-02-30T09:30:00Z,,P1,V3,,,,',
      `"e
4",2021-07-03T09:30Z,,,V4,,,,`,
      'e5,2021-07-03T09:30Z,,P1,V5,,30.05,121.05,',
      'e6,2021-07-03T09:30Z,,P1,V6,,NaN,30,',
      'e7,2021-07-03T09:30Z,,P1,V7,,121,Infinity,',
      'e8,2021-07-03T09:30Z',
      `${ROW},too,many`,
      `${'x'.repeat(10_000)},2021-07-03T09:30Z,,P1,V8,,,,`,
      ROW,
    ),
  )
  expect(rows).toHaveLength(2)
  expect(faults.map(({ line, column }) => [line, column])).toEqual([
    [3, 'occurred_at'],
    [4, 'occurred_at'],
    [5, 'promoter'],
    [7, 'lat'],
    [8, 'lng'],
    [9, 'lat'],
    [10, 'promoter'],
    [11, null],
    [12, 'event_id'],
  ])
  expect(Math.max(...faults.map(({ found }) => found.length))).toBeLessThanOrEqual(80)
})

test('a quote left open costs its own line, not the rest of the file', async () => {
  const good = Array.from({ length: 300 }, (_, n) => ROW.replace('e1', `g${n}`))
  const { rows, faults } = await read(linesOf(`"e0,${ROW}`, ...good, `${ROW},"`, ...good))
  expect(rows).toHaveLength(600)
  expect(faults).toMatchObject([
    { line: 2, column: null, expected: 'QUOTES_OF_A_CELL_CLOSED' },
    { line: 303, column: null, expected: 'QUOTES_OF_A_CELL_CLOSED' },
  ])
})

test('a line without end is named and left out', async () => {
  const { rows, faults } = await read(linesOf('x'.repeat(2_000_000), ROW))
  expect(rows).toHaveLength(1)
  expect(faults).toMatchObject([{ line: 2, expected: 'LINE_OF_ORDINARY_LENGTH' }])
})
