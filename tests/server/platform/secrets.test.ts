import { newToken, secretsFrom, tokenHash } from '../../../server/platform/secrets'

const secrets = secretsFrom(Buffer.alloc(32, 1).toString('base64'))
const others = secretsFrom(Buffer.alloc(32, 2).toString('base64'))

test.each(['', 'a', '王警官', '\u{1F600}', 'x'.repeat(10_000)])(
  '%p comes back as it was',
  (text) => {
    expect(secrets.decrypt(secrets.encrypt(text))).toBe(text)
  },
)

test('the same text is sealed differently each time, and never readable', () => {
  const sealed = Array.from({ length: 50 }, () => secrets.encrypt('王警官'))
  expect(new Set(sealed.map((one) => one.toString('hex'))).size).toBe(50)
  for (const one of sealed) expect(one.includes(Buffer.from('王警官'))).toBe(false)
})

test('one changed byte is noticed, wherever it is', () => {
  const sealed = secrets.encrypt('王警官')
  // The first byte names the key; all others are under the seal.
  for (let at = 1; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => secrets.decrypt(changed)).toThrow()
  }
})

test('a shortened seal is noticed', () => {
  const sealed = secrets.encrypt('王警官')
  for (let length = 0; length < sealed.length; length++)
    expect(() => secrets.decrypt(sealed.subarray(0, length))).toThrow()
})

test('another key opens nothing', () => {
  expect(() => others.decrypt(secrets.encrypt('王警官'))).toThrow()
})

test('an index finds the same openid and tells nothing across keys', () => {
  expect(secrets.index('openid', 'o-1')).toEqual(secrets.index('openid', 'o-1'))
  expect(secrets.index('openid', 'o-1')).not.toEqual(secrets.index('openid', 'o-2'))
  expect(secrets.index('openid', 'o-1')).not.toEqual(others.index('openid', 'o-1'))
  expect(secrets.index('openid', 'o-1')).toHaveLength(32)
})

test('a token has 256 random bits, and its hash is what is looked up', () => {
  const made = Array.from({ length: 100 }, newToken)
  expect(new Set(made.map(({ token }) => token)).size).toBe(100)
  for (const { token, hash } of made) {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(tokenHash(token)).toEqual(hash)
  }
})
