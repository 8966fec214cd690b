import { codeFromQuery, codeFromText } from '../../src/device/launch'
import { randomId } from '../../src/device/random-id'

test('a mini-program code arrives as an encoded scene', () => {
  expect(codeFromQuery({ scene: encodeURIComponent('BoxDYUHeLBg4UMBk') })).toBe('BoxDYUHeLBg4UMBk')
})

test('a plain-link code arrives as a whole address in q', () => {
  const link = 'https://example.gov.cn/c/BoxDYUHeLBg4UMBk?from=x'
  expect(codeFromQuery({ q: encodeURIComponent(link) })).toBe('BoxDYUHeLBg4UMBk')
})

test('a page opened without a code has none', () => {
  expect(codeFromQuery({})).toBeNull()
})

test.each([
  ['the number under the code', ' BoxDYUHeLBg4UMBk ', 'BoxDYUHeLBg4UMBk'],
  ['the address of our page', 'http://x.cn/#/pages/scan/scan?scene=BoxDYUHeLBg4', 'BoxDYUHeLBg4'],
  ['something else', '你好', null],
  ['too short', 'abc', null],
  ['a shop code', 'https://shop.example/pay?id=1', null],
])('a typed text is read: %s', (_what, text, code) => {
  expect(codeFromText(text)).toBe(code)
})

test('a broken escape does not break the page', () => {
  expect(codeFromQuery({ scene: '%E0%A4%A' })).toBeNull()
})

test('ids made on the phone are UUIDs and differ', () => {
  const ids = Array.from({ length: 200 }, randomId)
  expect(new Set(ids).size).toBe(200)
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  }
})
