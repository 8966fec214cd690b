import { depsFor } from '../open-deps'
import { cloudIdentity } from './cloud-identity'
import { type Config, readConfig } from './config'
import { openDatabase } from './database'
import type { Identity } from './identity'
import { RuleError, refusalOf } from './rule-error'
import { type Deps, serve } from './serve'

/** An instance serves one event at a time; a second connection would be another's. */
const CONNECTIONS = 1

export type EventFunction = (event: unknown, context: object) => Promise<object>

/** Settings and pool are read at the first call and kept for the instance's life. */
export function doorDeps(door: Deps['door']): () => { deps: Deps; config: Config } {
  let held: { deps: Deps; config: Config } | null = null
  return () => {
    if (held) return held
    const config = readConfig({ FANGPIAN_MODE: 'cloudbase', ...process.env }, '/')
    if (config.mode === 'local') throw new Error('a deployed door never runs in local mode')
    const { db } = openDatabase(config.databaseUrl ?? '', CONNECTIONS)
    held = { config, deps: depsFor(config, { db, key: config.key ?? '', door }) }
    return held
  }
}

/**
 * A door for `wx.cloud.callFunction`: event {action, input, requestId} → the same answer object as
 * over HTTP. Identity comes from the call's own context, never from the event.
 */
export function eventDoor(door: Deps['door']): EventFunction {
  const open = doorDeps(door)
  return async (event, context) => {
    const { action, input, requestId } = (event ?? {}) as Record<string, unknown>
    try {
      const { deps } = open()
      const identity: Identity = cloudIdentity(context)
      const { answer } = await serve(deps, { action: String(action), input, requestId, identity })
      return { ...answer, requestId }
    } catch {
      return { ...refusalOf(new RuleError('UNAVAILABLE')), requestId }
    }
  }
}
