import { entriesForCredit } from '../../../domain/ledger/entries-for-credit'
import { RULES } from '../../../domain/recruitment/rules'

test('a credited recruitment pays the one who taught and the one who learned', () => {
  const entries = entriesForCredit({ sourceId: 's1', promoterId: 'p', volunteerId: 'v' }, RULES)
  expect(entries).toEqual([
    {
      memberId: 'p',
      key: 'recruit:s1',
      what: 'recruit',
      role: 'promoter',
      points: 10,
      recruits: 1,
    },
    {
      memberId: 'v',
      key: 'learned:s1',
      what: 'learned',
      role: 'volunteer',
      points: 5,
      recruits: 0,
    },
  ])
})

test('a poster belongs to an org: only the learner’s account moves', () => {
  const entries = entriesForCredit({ sourceId: 's1', promoterId: null, volunteerId: 'v' }, RULES)
  expect(entries.map(({ memberId, what }) => [memberId, what])).toEqual([['v', 'learned']])
})

test('keys differ by credit, so another credit of the same people is another entry', () => {
  const keys = ['s1', 's2'].flatMap((sourceId) =>
    entriesForCredit({ sourceId, promoterId: 'p', volunteerId: 'v' }, RULES).map(({ key }) => key),
  )
  expect(new Set(keys).size).toBe(4)
})
