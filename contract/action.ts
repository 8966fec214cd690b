import type * as z from 'zod'
import type { ErrorCode } from './errors'
import type { Role } from './roles'

/** Who may ask: anyone, anyone signed in, or a holder of one of the roles. */
export type Audience = 'public' | 'member' | readonly Role[]

/** One thing a face may ask at a door. `writes` means a client-made requestId is required. */
export interface ActionSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly summary: string
  readonly door: 'member' | 'console'
  readonly audience: Audience
  readonly writes: boolean
  readonly localOnly?: boolean
  readonly input: I
  readonly output: O
  readonly errors: readonly ErrorCode[]
}

/** Keeps the literal types of a spec, so that faces and verbs are typed by it. */
export function action<const I extends z.ZodType, const O extends z.ZodType>(
  spec: ActionSpec<I, O>,
): ActionSpec<I, O> {
  return spec
}
