import { describe, expect, test } from 'vitest'
import { assess } from '../../../rules/engine/assess.ts'
import type { Fact } from '../../../schemas/fact.ts'
import { dossier, fact } from '../rule-tester.ts'

const rowOf = (subject: string, facts: Fact[], over = {}) => assess(dossier({ facts, ...over })).find((row) => row.subject === subject)

test('every indicator of the Standard has its row, in its order', () => {
  const rows = assess(dossier({ facts: [fact()] }))
  expect(rows).toHaveLength(32)
  expect(rows.map((row) => row.subject).slice(0, 3)).toEqual(['hj274.1', 'hj274.2', 'hj274.3'])
  expect(rows.every((row) => row.verdict === 'not_reported')).toBe(true)
})

describe('the smallest change that turns a verdict', () => {
  test('energy may rise from 400 to 500 before 500 ÷ 1000 meets 0.5; value added may fall by less', () => {
    const facts = [
      fact({ subject: 'hj274.11', printed: '0.400' }),
      fact({ subject: 'energy_consumption', printed: '400' }),
      fact({ subject: 'industrial_value_added', printed: '1000' }),
    ]
    // value added: 1000 → 800 is −20 %; energy: 400 → 500 is +25 %
    expect(rowOf('hj274.11', facts)).toMatchObject({
      verdict: 'pass',
      threshold: '<=0.5',
      value: '0.400',
      flip: { subject: 'industrial_value_added', from: '1000', to: '800' },
    })
  })

  test('what is counted changes by whole things: 49 of 50 firms lack one', () => {
    const facts = [
      fact({ subject: 'hj274.30', printed: '98.0' }),
      fact({ subject: 'disclosure_done', printed: '49' }),
      fact({ subject: 'disclosure_due', printed: '50' }),
    ]
    // one firm fewer due is 2 %, one more done 2.04 %
    expect(rowOf('hj274.30', facts)).toMatchObject({ verdict: 'fail', flip: { subject: 'disclosure_due', from: '50', to: '49' } })
  })

  test('off a full hundred per cent the next firm leads', () => {
    const facts = [
      fact({ subject: 'hj274.30', printed: '100' }),
      fact({ subject: 'disclosure_done', printed: '50' }),
      fact({ subject: 'disclosure_due', printed: '50' }),
    ]
    expect(rowOf('hj274.30', facts)?.flip).toEqual({ subject: 'disclosure_done', from: '50', to: '49' })
  })

  test('there is none where the inputs do not bear out the printed verdict, nor where nothing is computed', () => {
    const facts = [
      fact({ subject: 'hj274.11', printed: '0.400' }),
      fact({ subject: 'energy_consumption', printed: '900' }),
      fact({ subject: 'industrial_value_added', printed: '1000' }),
      fact({ subject: 'hj274.5', printed: '9' }),
    ]
    expect(rowOf('hj274.11', facts)?.flip).toBeNull()
    expect(rowOf('hj274.5', facts)).toMatchObject({ verdict: 'pass', flip: null })
  })
})

test('the goal is the plan’s, with its printed digits', () => {
  const facts = [
    fact({ subject: 'hj274.29', printed: '37.45' }),
    fact({ subject: 'hj274.29', printed: '40.0', role: 'plan', kind: 'target' }),
  ]
  expect(rowOf('hj274.29', facts)).toMatchObject({ value: '37.45', target: '40.0', verdict: 'pass' })
})

test('a value printed in another unit is shown in the Standard’s', () => {
  const facts = [
    fact({
      subject: 'hj274.11',
      printed: '361',
      unit: '千克标煤/万元',
      canonical: { value: '0.361', unit: 'tce/万元' },
      interval: { low: '0.3605', high: '0.3615' },
    }),
  ]
  expect(rowOf('hj274.11', facts)).toMatchObject({ value: '0.361', unit: 'tce/万元' })
})

test('the elasticity of pollutants comes with its four parts', () => {
  const emissions = ['cod_emission', 'ammonia_nitrogen_emission', 'so2_emission', 'nox_emission']
  const facts = [
    fact({ subject: 'hj274.25', printed: '-0.500' }),
    fact({ year: 2019, printed: '1000' }),
    fact({ printed: '1331' }),
    ...emissions.flatMap((subject) => [fact({ subject, year: 2019, printed: '1000' }), fact({ subject, printed: '729' })]),
  ]
  // emissions −10 % a year over value added +10 % a year
  const row = rowOf('hj274.25', facts)
  expect(row?.parts?.map((part) => part.name)).toEqual(['化学需氧量', '氨氮', '二氧化硫', '氮氧化物'])
  expect(row?.parts?.every((part) => part.value === '-1.000')).toBe(true)
})

test('a footnoted choice that its condition may bar is left open', () => {
  const facts = [fact({ subject: 'hj274.7', printed: '85' }), fact({ subject: 'hj274.4', printed: '4' })]
  expect(rowOf('hj274.7', facts)?.verdict).toBe('undetermined')
})

test('an elasticity is not applicable while value added stands still', () => {
  const facts = [fact({ subject: 'hj274.10', printed: '0.3' }), fact({ year: 2019, printed: '1000' }), fact({ printed: '1000' })]
  const exact = facts.map((one) => (one.subject === 'hj274.10' ? one : { ...one, interval: { low: '1000', high: '1000' } }))
  expect(rowOf('hj274.10', exact)?.verdict).toBe('not_applicable')
})

test('at creation the base year is shown and nothing is judged', () => {
  const facts = [
    fact({ subject: 'hj274.29', year: 2019, printed: '12', role: 'plan' }),
    fact({ subject: 'hj274.29', printed: '16', role: 'plan', kind: 'target' }),
  ]
  expect(rowOf('hj274.29', facts, { stage: 'creation' })).toMatchObject({ value: '12', target: '16', verdict: 'not_applicable' })
})
