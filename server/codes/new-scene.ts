import { randomBytes } from 'node:crypto'

const SCENE_BYTES = 18

/** 144 random bits in 24 characters that WeChat allows in a scene (32 at most). */
export function newScene(): string {
  return randomBytes(SCENE_BYTES).toString('base64url')
}
