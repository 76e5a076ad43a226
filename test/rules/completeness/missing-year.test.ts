import rule from '../../../rules/completeness/missing-year.ts'
import { document, type FactOver, fact, testRule } from '../rule-tester.ts'

const value = (year: number, over: FactOver = {}) => fact({ subject: 'green_area', unit: 'km2', printed: '6.12', year, ...over })
const rate = fact({ subject: 'hj274.29', unit: '%', printed: '14.00', year: 2022 })
/** 综合能耗弹性系数 reads energy and value added at both ends of the construction period. */
const elasticity = fact({ subject: 'hj274.10', unit: '1', printed: '0.323', year: 2022 })
const energy = (year: number) => fact({ subject: 'energy_consumption', unit: '万吨标煤', printed: '43.64', year })

testRule(rule, [
  { name: 'the year that 绿化覆盖率 needs is there', facts: [rate, value(2021), value(2022)], outcomes: ['passed'] },
  {
    name: 'the series stops a year short',
    facts: [rate, value(2020), value(2021)],
    outcomes: ['failed'],
    tells: ['绿化覆盖面积2022年', '绿化覆盖率'],
  },
  { name: 'a quantity that the report has no series of is another question', facts: [rate], outcomes: [] },
  { name: 'another document has the year', facts: [rate, value(2021), value(2022, { role: 'supporting_data' })], outcomes: ['passed'] },
  {
    name: 'an elasticity needs the base year as well',
    facts: [elasticity, energy(2022), energy(2021)],
    outcomes: ['passed', 'failed'],
    tells: ['2019年'],
  },
  {
    name: 'a file that could not be read may hold the year',
    facts: [rate, value(2021)],
    documents: [document({ status: 'failed', identity: { role: 'other' } })],
    outcomes: ['skipped'],
  },
])
