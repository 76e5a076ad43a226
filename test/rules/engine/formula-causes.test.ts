import { expect, test } from 'vitest'
import { findFormulaCauses } from '../../../rules/engine/formula-causes.ts'
import type { Fact } from '../../../schemas/fact.ts'
import { dossier, fact } from '../rule-tester.ts'

const causesOf = (suspect: Fact, others: Fact[]) =>
  findFormulaCauses(suspect, dossier({ facts: [suspect, ...others] })).map(({ cause }) => cause)

const level = (subject: string, year: number, printed: string, over = {}) => fact({ subject, year, printed, ...over })

// 100 → 110 → 143 → 157.3: yearly rates 10 %, 30 %, 10 %; mean 16.67 %, total 57.3 % ÷ 3 = 19.1 %, compound 16.30 %
const valueAdded = ['100.0', '110.0', '143.0', '157.3'].map((printed, at) => level('industrial_value_added', 2019 + at, printed))

test.each(['16.67', '19.10'])('a three-year rate of %s is an arithmetic mean', (printed) => {
  expect(causesOf(fact({ subject: 'hj274.3', printed }), valueAdded)[0]).toBe('arithmetic_mean_growth')
})

test('the right rate is explained by no mean', () => {
  expect(causesOf(fact({ subject: 'hj274.3', printed: '16.30' }), valueAdded)).not.toContain('arithmetic_mean_growth')
})

test('value added ÷ energy in place of energy ÷ value added', () => {
  const inputs = [level('energy_consumption', 2022, '400'), level('industrial_value_added', 2022, '1600')]
  expect(causesOf(fact({ subject: 'hj274.11', printed: '4.00' }), inputs)[0]).toBe('inverted_ratio')
})

test('a share printed as a fraction', () => {
  const inputs = [level('renewable_energy_use', 2022, '132'), level('energy_consumption', 2022, '1000')]
  expect(causesOf(fact({ subject: 'hj274.12', printed: '0.132' }), inputs)[0]).toBe('percent_fraction')
})

test('waste water in place of fresh water, the one in tonnes and the other in cubic metres', () => {
  const inputs = [
    level('freshwater_use', 2022, '3520'),
    level('wastewater_discharge', 2022, '1860'),
    level('industrial_value_added', 2022, '1000'),
  ]
  const suspect = fact({ subject: 'hj274.14', printed: '1.86' })
  const [cause] = findFormulaCauses(suspect, dossier({ facts: [suspect, ...inputs] }))
  expect(cause?.cause).toBe('wrong_input')
  expect(cause?.explanation).toContain('工业废水排放量')
})

test('an input of the year before', () => {
  const inputs = [
    level('freshwater_use', 2021, '2000'),
    level('freshwater_use', 2022, '3000'),
    level('industrial_value_added', 2022, '1000'),
  ]
  expect(causesOf(fact({ subject: 'hj274.14', printed: '2.000' }), inputs)).toContain('wrong_input')
})

test('value added at current prices', () => {
  const inputs = [
    level('energy_consumption', 2022, '500'),
    level('industrial_value_added', 2022, '1000', { priceBasis: '2019年不变价', priceBasisFrom: 'label' }),
    level('industrial_value_added', 2022, '1250', { priceBasis: '当年价', priceBasisFrom: 'label' }),
  ]
  expect(causesOf(fact({ subject: 'hj274.11', printed: '0.400' }), inputs)).toContain('price_basis')
})

test('a number that no mistake makes is left unexplained', () => {
  const inputs = [level('energy_consumption', 2022, '400'), level('industrial_value_added', 2022, '1600')]
  expect(causesOf(fact({ subject: 'hj274.11', printed: '0.777' }), inputs)).toEqual([])
})
