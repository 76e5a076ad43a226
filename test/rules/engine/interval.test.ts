import { expect, test } from 'vitest'
import { intervalOf, overlap, toSpan } from '../../../rules/engine/interval.ts'

test('printed digits stand for half a unit of the last one either way', () => {
  expect(toSpan(intervalOf('356.4', 10000))).toEqual({ low: '3563500', high: '3564500' })
  expect(toSpan(intervalOf('35.40'))).toEqual({ low: '35.395', high: '35.405' })
  expect(toSpan(intervalOf('-0.462'))).toEqual({ low: '-0.4625', high: '-0.4615' })
})

test.each([
  ['356.4', 10000, '3564200', 1, true],
  ['356.4', 1, '356.6', 1, false],
  ['356.42', 10000, '356.4', 10000, true],
  ['100', 1, '100.0', 1, true],
])('%s × %d and %s × %d agree: %s', (a, factorA, b, factorB, agree) => {
  expect(overlap(intervalOf(a, factorA), intervalOf(b, factorB))).toBe(agree)
})
