import { randomUUID } from 'node:crypto'
import type { ActionSpec } from '../../../contract/action'
import { ACTIONS, type ActionName } from '../../../contract/actions'
import { auditHash } from '../../../server/platform/audit'
import { aPromoter, aTestCounty, type TestCounty, WEST } from '../../fixtures/a-county'
import { visit } from '../../fixtures/a-visit'
import { aWorld, type World } from '../../fixtures/a-world'

let world: World
let county: TestCounty

beforeAll(async () => {
  world = await aWorld()
  county = await aTestCounty(world)
})
afterAll(() => world?.close())

interface AuditRow {
  readonly seq: string
  readonly at: Date
  readonly actor_id: string | null
  readonly action: string
  readonly target: string
  readonly org_id: string | null
  readonly reason: string | null
  readonly detail: object
  readonly prev_hash: Buffer
  readonly hash: Buffer
}

/** The number of the first row whose hash or link is wrong; null when the chain is whole. */
async function firstBroken(): Promise<number | null> {
  const { rows } = await world.pool.query<AuditRow>('select * from audit_entry order by seq')
  const { rows: heads } = await world.pool.query<{ seq: string; hash: Buffer }>(
    'select seq, hash from audit_head',
  )
  let before: Buffer = Buffer.from([0])
  for (const [at, row] of rows.entries()) {
    const seq = Number(row.seq)
    const hash = auditHash({ ...row, seq, detail: JSON.stringify(row.detail) })
    const linked = seq === at + 1 && row.prev_hash.equals(before) && hash.equals(row.hash)
    if (!linked) return seq
    before = row.hash
  }
  const [head] = heads
  return head?.hash.equals(before) && Number(head.seq) === rows.length ? null : rows.length + 1
}

const entries = async () => (await world.ok('boss', 'audit.list', { limit: 50 })).items

/** Every writing action of the console and how to do it; a new one without a line here fails. */
const WRITES: Partial<
  Record<ActionName, () => Promise<{ target: string; reason: string | null }>>
> = {
  'promoters.approve': async () => {
    const applicationId = await anApplication()
    await world.ok('chief-west', 'promoters.approve', { applicationId })
    return { target: `promoter_application:${applicationId}`, reason: null }
  },
  'promoters.refuse': async () => {
    const applicationId = await anApplication()
    await world.ok('chief-west', 'promoters.refuse', { applicationId, reason: '材料不全' })
    return { target: `promoter_application:${applicationId}`, reason: '材料不全' }
  },
  'codes.revoke': async () => {
    const { codeId } = await aPromoter(world, county, `p-${randomUUID()}`)
    await world.ok('chief-west', 'codes.revoke', { codeId, reason: '离岗' })
    return { target: `code:${codeId}`, reason: '离岗' }
  },
  'recruitment.decide': async () => {
    const { scene } = await aPromoter(world, county, `p-${randomUUID()}`)
    const { id } = await visit(world, `v-${randomUUID()}`, { scene })
    const decision = { recruitmentId: id, decision: 'credited', reason: '见过本人' } as const
    await world.ok('chief-west', 'recruitment.decide', decision)
    return { target: `recruitment:${id}`, reason: '见过本人' }
  },
}
const anApplication = async () =>
  (
    await world.ok(`a-${randomUUID()}`, 'promoters.apply', {
      orgId: county.westId,
      fenceId: null,
      staffName: '测试员',
    })
  ).applicationId

const consoleWrites = (
  Object.entries(ACTIONS as Record<string, ActionSpec>) as [ActionName, ActionSpec][]
)
  .filter(([, { door, writes }]) => door === 'console' && writes)
  .map(([action]) => action)

test.each(consoleWrites)(
  '%s leaves one row that says who, what, to whom and why',
  async (action) => {
    const write = WRITES[action]
    if (!write) throw new Error(`add ${action} to this test`)
    const { target, reason } = await write()
    const [newest] = await entries()
    expect(newest).toMatchObject({ action, target, reason })
    expect(newest?.actorName).not.toBe('')
    expect((await entries()).filter((one) => one.target === target)).toHaveLength(1)
    expect(await firstBroken()).toBeNull()
  },
)

test('a refused write leaves no row', async () => {
  const before = (await entries()).length
  const applicationId = await anApplication()
  await world.call('chief-east', 'promoters.approve', { applicationId })
  await world.call('auditor', 'promoters.approve', { applicationId })
  await world.call('chief-west', 'codes.revoke', { codeId: randomUUID(), reason: '离岗' })
  expect(await entries()).toHaveLength(before)
  expect(await firstBroken()).toBeNull()
})

