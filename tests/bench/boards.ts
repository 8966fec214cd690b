import { sql } from 'kysely'
import { rowsNear, standingOf } from '../../server/boards/store'
import type { Db } from '../../server/platform/database'
import { aDatabase } from '../fixtures/test-database'
import { type Ask, OURS, PEERS, QUERY, type Sampled } from './boards-peers'
import { conclude, type Result, rounded, say, type Timing, timingOf } from './report'

const quick = process.argv.includes('--quick')
const SIZES = quick ? [130_000] : [130_000, 1_000_000]
const ROUNDS = 5
const ASKED_A_ROUND = quick ? 9 : 15
const CHECKED = 200

/** What ours is held to: at least this many times the speed of a peer in the same run. */
const TARGETS: readonly [keyof typeof OURS, keyof typeof PEERS, number][] = [
  ['top 100', 'top 100 by rank() over the board', 5],
  ['my rank', 'my rank by rank() over the board', 2],
  ['my rank', 'my rank by count(*)', 0.5],
  ['near me', 'near me by OR, ranked by count(*)', 3],
]

/** Few distinct scores, as on real boards: most members share theirs with thousands. */
async function fill(db: Db, members: number): Promise<void> {
  await sql`insert into member (id, nickname, created_at)
    select md5('bench' || n)::uuid, '街坊' || n, now()
    from generate_series(1, ${members}::int) n`.execute(db)
  await sql`insert into score (role, period, member_id, points, recruits, reached_at)
    select 'volunteer', 'all', md5('bench' || n)::uuid,
      5 * (1 + floor(60 * (1 - sqrt(1 - ((n::bigint * 7919) % 1000) / 1000.0)))), 0,
      timestamptz '2021-01-01' + ((n::bigint * 104729) % 15000000) * interval '1 second'
    from generate_series(1, ${members}::int) n`.execute(db)
  await sql`vacuum analyze`.execute(db)
}

async function sample(db: Db, many: number): Promise<Sampled[]> {
  const { rows } = await sql<Sampled>`select member_id, points::int as points, reached_at
    from score order by md5(member_id::text || 'sample') limit ${many}`.execute(db)
  return rows
}

/** Compares ranks and neighbours with a sort of all rows in this process; gives the mistakes. */
async function mistakes(db: Db, sampled: readonly Sampled[]): Promise<number> {
  const { rows: all } = await sql<Sampled>`select member_id, points::int as points, reached_at
    from score`.execute(db)
  all.sort(
    (a, b) =>
      b.points - a.points ||
      a.reached_at.getTime() - b.reached_at.getTime() ||
      (a.member_id < b.member_id ? -1 : 1),
  )
  const placeOf = new Map(all.map((one, at) => [one.member_id, at]))
  let wrong = 0
  for (const me of sampled) {
    const rank = 1 + all.findIndex(({ points }) => points === me.points)
    const place = placeOf.get(me.member_id) ?? -1
    const around = all.slice(Math.max(0, place - 2), place + 3).map((one) => one.member_id)
    const [mine, near] = await db
      .transaction()
      .execute(
        async (tx) =>
          [
            await standingOf(tx, QUERY, me.member_id),
            await rowsNear(tx, QUERY, me.member_id),
          ] as const,
      )
    const same = near.map((row) => row.member_id).join() === around.join()
    if (mine?.rank !== rank || !same) wrong += 1
  }
  return wrong
}

/** Every way is asked about the same members, in turns, so that a slow moment hits all alike. */
async function measure(db: Db, sampled: readonly Sampled[]): Promise<Map<string, Timing>> {
  const ways: [string, Ask][] = [...Object.entries(OURS), ...Object.entries(PEERS)]
  const rounds = new Map<string, number[][]>(ways.map(([name]) => [name, []]))
  for (let round = 0; round <= ROUNDS; round++) {
    const asked = sampled.slice(round * ASKED_A_ROUND, (round + 1) * ASKED_A_ROUND)
    for (const [name, ask] of ways) {
      const times: number[] = []
      for (const me of asked) {
        const from = performance.now()
        await db.transaction().execute((tx) => ask(tx, me))
        times.push(performance.now() - from)
      }
      // The first round only warms up.
      if (round > 0) rounds.get(name)?.push(times)
    }
  }
  return new Map([...rounds].map(([name, times]) => [name, timingOf(times)]))
}

function resultsOf(members: number, timings: Map<string, Timing>): Result[] {
  return TARGETS.map(([ours, peer, least]) => {
    const [mine, other] = [timings.get(ours)?.p50 ?? 0, timings.get(peer)?.p50 ?? 0]
    const ratio = other / mine
    return {
      what: `${ours}, ${members} members, p50`,
      value: rounded(mine),
      unit: 'ms',
      peer,
      ratio: rounded(ratio),
      target: `≥ ${least}`,
      ok: ratio >= least,
    }
  })
}

async function benchOf(members: number): Promise<Result[]> {
  const database = await aDatabase(2)
  try {
    await fill(database.db, members)
    const sampled = await sample(database.db, CHECKED)
    const wrong = await mistakes(database.db, sampled)
    const timings = await measure(database.db, sampled)
    say(`\n${members} members, ${ROUNDS} rounds in turns      p50 ms   rounds from–to`)
    for (const [name, { p50, low, high }] of timings)
      say(
        `  ${name.padEnd(36)}${p50.toFixed(2).padStart(8)}   ${low.toFixed(2)}–${high.toFixed(2)}`,
      )
    const right = CHECKED - wrong
    const what = `ranks and neighbours equal to a naive sort, ${members} members`
    const target = `= ${CHECKED}`
    const checked = { what, value: right, unit: 'members', peer: null, ratio: null, target }
    return [...resultsOf(members, timings), { ...checked, ok: wrong === 0 }]
  } finally {
    await database.close()
  }
}

async function main(): Promise<void> {
  const results: Result[] = []
  for (const members of SIZES) results.push(...(await benchOf(members)))
  for (const { what, ratio, peer } of results.filter((one) => one.ratio !== null))
    say(`${what}: ${ratio} times as fast as ${peer}`)
  conclude('boards', results)
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).stack}\n`)
  process.exitCode = 1
})
