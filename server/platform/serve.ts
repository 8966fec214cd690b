import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import * as z from 'zod'
import type { ActionSpec } from '../../contract/action'
import { ACTIONS, type ActionName, type Output, type Parsed } from '../../contract/actions'
import { STATUS_BY_ERROR_CODE } from '../../contract/errors'
import type { FenceMemory } from '../fences/fence-memory'
import type { Ctx, Member } from './context'
import type { Db, Tx } from './database'
import { isPassing, isUnreachable } from './database-errors'
import { type Identity, memberFrom } from './identity'
import { type Answer, bodyHashOf, claimRequest, type RequestKey, storeAnswer } from './request-log'
import { RuleError, refusalOf } from './rule-error'
import type { Secrets } from './secrets'
import { unstorableTextIn } from './storable-text'

export type Verbs = {
  readonly [N in ActionName]: (ctx: Ctx, input: Parsed<N>) => Promise<Output<N>>
}

export interface Deps {
  readonly db: Db
  readonly verbs: Verbs
  readonly secrets: Secrets
  readonly fences: FenceMemory
  readonly log: Logger
  readonly local: boolean
  /** Which door this is: the member door refuses console actions as unknown. */
  readonly door: 'member' | 'console' | 'all'
}

export interface Call {
  readonly action: string
  readonly input: unknown
  readonly requestId: unknown
  readonly identity: Identity
}

const TRIES = 4

/**
 * The one road of a request: known action? input valid? who is it? may they? then the verb, in one
 * transaction. Never throws; every failure becomes a code of the closed set.
 */
export async function serve(deps: Deps, call: Call): Promise<{ status: number; answer: Answer }> {
  try {
    const spec = specOf(deps, call.action)
    const input = parseInput(spec, call.input)
    const requestId = spec.writes ? readRequestId(call.requestId) : null
    const answer = await runWithRetry(deps, call, spec, input, requestId)
    return { status: statusOf(answer), answer }
  } catch (error) {
    return refusal(deps, call.action, error)
  }
}

function statusOf(answer: Answer): number {
  return answer.ok ? 200 : STATUS_BY_ERROR_CODE[answer.error.code]
}

function specOf(deps: Deps, name: string): ActionSpec {
  const spec: ActionSpec | undefined = Object.hasOwn(ACTIONS, name)
    ? ACTIONS[name as ActionName]
    : undefined
  const closedHere =
    !spec || (spec.localOnly && !deps.local) || (deps.door === 'member' && spec.door === 'console')
  if (closedHere) throw new RuleError('UNKNOWN_ACTION')
  return spec
}

function parseInput(spec: ActionSpec, raw: unknown): unknown {
  const read = spec.input.safeParse(raw ?? {})
  if (read.success) return storable(read.data)
  const issues = read.error.issues.slice(0, 10).map((issue) => ({
    path: issue.path.join('.'),
    expected: issue.message,
  }))
  throw new RuleError('BAD_INPUT', { issues })
}

function storable(input: unknown): unknown {
  const path = unstorableTextIn(input)
  if (path === null) return input
  throw new RuleError('BAD_INPUT', { issues: [{ path, expected: 'whole characters, no NUL' }] })
}

function readRequestId(raw: unknown): string {
  const read = z.uuid().safeParse(raw)
  if (read.success) return read.data.toLowerCase()
  throw new RuleError('REQUEST_ID_REQUIRED', { expected: 'requestId: a UUID made by the client' })
}

async function runWithRetry(
  deps: Deps,
  call: Call,
  spec: ActionSpec,
  input: unknown,
  requestId: string | null,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await deps.db
        .transaction()
        .execute((tx) => run(deps, tx, call, spec, input, requestId))
    } catch (error) {
      if (attempt >= TRIES || !isPassing(error)) throw error
    }
  }
}

async function run(
  deps: Deps,
  tx: Tx,
  call: Call,
  spec: ActionSpec,
  input: unknown,
  requestId: string | null,
): Promise<Answer> {
  const now = await nowOf(tx)
  const people = { now, newId: randomUUID, secrets: deps.secrets }
  const member = await callerFor(spec, tx, call.identity, people)
  const ctx: Ctx = {
    ...people,
    tx,
    member,
    source: call.identity.source,
    fences: deps.fences,
  }
  const verb = deps.verbs[call.action as ActionName] as (
    ctx: Ctx,
    input: unknown,
  ) => Promise<unknown>
  if (requestId === null || member === null) return { ok: true, data: await verb(ctx, input) }
  const key = {
    actor: member.id,
    requestId,
    action: call.action,
    bodyHash: bodyHashOf(call.action, input),
  }
  return onceOnly(tx, key, now, () => verb(ctx, input))
}

/** A refusal by a rule is an answer too: it is stored, while what the verb wrote is undone. */
async function onceOnly(
  tx: Tx,
  key: RequestKey,
  now: Date,
  work: () => Promise<unknown>,
): Promise<Answer> {
  const before = await claimRequest(tx, key, now)
  if (before) return before
  await sql`savepoint verb`.execute(tx)
  let answer: Answer
  try {
    answer = { ok: true, data: await work() }
  } catch (error) {
    if (!(error instanceof RuleError) || error.status >= 429) throw error
    await sql`rollback to savepoint verb`.execute(tx)
    answer = refusalOf(error)
  }
  await storeAnswer(tx, key, answer)
  return answer
}

async function nowOf(tx: Tx): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select now()`.execute(tx)
  const now = rows[0]?.now
  if (!now) throw new Error('the database gave no time')
  return now
}

/** A dead session does not stop anyone from reading what is public. */
async function callerFor(
  spec: ActionSpec,
  tx: Tx,
  identity: Identity,
  people: Parameters<typeof memberFrom>[2],
): Promise<Member | null> {
  try {
    const member = await memberFrom(tx, identity, people)
    assertAudience(spec, member)
    return member
  } catch (error) {
    if (spec.audience === 'public' && error instanceof RuleError) return null
    throw error
  }
}

function assertAudience(spec: ActionSpec, member: Member | null): void {
  if (spec.audience === 'public') return
  if (!member) throw new RuleError('UNAUTHENTICATED')
  if (spec.audience === 'member') return
  const allowed = spec.audience
  if (!member.roles.some(({ role }) => allowed.includes(role))) throw new RuleError('FORBIDDEN')
}

function refusal(deps: Deps, action: string, error: unknown): { status: number; answer: Answer } {
  if (error instanceof RuleError) return { status: error.status, answer: refusalOf(error) }
  const code = isUnreachable(error) ? 'UNAVAILABLE' : 'INTERNAL'
  deps.log.error({ action: action.slice(0, 60), err: error }, 'an action failed')
  const rule = new RuleError(code)
  return { status: rule.status, answer: refusalOf(rule) }
}
