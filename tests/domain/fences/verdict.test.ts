import fc from 'fast-check'
import {
  compareOverlapping,
  decidePlace,
  type FenceAtHand,
  probabilityInside,
  searchRadiusMeters,
  VERDICT_BY_RULE,
} from '../../../domain/fences/verdict'

const aFence = (changes: Partial<FenceAtHand> = {}): FenceAtHand => ({
  id: 'a',
  kind: 'area',
  areaSquareMeters: 50_000_000,
  createdAtMs: 0,
  distanceMeters: -500,
  ...changes,
})

const decide = (distanceMeters: number, accuracyMeters: number | null) =>
  decidePlace({ fences: [aFence({ distanceMeters })], accuracyMeters })

describe('a place is judged by how sure the phone is', () => {
  test.each([
    ['deep inside', -500, 8, 'INSIDE_P75'],
    ['deep inside by Wi-Fi', -500, 65, 'INSIDE_P75'],
    ['five metres inside with the best fix', -5, 10, 'INSIDE_P75'],
    ['four metres inside with the best fix', -4, 10, 'NEAR_CIRCLE_TOUCHES'],
    ['a boasting phone is trusted as 10 metres', -4, 1.7, 'NEAR_CIRCLE_TOUCHES'],
    ['on the border', 0, 10, 'NEAR_CIRCLE_TOUCHES'],
    ['outside by exactly the accuracy', 65, 65, 'NEAR_CIRCLE_TOUCHES'],
    ['between the circle and the margin', 65.1, 65, 'UNKNOWN_MARGIN'],
    ['outside by exactly accuracy and margin', 95, 65, 'UNKNOWN_MARGIN'],
    ['clearly outside', 95.1, 65, 'OUTSIDE_CLEAR'],
    ['the widest fix that may deny', 231, 200, 'OUTSIDE_CLEAR'],
    ['wider than that denies nobody', 5000, 200.1, 'UNKNOWN_WIDE'],
    ['a wide circle that touches', 250, 300, 'NEAR_CIRCLE_TOUCHES'],
    ['a wide fix deep inside', -500, 300, 'INSIDE_P75'],
    ['a coarse fix, even deep inside', -5000, 300.1, 'UNKNOWN_COARSE'],
    ['a coarse fix far outside', 90_000, 3000, 'UNKNOWN_COARSE'],
  ] as const)('%s: %d m from the border, accuracy %d', (_, distance, accuracy, rule) => {
    expect(decide(distance, accuracy)).toMatchObject({ rule, verdict: VERDICT_BY_RULE[rule] })
  })

  test.each([null, 0, -1, Number.NaN])('no accuracy (%p) never denies at the gate', (accuracy) => {
    expect(decide(-500, accuracy)).toMatchObject({
      verdict: 'inside',
      rule: 'INSIDE_P75_ASSUMED_ACCURACY',
      fenceId: 'a',
    })
    expect(decide(5, accuracy).rule).toBe('UNKNOWN_NO_ACCURACY')
    expect(decide(1000, accuracy).rule).toBe('UNKNOWN_NO_ACCURACY')
    expect(decide(1000.1, accuracy).rule).toBe('OUTSIDE_FAR_NO_ACCURACY')
  })

  test('without any fence a good fix is outside and a coarse one unknown', () => {
    expect(decidePlace({ fences: [], accuracyMeters: 20 })).toEqual({
      verdict: 'outside',
      rule: 'OUTSIDE_CLEAR',
      probability: 0,
      fenceId: null,
    })
    expect(decidePlace({ fences: [], accuracyMeters: 900 }).rule).toBe('UNKNOWN_COARSE')
  })
})

