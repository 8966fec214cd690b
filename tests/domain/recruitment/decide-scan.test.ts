import { decideScan } from '../../../domain/recruitment/decide-scan'

const NOW = 1_000_000
const open = (changed: { codeId?: string; expiresAtMs?: number; place?: string | null } = {}) => ({
  codeId: 'first',
  expiresAtMs: NOW + 1,
  place: null,
  ...changed,
})

test('without an open recruitment a scan starts one', () => {
  expect(decideScan(null, { codeId: 'first', atMs: NOW })).toBe('start')
})

test('the same code again resumes, as long as it has not run out', () => {
  expect(decideScan(open(), { codeId: 'first', atMs: NOW })).toBe('resume')
  expect(decideScan(open({ expiresAtMs: NOW }), { codeId: 'first', atMs: NOW })).toBe('replace')
  expect(decideScan(open({ expiresAtMs: NOW - 1 }), { codeId: 'first', atMs: NOW })).toBe('replace')
})

test.each(['inside', 'near', 'declared'])(
  'a scan placed %s keeps its promoter: another code cannot push it aside',
  (place) => {
    expect(decideScan(open({ place }), { codeId: 'second', atMs: NOW })).toBe('resume')
  },
)

test.each([null, 'outside', 'unknown', 'placeless'])(
  'a scan placed %p gives way to a later code',
  (place) => {
    expect(decideScan(open({ place }), { codeId: 'second', atMs: NOW })).toBe('replace')
  },
)

test('a placed scan that ran out gives way', () => {
  const ranOut = open({ place: 'inside', expiresAtMs: NOW })
  expect(decideScan(ranOut, { codeId: 'second', atMs: NOW })).toBe('replace')
})
