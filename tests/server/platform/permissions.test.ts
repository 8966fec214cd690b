import { randomUUID } from 'node:crypto'
import type { ActionSpec } from '../../../contract/action'
import { ACTIONS, type ActionName } from '../../../contract/actions'
import { ROLES, type Role } from '../../../contract/roles'
import { serve } from '../../../server/platform/serve'
import { aPromoter, aTestCounty, staff, type TestCounty, WEST } from '../../fixtures/a-county'
import { visit } from '../../fixtures/a-visit'
import { aWorld, type World } from '../../fixtures/a-world'

let world: World
let county: TestCounty
let recruitmentId: string
let volunteerId: string

const specs = Object.entries(ACTIONS as Record<string, ActionSpec>) as [ActionName, ActionSpec][]
const guarded = specs.filter(([, { audience }]) => Array.isArray(audience))
const signedIn = specs.filter(([, { audience }]) => audience === 'member')

/** A face behind each role; two chiefs, because one of them is of another org. */
const FACES: readonly [string, readonly Role[]][] = [
  ['stranger-1', []],
  ['volunteer-1', ['volunteer']],
  ['promoter-1', ['promoter']],
  ['editor', ['editor']],
  ['auditor', ['auditor']],
  ['chief-west', ['station_chief']],
  ['chief-east', ['station_chief']],
  ['boss', ['super_admin']],
]

/** Inputs that fit; a guarded action without one here fails below. */
const INPUTS: Partial<Record<ActionName, () => object>> = {
  'members.list': () => ({}),
  'fences.list': () => ({}),
  'fences.shapes': () => ({}),
  'promoters.desk': () => ({}),
  'promoters.applications': () => ({}),
  'promoters.approve': () => ({ applicationId: randomUUID() }),
  'promoters.refuse': () => ({ applicationId: randomUUID(), reason: '不符' }),
  'codes.mine': () => ({}),
  'codes.list': () => ({}),
  'codes.revoke': () => ({ codeId: randomUUID(), reason: '离岗' }),
  'recruitment.decide': () => ({
    recruitmentId: randomUUID(),
    decision: 'credited',
    reason: '见过本人',
  }),
  'recruitment.list': () => ({}),
  'recruitment.history': () => ({ recruitmentId }),
  'ledger.ofMember': () => ({ memberId: volunteerId }),
  'overview.read': () => ({}),
  'audit.list': () => ({}),
}

beforeAll(async () => {
  world = await aWorld()
  county = await aTestCounty(world)
  const { scene } = await aPromoter(world, county, 'promoter-1')
  recruitmentId = (await visit(world, 'volunteer-1', { scene, at: WEST })).id
  volunteerId = (await world.ok('volunteer-1', 'members.me', {})).id
})
afterAll(() => world?.close())

test('the faces of this test hold every role there is', () => {
  expect(new Set(FACES.flatMap(([, roles]) => roles))).toEqual(new Set(ROLES))
})

describe.each(guarded)('%s', (action, spec) => {
  const call = (openid: string | null) => {
    const input = INPUTS[action]
    if (!input) throw new Error(`add an input for ${action} to this test`)
    return world.call(openid, action, input() as never)
  }

  test.each(FACES)('by %s', async (openid, roles) => {
    const allowed = roles.some((role) => (spec.audience as readonly Role[]).includes(role))
    const { code } = await call(openid)
    if (allowed) expect([null, 'NOT_FOUND']).toContain(code)
    else expect(code).toBe('FORBIDDEN')
  })

  test('by nobody', async () => {
    expect(await call(null)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
  })
})

test.each(signedIn)('%s needs somebody to be signed in', async (action, spec) => {
  const sample = INPUTS[action]?.() ?? {}
  const { code } = await world.call(null, action, sample as never)
  const shapeIsChecked = !spec.input.safeParse(sample).success
  expect(code).toBe(shapeIsChecked ? 'BAD_INPUT' : 'UNAUTHENTICATED')
})

test('console actions are open to roles only, never to everybody', () => {
  for (const [name, { door, audience }] of specs)
    if (door === 'console') expect([name, Array.isArray(audience)]).toEqual([name, true])
})

test('the door of the mini-program does not know the actions of the console', async () => {
  const deps = { ...world.deps, door: 'member' as const }
  for (const [action, { door, writes }] of specs) {
    if (door !== 'console') continue
    const identity = { kind: 'openid', openid: 'boss', source: 'wx_client' } as const
    const requestId = writes ? randomUUID() : undefined
    const input = INPUTS[action]?.()
    const { answer } = await serve(deps, { action, input, requestId, identity })
    expect(answer).toMatchObject({ ok: false, error: { code: 'UNKNOWN_ACTION' } })
  }
})

test('a role taken away ends at the next call', async () => {
  const memberId = await staff(world, 'former-auditor', 'auditor', county.centreId)
  await world.ok('former-auditor', 'audit.list', {})
  await world.pool.query('update role_assignment set until = now() where member_id = $1', [
    memberId,
  ])
  expect(await world.call('former-auditor', 'audit.list', {})).toMatchObject({ code: 'FORBIDDEN' })
})

test('somebody with two roles may do what either allows, each in its own scope', async () => {
  await staff(world, 'editor-and-chief', 'editor', county.centreId)
  await staff(world, 'editor-and-chief', 'station_chief', county.eastId)
  expect((await world.ok('editor-and-chief', 'recruitment.list', {})).items).toHaveLength(1)
  expect(
    (await world.ok('editor-and-chief', 'promoters.applications', { status: 'approved' })).items,
  ).toEqual([])
})

test('a role in the input is no role', async () => {
  const input = { role: 'super_admin', roles: ['super_admin'], memberId: volunteerId }
  expect(await world.call('stranger-1', 'members.me', input as never)).toMatchObject({
    code: 'BAD_INPUT',
  })
})

test('a chief without an org sees nothing', async () => {
  const memberId = await staff(world, 'chief-of-nothing', 'station_chief', county.westId)
  await world.pool.query('update role_assignment set org_id = null where member_id = $1', [
    memberId,
  ])
  for (const action of ['members.list', 'codes.list', 'recruitment.list', 'fences.list'] as const)
    expect((await world.ok('chief-of-nothing', action, {})).items).toEqual([])
})
