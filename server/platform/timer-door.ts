import { sql } from 'kysely'
import { expireOpen } from '../recruitment/expire-open'
import { cloudIdentity } from './cloud-identity'
import { doorDeps } from './open-door'
import { RuleError, refusalOf } from './rule-error'

const ROUNDS_MAX = 20

/**
 * The clock's door. A timer has no caller: an event that carries an openid came from a person and
 * is refused.
 */
export function timerDoor(): (event: unknown, context: object) => Promise<object> {
  const open = doorDeps('all')
  return async (_event, context) => {
    if (cloudIdentity(context).kind !== 'nobody') return refusalOf(new RuleError('FORBIDDEN'))
    const { deps } = open()
    let expired = 0
    for (let round = 0; round < ROUNDS_MAX; round++) {
      const closed = await deps.db.transaction().execute(async (tx) => {
        const { rows } = await sql<{ now: Date }>`select now()`.execute(tx)
        return expireOpen(tx, rows[0]?.now ?? new Date(0))
      })
      expired += closed
      if (closed === 0) break
    }
    return { ok: true, data: { expired } }
  }
}
