export interface Result {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** What it was measured beside, in the same run; null: nothing comparable. */
  readonly peer: string | null
  /** How many times better than the peer. */
  readonly ratio: number | null
  readonly target: string
  readonly ok: boolean
}

/** The middle of some durations. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The middle, and the lowest and highest middle of the rounds, in milliseconds. */
export interface Timing {
  readonly p50: number
  readonly low: number
  readonly high: number
}

export function timingOf(rounds: readonly (readonly number[])[]): Timing {
  const middles = rounds.map(median)
  return { p50: median(rounds.flat()), low: Math.min(...middles), high: Math.max(...middles) }
}

export const say = (text: string) => process.stdout.write(`${text}\n`)

/** Ends a bench: what failed in words, one line of JSON, and the exit code. */
export function conclude(name: string, results: readonly Result[]): void {
  for (const result of results.filter(({ ok }) => !ok))
    say(`NOT OK  ${result.what}: ${result.value} ${result.unit}, wanted ${result.target}`)
  const keys = ['what', 'value', 'unit', 'peer', 'ratio', 'target', 'ok'] as const
  const ordered = results.map((result) => Object.fromEntries(keys.map((key) => [key, result[key]])))
  say(JSON.stringify({ name, results: ordered }))
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1
}

export const rounded = (value: number) => Number(value.toPrecision(3))
