import { pino } from 'pino'
import { fenceMemory } from './fences/fence-memory'
import type { Config } from './platform/config'
import type { Db } from './platform/database'
import { secretsFrom } from './platform/secrets'
import type { Deps } from './platform/serve'
import { VERBS } from './verbs'

const REDACTED = ['*.token', '*.openid', '*.authorization', '*.lng', '*.lat', '*.staffName']

/** Puts the parts of a door together; `key` is the data key (base64, 32 bytes). */
export function depsFor(
  config: Pick<Config, 'mode' | 'logLevel'>,
  parts: { db: Db; key: string; door: Deps['door'] },
): Deps {
  return {
    db: parts.db,
    verbs: VERBS,
    secrets: secretsFrom(parts.key),
    fences: fenceMemory(),
    log: pino({ level: config.logLevel, redact: REDACTED }),
    local: config.mode === 'local',
    door: parts.door,
  }
}