test('an audit row holds no sealed name and no openid', async () => {
  const { rows } = await world.pool.query<{ text: string }>(
    `select string_agg(to_jsonb(a)::text, '') as text from audit_entry a`,
  )
  expect(rows[0]?.text).not.toMatch(/测试员|"p-|"a-/)
})

test.each([
  ["update audit_entry set reason = 'other'", 'UPDATE of audit_entry'],
  ['delete from audit_entry', 'DELETE of audit_entry'],
  ['truncate audit_entry', 'TRUNCATE of audit_entry'],
  ['update ledger_entry set points = points + 1', 'UPDATE of ledger_entry'],
  ['delete from ledger_entry', 'DELETE of ledger_entry'],
  ['truncate ledger_entry', 'TRUNCATE of ledger_entry'],
  ['truncate ledger_entry, audit_entry cascade', 'TRUNCATE of'],
])('even who may do everything in the database cannot: %s', async (statement, refusal) => {
  const { scene } = await aPromoter(world, county, `p-${randomUUID()}`)
  await visit(world, `v-${randomUUID()}`, { scene, at: WEST })
  await expect(world.pool.query(statement)).rejects.toThrow(`${refusal}`)
  await expect(world.pool.query(statement)).rejects.toMatchObject({ code: '42501' })
})

describe('when somebody switches the guard off and changes one thing', () => {
  const middle = '(select (max(seq) + 1) / 2 from audit_entry)'
  const tamperings: readonly [string, string][] = [
    ['a letter of a reason', `update audit_entry set reason = '材料不齐' where seq = ${middle}`],
    ['the actor', `update audit_entry set actor_id = null where seq = ${middle}`],
    ['the org', `update audit_entry set org_id = null where seq = ${middle}`],
    ['the target', `update audit_entry set target = target || ' ' where seq = ${middle}`],
    ['the action', `update audit_entry set action = 'codes.list' where seq = ${middle}`],
    ['a millisecond', `update audit_entry set at = at + interval '1 ms' where seq = ${middle}`],
    ['the detail', `update audit_entry set detail = '{"memberId":"x"}' where seq = ${middle}`],
    [
      'a byte of a hash',
      `update audit_entry set hash = set_byte(hash, 7, (get_byte(hash, 7) + 1) % 256) where seq = ${middle}`,
    ],
    ['one row away', `delete from audit_entry where seq = ${middle}`],
    [
      'the newest row away',
      'delete from audit_entry where seq = (select max(seq) from audit_entry)',
    ],
  ]

  test.each(tamperings)('%s, the chain notices', async (_name, statement) => {
    expect(await firstBroken()).toBeNull()
    const client = await world.pool.connect()
    try {
      const { rows: kept } = await client.query<AuditRow>('select * from audit_entry order by seq')
      await client.query('alter table audit_entry disable trigger user')
      const { rowCount } = await client.query(statement)
      expect(rowCount).toBe(1)
      expect(await firstBroken()).not.toBeNull()
      await client.query('delete from audit_entry')
      for (const row of kept) await putBack(row)
      await client.query('alter table audit_entry enable trigger user')
    } finally {
      client.release()
    }
    expect(await firstBroken()).toBeNull()
  })

  const putBack = (row: AuditRow) =>
    world.pool.query(
      `insert into audit_entry (seq, at, actor_id, action, target, org_id, reason, detail, prev_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        row.seq,
        row.at,
        row.actor_id,
        row.action,
        row.target,
        row.org_id,
        row.reason,
        JSON.stringify(row.detail),
        row.prev_hash,
        row.hash,
      ],
    )
})

test('rows written at the same moment form one chain', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, anApplication))
  await Promise.all(
    ids.map((applicationId) => world.ok('boss', 'promoters.approve', { applicationId })),
  )
  expect(await firstBroken()).toBeNull()
})

test('pages of the audit show every row once, newest first', async () => {
  const seen: number[] = []
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await world.ok('auditor', 'audit.list', { cursor, limit: 7 })
    seen.push(...page.items.map(({ seq }) => seq))
    cursor = page.nextCursor ?? undefined
    more = page.nextCursor !== null
  }
  expect(seen).toEqual(Array.from({ length: seen.length }, (_, at) => seen.length - at))
  expect(seen.length).toBeGreaterThan(20)
})
