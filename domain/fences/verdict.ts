export type FenceKind = 'area' | 'site'

export interface FenceAtHand {
  id: string
  kind: FenceKind
  areaSquareMeters: number
  createdAtMs: number
  /** Signed distance to the border: negative inside. */
  distanceMeters: number
}

/** Every rule that can decide a place, and the verdict it gives. */
export const VERDICT_BY_RULE = {
  INSIDE_P75: 'inside',
  INSIDE_P75_ASSUMED_ACCURACY: 'inside',
  NEAR_CIRCLE_TOUCHES: 'near',
  OUTSIDE_CLEAR: 'outside',
  OUTSIDE_FAR_NO_ACCURACY: 'outside',
  UNKNOWN_MARGIN: 'unknown',
  UNKNOWN_WIDE: 'unknown',
  UNKNOWN_COARSE: 'unknown',
  UNKNOWN_NO_ACCURACY: 'unknown',
} as const

export type PlaceRule = keyof typeof VERDICT_BY_RULE
export type PlaceVerdict = (typeof VERDICT_BY_RULE)[PlaceRule]

export interface PlaceDecision {
  verdict: PlaceVerdict
  rule: PlaceRule
  /** P(inside) of the chosen fence; where none is chosen, the highest of all (0 without any). */
  probability: number
  /** The fence that the place counts for: only with the verdicts inside and near. */
  fenceId: string | null
}

/** Tight accuracy is no proof, as providers lie about it: below this it is read as this. */
export const ACCURACY_FLOOR_METERS = 10
/** Stands in for a missing accuracy: a usual Wi-Fi fix. */
export const ACCURACY_ASSUMED_METERS = 65
/** Up to here a fix may say "outside". */
export const ACCURACY_DENYING_METERS = 200
/** Beyond here (mobile cell, fuzzy location, IP) a fix decides nothing. */
export const ACCURACY_COARSE_METERS = 300
export const CLEAR_MARGIN_METERS = 30
export const FAR_METERS = 1000
export const INSIDE_PROBABILITY = 0.75

/** The radius of a 2-D Gaussian that holds 68 % of it is this many sigmas: √(−2 ln 0.32). */
const SIGMAS_AT_68 = Math.sqrt(-2 * Math.log(0.32))

/** The reported radius in metres, or null when none was given (null, 0, negative, not finite). */
function givenAccuracy(accuracyMeters: number | null): number | null {
  if (accuracyMeters === null || !Number.isFinite(accuracyMeters)) return null
  return accuracyMeters <= 0 ? null : Math.max(accuracyMeters, ACCURACY_FLOOR_METERS)
}

/** The normal distribution function; Abramowitz and Stegun 26.2.17, error below 1e-7. */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * Math.abs(z))
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.319_381_53 +
      t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))))
  return z >= 0 ? 1 - tail : tail
}

/**
 * P(the person is inside), 0–1, for a fix whose radius holds 68 % of a 2-D Gaussian.
 * The border is taken as locally straight, so on the border it is one half; it is capped by what
 * the best placed disc of the fence's area could hold, so a wide fix never proves a small booth.
 */
export function probabilityInside(
  fence: Pick<FenceAtHand, 'distanceMeters' | 'areaSquareMeters'>,
  accuracyMeters: number | null,
): number {
  const sigma = (givenAccuracy(accuracyMeters) ?? ACCURACY_ASSUMED_METERS) / SIGMAS_AT_68
  const straight = normalBelow(-fence.distanceMeters / sigma)
  const disc = 1 - Math.exp(-fence.areaSquareMeters / (2 * Math.PI * sigma * sigma))
  return Math.min(straight, disc)
}

/** How far around a fix fences must be looked for, so that decidePlace sees all that matter. */
export function searchRadiusMeters(accuracyMeters: number | null): number {
  const accuracy = givenAccuracy(accuracyMeters)
  if (accuracy === null) return FAR_METERS
  return Math.min(accuracy, ACCURACY_COARSE_METERS) + CLEAR_MARGIN_METERS
}

/**
 * The overlap rule, a total order of the fences that hold one place, best first: a site before an
 * area, then the smallest, then the oldest, then by id.
 */
export function compareOverlapping(a: FenceAtHand, b: FenceAtHand): number {
  if (a.kind !== b.kind) return a.kind === 'site' ? -1 : 1
  if (a.areaSquareMeters !== b.areaSquareMeters) return a.areaSquareMeters - b.areaSquareMeters
  if (a.createdAtMs !== b.createdAtMs) return a.createdAtMs - b.createdAtMs
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * Decides about one fix, given every fence within searchRadiusMeters. Each input meets exactly one
 * rule, in this order (A is the accuracy, at least 10 m; d the distance; P as above):
 *
 * - A > 300: UNKNOWN_COARSE, even deep inside: a fuzzy fix is no proof of presence.
 * - P ≥ 0.75: INSIDE_P75. The geometry counts the border as inside, but there P is 0.5: 'near'.
 * - d ≤ A: NEAR_CIRCLE_TOUCHES, accepted and asked for a second proof.
 * - 200 < A ≤ 300: UNKNOWN_WIDE, too wide to deny anybody.
 * - d > A + 30: OUTSIDE_CLEAR, and so is a place without any fence.
 * - the rest, A < d ≤ A + 30: UNKNOWN_MARGIN, too close to deny.
 *
 * Without an accuracy P assumes 65 m (INSIDE_P75_ASSUMED_ACCURACY). What is not inside is
 * UNKNOWN_NO_ACCURACY, as some phones give none to honest people at the gate; only a fence more
 * than 1,000 m away, farther than a fix can plausibly err, is OUTSIDE_FAR_NO_ACCURACY.
 */
export function decidePlace(facts: {
  fences: readonly FenceAtHand[]
  accuracyMeters: number | null
}): PlaceDecision {
  const accuracy = givenAccuracy(facts.accuracyMeters)
  const ranked = facts.fences
    .map((fence) => ({ fence, probability: probabilityInside(fence, facts.accuracyMeters) }))
    .sort((a, b) => compareOverlapping(a.fence, b.fence))
  const decide = (rule: PlaceRule, chosen?: (typeof ranked)[number]): PlaceDecision => ({
    verdict: VERDICT_BY_RULE[rule],
    rule,
    probability: chosen?.probability ?? Math.max(0, ...ranked.map((one) => one.probability)),
    fenceId: chosen?.fence.id ?? null,
  })
  const nearest = Math.min(...facts.fences.map((fence) => fence.distanceMeters))
  const holder = ranked.find((one) => one.probability >= INSIDE_PROBABILITY)

  if (accuracy === null) {
    if (holder) return decide('INSIDE_P75_ASSUMED_ACCURACY', holder)
    return decide(nearest > FAR_METERS ? 'OUTSIDE_FAR_NO_ACCURACY' : 'UNKNOWN_NO_ACCURACY')
  }
  if (accuracy > ACCURACY_COARSE_METERS) return decide('UNKNOWN_COARSE')
  if (holder) return decide('INSIDE_P75', holder)
  const touched = ranked.find((one) => one.fence.distanceMeters <= accuracy)
  if (touched) return decide('NEAR_CIRCLE_TOUCHES', touched)
  if (accuracy > ACCURACY_DENYING_METERS) return decide('UNKNOWN_WIDE')
  return decide(nearest > accuracy + CLEAR_MARGIN_METERS ? 'OUTSIDE_CLEAR' : 'UNKNOWN_MARGIN')
}