describe('the probability of being inside', () => {
  test('is one half on a long border and follows the measured table', () => {
    const disc = (radius: number, distanceMeters: number) =>
      probabilityInside({ distanceMeters, areaSquareMeters: Math.PI * radius * radius }, 65)
    expect(disc(5000, 0)).toBeCloseTo(0.5, 6)
    expect(disc(50, -50)).toBeCloseTo(0.49, 2)
    expect(disc(100, -100)).toBeCloseTo(0.93, 2)
    expect(disc(200, -200)).toBeCloseTo(1, 2)
    expect(disc(200, 65)).toBeCloseTo(0.065, 2)
  })

  test('a wide fix never proves a small booth', () => {
    const booth = aFence({ kind: 'site', areaSquareMeters: 900, distanceMeters: -15 })
    expect(decidePlace({ fences: [booth], accuracyMeters: 65 }).verdict).toBe('near')
    expect(decidePlace({ fences: [booth], accuracyMeters: 10 }).verdict).toBe('inside')
  })

  test('falls from inside to outside, without a step', () => {
    let last = 1
    for (let distance = -200; distance <= 200; distance += 1) {
      const probability = probabilityInside(aFence({ distanceMeters: distance }), 65)
      expect(probability).toBeLessThanOrEqual(last)
      expect(last - probability).toBeLessThan(0.01)
      last = probability
    }
  })
})

describe('where fences overlap', () => {
  test.each([
    ['a site before an area', { kind: 'site', areaSquareMeters: 9e9 }, {}],
    ['the smallest', { areaSquareMeters: 40_000_000, createdAtMs: 9 }, {}],
    ['the oldest', { createdAtMs: 1, id: 'z' }, { createdAtMs: 2 }],
    ['the first id', { id: 'a' }, { id: 'b' }],
  ] as const)('%s is chosen, whatever the order', (_, better, worse) => {
    const first = aFence({ id: 'better', ...better })
    const second = aFence({ id: 'worse', ...worse })
    for (const fences of [
      [first, second],
      [second, first],
    ]) {
      expect(decidePlace({ fences, accuracyMeters: 10 }).fenceId).toBe(first.id)
    }
  })

  test('a fence that surely holds the place wins over a site that is only near', () => {
    const site = aFence({ id: 'site', kind: 'site', areaSquareMeters: 900, distanceMeters: 20 })
    const decision = decidePlace({ fences: [site, aFence()], accuracyMeters: 30 })
    expect(decision).toMatchObject({ verdict: 'inside', fenceId: 'a' })
  })
})

const arbitraryFence = fc.record<FenceAtHand>({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  kind: fc.constantFrom('area', 'site'),
  areaSquareMeters: fc.double({ min: 1, max: 1e10, noNaN: true }),
  createdAtMs: fc.integer({ min: 0, max: 3 }),
  distanceMeters: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
})
const arbitraryFacts = fc.record({
  fences: fc.uniqueArray(arbitraryFence, { selector: (fence) => fence.id }),
  accuracyMeters: fc.option(fc.double({ min: -10, max: 5000 })),
})

describe('the whole space', () => {
  test('every input meets one rule, whatever the order of its fences', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const decision = decidePlace(facts)
        expect(decision.verdict).toBe(VERDICT_BY_RULE[decision.rule])
        expect(decision.probability).toBeGreaterThanOrEqual(0)
        expect(decision.probability).toBeLessThanOrEqual(1)
        const counts = decision.verdict === 'inside' || decision.verdict === 'near'
        expect(decision.fenceId !== null).toBe(counts)
        const fences = facts.fences.toReversed()
        expect(decidePlace({ ...facts, fences })).toEqual(decision)
      }),
      { numRuns: 2000 },
    )
  })

  test('a fence beyond the search radius changes neither verdict nor rule', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const radius = searchRadiusMeters(facts.accuracyMeters)
        const fences = facts.fences.filter((fence) => fence.distanceMeters <= radius)
        expect(decidePlace({ ...facts, fences }).rule).toBe(decidePlace(facts).rule)
      }),
      { numRuns: 2000 },
    )
  })

  test('the overlap rule is a total order', () => {
    fc.assert(
      fc.property(arbitraryFence, arbitraryFence, arbitraryFence, (a, b, c) => {
        expect(Math.sign(compareOverlapping(a, b))).toBe(-Math.sign(compareOverlapping(b, a)) + 0)
        if (compareOverlapping(a, b) < 0 && compareOverlapping(b, c) < 0) {
          expect(compareOverlapping(a, c)).toBeLessThan(0)
        }
      }),
    )
  })
})
