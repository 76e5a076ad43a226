import { describe, expect, test } from 'vitest'
import { comparablePrices, findPriceBasis, pricesDiffer } from '../../../rules/engine/price-basis.ts'
import { fact } from '../rule-tester.ts'

test.each([
  ['当年价', { kind: 'current' }],
  ['现价', { kind: 'current' }],
  ['当年价格', { kind: 'current' }],
  ['现行价格', { kind: 'current' }],
  ['2020年不变价', { kind: 'constant', year: 2020 }],
  ['按 2020 年可比价格计算', { kind: 'constant', year: 2020 }],
  ['２０１５年价', { kind: 'constant', year: 2015 }],
  ['可比价', { kind: 'constant', year: null }],
])('%s is read', (print, basis) => {
  expect(findPriceBasis(print)).toEqual(basis)
})

test('nothing printed is no basis', () => {
  expect(findPriceBasis(null)).toBeUndefined()
  expect(findPriceBasis('全口径')).toBeUndefined()
})

const label = (priceBasis: string) => fact({ priceBasis, priceBasisFrom: 'label' })
const statement = (priceBasis: string) => fact({ priceBasis, priceBasisFrom: 'statement' })
const none = () => fact()

describe('what may be compared', () => {
  test.each([
    ['none with none', none(), none(), true],
    ['a label of current prices with none', label('当年价'), none(), false],
    ['a label of current prices with the clause of another document', label('当年价'), statement('2020年不变价'), false],
    ['a label of constant prices with none', label('2020年不变价'), none(), true],
    ['labels of the same basis', label('现价'), label('当年价'), true],
    ['a clause with none', statement('当年价'), none(), true],
    ['two clauses that differ', statement('当年价'), statement('2020年不变价'), true],
  ])('%s: %#', (_, a, b, may) => {
    expect(comparablePrices(a, b)).toBe(may)
    expect(comparablePrices(b, a)).toBe(may)
  })

  test('prices differ where one side is in current prices and the other is not said to be', () => {
    expect(pricesDiffer(statement('当年价'), none())).toBe(true)
    expect(pricesDiffer(none(), statement('2020年不变价'))).toBe(false)
    expect(pricesDiffer(statement('当年价'), label('现行价格'))).toBe(false)
  })
})
