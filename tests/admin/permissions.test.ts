import './browser-stand-ins'
import { type GuardedAction, mayAsk, ROLES_BY_ACTION } from '../../admin/permissions'
import { menuFor } from '../../admin/shell/menu'
import { ACTIONS } from '../../contract/actions'
import { ROLES } from '../../contract/roles'

const GUARDED = Object.keys(ROLES_BY_ACTION) as GuardedAction[]

test.each(GUARDED)(
  'the console offers %s to exactly those whom the contract lets ask',
  (action) => {
    const { audience } = ACTIONS[action]
    for (const role of ROLES) {
      const allowed = Array.isArray(audience) && audience.some((one) => one === role)
      expect([role, mayAsk(action, [role])]).toEqual([role, allowed])
    }
  },
)

test('an auditor looks at everything but decides nothing', () => {
  expect(menuFor(['auditor']).map(({ path }) => path)).toEqual([
    '/',
    '/fences',
    '/codes',
    '/members',
    '/recruitments',
    '/audit',
  ])
})

test('a volunteer has no menu here, a chief who is also a promoter has the whole', () => {
  expect(menuFor(['volunteer', 'promoter'])).toEqual([])
  expect(menuFor(['promoter', 'station_chief'])).toHaveLength(7)
})
