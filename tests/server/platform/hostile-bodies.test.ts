import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { ActionSpec } from '../../../contract/action'
import { ACTIONS, type ActionName } from '../../../contract/actions'
import { type ErrorCode, STATUS_BY_ERROR_CODE } from '../../../contract/errors'
import { serve } from '../../../server/platform/serve'
import { aPromoter, aTestCounty, WEST } from '../../fixtures/a-county'
import { untilQuiz, visit } from '../../fixtures/a-visit'
import { aWorld, type World } from '../../fixtures/a-world'
import { hostileBodies } from '../../fixtures/hostile-bodies'

const RUNS_EACH = 60
const specs = Object.entries(ACTIONS as Record<string, ActionSpec>) as [ActionName, ActionSpec][]
/** What any action may answer, besides what its own spec names. */
const COMMON: readonly ErrorCode[] = [
  'BAD_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'REQUEST_ID_REQUIRED',
]

/** Mostly people who get past the audience, because what lies behind is what can break. */
const callersOf = ({ audience }: ActionSpec) =>
  Array.isArray(audience)
    ? ['boss', 'boss', 'chief-west', 'promoter-1', 'promoter-1', 'stranger-1', null]
    : ['volunteer-1', 'stranger-1', 'stranger-1', 'promoter-1', null]

let world: World
const ids: string[] = []

beforeAll(async () => {
  world = await aWorld()
  const county = await aTestCounty(world)
  const promoter = await aPromoter(world, county, 'promoter-1')
  const { id } = await visit(world, 'volunteer-1', { scene: promoter.scene, at: WEST })
  const open = await untilQuiz(world, 'stranger-1', { scene: promoter.scene, at: WEST })
  const { applicationId } = await world.ok('volunteer-1', 'promoters.apply', {
    orgId: county.westId,
    fenceId: null,
    staffName: '测试员',
  })
  ids.push(id, open, applicationId, promoter.codeId, promoter.memberId)
  ids.push(county.westId, county.westFenceId, county.westVillageId)
})
afterAll(() => world?.close())

test.each(specs)(
  'whatever a stranger sends to %s, it is answered, never an internal error',
  async (action, spec) => {
    const body = hostileBodies(spec, ids)
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom(...callersOf(spec)), async (input, openid) => {
        const identity = openid
          ? ({ kind: 'openid', openid, source: 'wx_client' } as const)
          : ({ kind: 'nobody', source: 'wx_client' } as const)
        const requestId = randomUUID()
        const { status, answer } = await serve(world.deps, { action, input, requestId, identity })
        expect(status).toBeLessThan(500)
        if (answer.ok) {
          expect(spec.output.safeParse(answer.data)).toMatchObject({ success: true })
          return
        }
        const { code } = answer.error
        expect([...COMMON, ...spec.errors]).toContain(code)
        expect(status).toBe(STATUS_BY_ERROR_CODE[code as ErrorCode])
      }),
      { numRuns: RUNS_EACH },
    )
  },
)
