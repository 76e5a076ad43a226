import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { HittingSets } from '../../../../rules/engine/system/hitting-set.ts'

function find(conflicts: number[][], weights: readonly number[], barred?: number) {
  const sets = new HittingSets((element) => weights[element] ?? 1)
  for (const one of conflicts) sets.add(new Set(one))
  return sets.find(barred)
}

test('one element that meets two conflicts is cheaper than two that meet one each', () => {
  expect([
    ...find(
      [
        [0, 1],
        [1, 2],
      ],
      [1, 1, 1],
    ).elements,
  ]).toEqual([1])
  expect(
    find(
      [
        [0, 1],
        [1, 2],
      ],
      [1, 3, 1],
    ),
  ).toMatchObject({ cost: 2, cut: new Set() })
})

test('without the barred element the next best answer is given, or none', () => {
  expect(
    [
      ...find(
        [
          [0, 1],
          [1, 2],
        ],
        [1, 1, 1],
        1,
      ).elements,
    ].sort(),
  ).toEqual([0, 2])
  expect(find([[0]], [1], 0).cost).toBe(Number.POSITIVE_INFINITY)
})

/** Every subset, by brute force. */
function cheapest(conflicts: readonly number[][], weights: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY
  for (let mask = 0; mask < 2 ** weights.length; mask += 1)
    if (conflicts.every((conflict) => conflict.some((element) => (mask >> element) & 1)))
      least = Math.min(
        least,
        weights.reduce((sum, weight, element) => sum + ((mask >> element) & 1 ? weight : 0), 0),
      )
  return least
}

test('the answer is the cheapest of all subsets', () => {
  const conflict = fc.uniqueArray(fc.nat(8), { minLength: 1, maxLength: 4 })
  const weight = fc.constantFrom(0.4, 0.75, 0.95, 1, 1.3, 4)
  fc.assert(
    fc.property(fc.array(conflict, { maxLength: 10 }), fc.array(weight, { minLength: 9, maxLength: 9 }), (conflicts, weights) => {
      const { elements, cost } = find(conflicts, weights)
      expect(conflicts.every((one) => one.some((element) => elements.has(element)))).toBe(true)
      expect(cost).toBeCloseTo(cheapest(conflicts, weights), 9)
    }),
    { numRuns: 200 },
  )
})

test('ten thousand separate conflicts are no search', () => {
  const start = performance.now()
  const conflicts = Array.from({ length: 10_000 }, (_, at) => [2 * at, 2 * at + 1])
  expect(find(conflicts, []).cost).toBe(10_000)
  expect(performance.now() - start).toBeLessThan(4000)
})

/** Of every key so many statements, each at odds with each other, and the keys hanging together in rings. */
const everywhere = (keys: number, statements: number): number[][] =>
  Array.from({ length: keys }, (_, key) => {
    const own = Array.from({ length: statements }, (_, at) => key * statements + at)
    const pairs = own.flatMap((a, at) => own.slice(at + 1).map((b) => [a, b]))
    return [...pairs, [own[0] ?? 0, (own[1] ?? 0) + statements, (own[2] ?? 0) + 2 * statements]]
  }).flat()

test('contradictions without end are met all the same, and told to be met only roughly', () => {
  const conflicts = everywhere(60, 24)
  const { elements, cost, cut } = find(conflicts, [])
  expect(conflicts.every((one) => one.some((element) => elements.has(element)))).toBe(true)
  // All but one of each key's statements are wrong at least.
  expect(cost).toBeGreaterThanOrEqual(60 * 23)
  expect(cost).toBeLessThanOrEqual(60 * 23 + 2)
  expect(cut.has(0)).toBe(true)
})

test('what is apart from such contradictions is still met exactly', () => {
  const { elements, cut } = find([...everywhere(20, 24), [9000, 9001], [9001, 9002]], [])
  expect([elements.has(9000), elements.has(9001), elements.has(9002)]).toEqual([false, true, false])
  expect(cut.has(9001)).toBe(false)
})
