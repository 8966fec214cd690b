import { sql } from 'kysely'
import { rowsNear, standingOf, topRows } from '../../server/boards/store'
import type { Tx } from '../../server/platform/database'

export const QUERY = { role: 'volunteer', measure: 'points', period: 'all' } as const

export interface Sampled {
  readonly member_id: string
  readonly points: number
  readonly reached_at: Date
}

export type Ask = (tx: Tx, me: Sampled) => Promise<unknown>

const BOARD = sql`score where role = 'volunteer' and period = 'all' and points > 0`

/** What the product asks, through its own store. */
export const OURS = {
  'top 100': (tx: Tx) => topRows(tx, QUERY, 100),
  'my rank': (tx: Tx, me: Sampled) => standingOf(tx, QUERY, me.member_id),
  'near me': (tx: Tx, me: Sampled) => rowsNear(tx, QUERY, me.member_id),
} satisfies Record<string, Ask>

const above = (me: Sampled) => sql`(points > ${me.points}
  or (points = ${me.points} and reached_at < ${me.reached_at})
  or (points = ${me.points} and reached_at = ${me.reached_at} and member_id < ${me.member_id}))`
const below = (me: Sampled) => sql`(points < ${me.points}
  or (points = ${me.points} and reached_at > ${me.reached_at})
  or (points = ${me.points} and reached_at = ${me.reached_at} and member_id > ${me.member_id}))`

/** The ways such boards are usually written, with the same index at hand and no rule of ours. */
export const PEERS = {
  'top 100 by plain order': (tx: Tx) =>
    sql`select member_id, points from ${BOARD}
      order by -points, reached_at, member_id limit 100`.execute(tx),
  'top 100 by rank() over the board': (tx: Tx) =>
    sql`select * from (select member_id, points, rank() over (order by points desc) as rank
      from ${BOARD}) ranked order by rank limit 100`.execute(tx),
  'my rank by count(*)': (tx: Tx, me: Sampled) =>
    sql`select 1 + count(*) from ${BOARD} and -points < ${-me.points}`.execute(tx),
  'my rank by rank() over the board': (tx: Tx, me: Sampled) =>
    sql`select rank from (select member_id, rank() over (order by points desc) as rank
      from ${BOARD}) ranked where member_id = ${me.member_id}`.execute(tx),
  'near me by OR, unranked': (tx: Tx, me: Sampled) =>
    sql`(select member_id, points from ${BOARD} and ${above(me)}
        order by -points desc, reached_at desc, member_id desc limit 2)
      union all (select member_id, points from ${BOARD} and ${below(me)}
        order by -points, reached_at, member_id limit 2)`.execute(tx),
  'near me by OR, ranked by count(*)': (tx: Tx, me: Sampled) =>
    sql`select n.*, (select 1 + count(*) from ${BOARD} and points > n.points) as rank from (
      (select member_id, points from ${BOARD} and ${above(me)}
        order by -points desc, reached_at desc, member_id desc limit 2)
      union all select ${me.member_id}::uuid, ${me.points}::bigint
      union all (select member_id, points from ${BOARD} and ${below(me)}
        order by -points, reached_at, member_id limit 2)) n`.execute(tx),
} satisfies Record<string, Ask>
