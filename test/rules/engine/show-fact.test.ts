import { expect, test } from 'vitest'
import { showFact } from '../../../rules/engine/show-fact.ts'
import { fact } from '../rule-tester.ts'

test.each([
  ['48.96km²', 'km2', '48.96km²'],
  ['140.12', '亿元', '140.12亿元'],
  ['140.12 亿元', '亿元', '140.12 亿元'],
  ['38.1％', '%', '38.1％'],
])('%s in %s is shown as %s', (raw, unit, shown) => {
  expect(showFact({ ...fact({}), raw, unit })).toBe(shown)
})

test('a price basis printed with the value is told', () => {
  expect(showFact({ ...fact({}), raw: '154.51', unit: '亿元', priceBasis: '当年价', priceBasisFrom: 'label' })).toBe('154.51亿元（当年价）')
})
