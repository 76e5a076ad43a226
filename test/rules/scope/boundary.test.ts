import { expect, test } from 'vitest'
import rule from '../../../rules/scope/boundary.ts'
import { document, dossier, evidence, type FactOver, fact, testRule } from '../rule-tester.ts'

const area = (printed: string, over: FactOver = {}) => fact({ subject: 'park_area', unit: 'km2', year: null, printed, ...over })
const bounded = (id: string, sides: [string | null, string | null, string | null, string | null]) =>
  document({
    id,
    file: `${id}.docx`,
    boundaries: [
      {
        document: id,
        east: sides[0],
        south: sides[1],
        west: sides[2],
        north: sides[3],
        evidence: evidence({ table: null, row: null, column: null }),
      },
    ],
  })

testRule(rule, [
  {
    name: 'every document gives the same area',
    facts: [area('43.71', { role: 'plan' }), area('4371', { unit: '公顷' })],
    outcomes: ['passed'],
  },
  {
    name: 'plan and report differ',
    facts: [area('48.96', { role: 'plan' }), area('43.71')],
    outcomes: ['failed'],
    tells: ['48.96km2', '43.71km2', '建设规划.pdf'],
  },
  { name: 'nobody speaks of it', facts: [fact({})], outcomes: [] },
  {
    name: 'a park that grew says so by year',
    facts: [area('21.30', { year: 2019 }), area('34.60', { year: 2022 }), area('34.60', { role: 'plan' })],
    outcomes: ['passed'],
  },
  {
    name: 'an area without a year that no year has',
    facts: [area('21.30', { year: 2019 }), area('34.60', { year: 2022 }), area('30.00', { role: 'plan' })],
    outcomes: ['failed'],
  },
  {
    name: 'the same year in two documents',
    facts: [area('21.30', { year: 2019 }), area('23.10', { year: 2019, role: 'supporting_data' })],
    outcomes: ['failed'],
  },
  {
    name: '约44平方公里 contradicts nothing',
    facts: [area('40', { approximate: true, role: 'plan' }), area('43.71')],
    outcomes: ['skipped'],
  },
  { name: 'a coarser print of the same area', facts: [area('44', { role: 'plan' }), area('43.71')], outcomes: ['passed'] },
  {
    name: 'one side of the boundary is another road',
    documents: [
      bounded('规划', ['清水河', '规划十路', '京沪铁路', '迎宾大道']),
      bounded('报告', ['清水河', '规划十路', '西干渠', '迎宾大道']),
    ],
    outcomes: ['failed'],
    tells: ['西至京沪铁路', '西至西干渠'],
  },
  {
    name: 'the same sides in other words',
    documents: [
      bounded('规划', ['清水河', '规划十路', '京沪铁路', '迎宾大道']),
      bounded('报告', ['东至清水河、东环路', '规划十路以北', '京沪铁路沿线', null]),
    ],
    outcomes: ['passed'],
  },
])

test('it is one finding for the dossier, about the area and no year', () => {
  const facts = [area('48.96', { role: 'plan' }), area('43.71', { year: 2019 }), area('43.71', { year: 2022, role: 'supporting_data' })]
  expect(rule.run(dossier({ facts }))).toMatchObject([{ subject: 'park_area', year: null, outcome: 'failed' }])
})
