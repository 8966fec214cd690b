import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'

const IV_BYTES = 12
const TAG_BYTES = 16
const KEY_ID = 1

/** Encrypts, decrypts and indexes personal data with one data key (32 bytes, base64). */
export interface Secrets {
  /** AES-256-GCM: key id (1 byte), nonce (12), tag (16), ciphertext. */
  encrypt(text: string): Buffer
  /** Throws when a byte was changed or the key is another one. */
  decrypt(sealed: Buffer): string
  /** HMAC-SHA256 for equality search; `purpose` keeps indexes of different columns apart. */
  index(purpose: 'openid', text: string): Buffer
}

/** The two keys are derived from one, so that an index never helps to decrypt. */
export function secretsFrom(base64Key: string): Secrets {
  const master = Buffer.from(base64Key, 'base64')
  const cipherKey = createHmac('sha256', master).update('fangpian cipher').digest()
  const indexKey = createHmac('sha256', master).update('fangpian index').digest()
  return {
    encrypt(text) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', cipherKey, iv)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([KEY_ID]), iv, cipher.getAuthTag(), sealed])
    },
    decrypt(sealed) {
      const iv = sealed.subarray(1, 1 + IV_BYTES)
      const tag = sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, iv)
      decipher.setAuthTag(tag)
      const open = decipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES))
      return Buffer.concat([open, decipher.final()]).toString('utf8')
    },
    index: (purpose, text) => createHmac('sha256', indexKey).update(`${purpose}\0${text}`).digest(),
  }
}

/** A session token: 256 random bits, shown once; only its SHA-256 is stored. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: tokenHash(token) }
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
