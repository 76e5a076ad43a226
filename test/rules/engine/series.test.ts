import { describe, expect, test } from 'vitest'
import { createSeries } from '../../../rules/engine/series.ts'
import { fact } from '../rule-tester.ts'

const raws = (facts: ReturnType<typeof fact>[], basis: string | null = null) =>
  createSeries(facts)
    .stated('industrial_value_added', 2022, basis)
    .map((statement) => statement.fact.raw)

const label = (priceBasis: string) => ({ priceBasis, priceBasisFrom: 'label' as const })

describe('what a series holds of a subject in a year', () => {
  test('prints that agree count as one, the finest speaks', () => {
    expect(raws([fact({ printed: '356' }), fact({ printed: '356.42' })])).toEqual(['356.42万元'])
  })

  test('prints that do not agree stand side by side, the table first', () => {
    expect(raws([fact({ printed: '356.42', statedIn: 'prose' }), fact({ printed: '365.42' })])).toEqual(['365.42万元', '356.42万元'])
  })

  test('what is said more often goes before what is said once', () => {
    expect(raws([fact({ printed: '365.42' }), fact({ printed: '356.42' }), fact({ printed: '356.42' })])[0]).toBe('356.42万元')
  })

  test('goals, approximate values and other years have no part in it', () => {
    expect(raws([fact({ kind: 'target' }), fact({ approximate: true }), fact({ year: 2021 })])).toEqual([])
  })

  test('a basis finds its own values, else those without any, never those of another', () => {
    const facts = [fact({ printed: '300', ...label('2019年不变价') }), fact({ printed: '400', ...label('当年价') })]
    expect(raws(facts, '当年价')).toEqual(['400万元'])
    expect(raws(facts, null)).toEqual([])
    expect(raws([fact({ printed: '350' })], '当年价')).toEqual(['350万元'])
  })

  test('bases come constant, unstated, current', () => {
    const facts = [fact(label('当年价')), fact(), fact(label('2019年不变价'))]
    expect(createSeries(facts).bases(['industrial_value_added'])).toEqual(['2019年不变价', null, '当年价'])
  })
})
