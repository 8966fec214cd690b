import type * as z from 'zod'
import { areasActions } from './areas'
import { auditActions } from './audit'
import { boardsActions } from './boards'
import { codesActions } from './codes'
import { contentActions } from './content'
import { fencesActions } from './fences'
import { ledgerActions } from './ledger'
import { membersActions } from './members'
import { orgsActions } from './orgs'
import { overviewActions } from './overview'
import { promotersActions } from './promoters'
import { recruitmentActions } from './recruitment'
import { sessionActions } from './session'

/** Every action of every door, by its name on the wire. */
export const ACTIONS = {
  ...sessionActions,
  ...membersActions,
  ...areasActions,
  ...orgsActions,
  ...fencesActions,
  ...promotersActions,
  ...codesActions,
  ...recruitmentActions,
  ...ledgerActions,
  ...boardsActions,
  ...contentActions,
  ...overviewActions,
  ...auditActions,
}

export type ActionName = keyof typeof ACTIONS
/** What a face sends (before defaults are filled in). */
export type Input<N extends ActionName> = z.input<(typeof ACTIONS)[N]['input']>
/** What a verb receives (after validation). */
export type Parsed<N extends ActionName> = z.output<(typeof ACTIONS)[N]['input']>
/** What the answer's data holds. */
export type Output<N extends ActionName> = z.output<(typeof ACTIONS)[N]['output']>
