import { randomUUID } from 'node:crypto'
import { fourDigits, promoterNickname, residentNickname } from '../../../domain/members/nickname'

test('four digits come from the end of the id, with leading zeros', () => {
  expect(fourDigits('00000000-0000-4000-8000-000000000007')).toBe('0007')
  expect(fourDigits('00000000-0000-4000-8000-000000002710')).toBe('0000')
  expect(fourDigits('00000000-0000-4000-8000-0000ffffffff')).toBe('7295')
})

test('a nickname is the role and the digits', () => {
  const id = '00000000-0000-4000-8000-000000000007'
  expect(residentNickname(id)).toBe('街坊0007')
  expect(promoterNickname(id)).toBe('宣传员0007')
})

test('every id gives exactly four digits, and they spread', () => {
  const seen = new Set(Array.from({ length: 2000 }, () => fourDigits(randomUUID())))
  for (const digits of seen) expect(digits).toMatch(/^\d{4}$/)
  expect(seen.size).toBeGreaterThan(1500)
})
