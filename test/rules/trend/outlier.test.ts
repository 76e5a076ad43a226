import { expect, test } from 'vitest'
import rule from '../../../rules/trend/outlier.ts'
import { dossier, type FactOver, fact, testRule } from '../rule-tester.ts'

const series = (values: string[], over: FactOver = {}) =>
  values.map((printed, index) => fact({ subject: 'freshwater_use', unit: '万立方米', printed, year: 2019 + index, ...over }))

testRule(rule, [
  { name: 'a series that grows steadily', facts: series(['883.93', '922.07', '962.22', '1001.93']), outcomes: ['passed'] },
  {
    name: 'one year ten times the others',
    facts: series(['883.93', '9220.7', '962.22', '1001.93']),
    outcomes: ['failed'],
    tells: ['9220.7万立方米', '2020年'],
  },
  { name: 'of three years the middle one stands out', facts: series(['883.93', '9220.7', '962.22']), outcomes: ['failed'] },
  { name: 'of three years the last may be where things changed', facts: series(['883.93', '922.07', '9622.2']), outcomes: ['passed'] },
  { name: 'two years are no series', facts: series(['883.93', '9220.7']), outcomes: [] },
  { name: 'twice as much is no jump', facts: series(['883.93', '1900.00', '962.22', '1001.93']), outcomes: ['passed'] },
  { name: 'a series that jumps about has no odd year', facts: series(['100', '900', '120', '800']), outcomes: ['passed'] },
  { name: 'a series that starts at zero', facts: series(['0', '922.07', '962.22', '1001.93']), outcomes: ['skipped'] },
  { name: 'a handful of things may multiply', facts: series(['2', '14', '2', '3'], { subject: 'hj274.5', unit: '个' }), outcomes: [] },
  { name: 'a rate may do anything', facts: series(['2', '14', '2', '3'], { subject: 'hj274.26', unit: '%' }), outcomes: [] },
])

test('the finding names the odd year', () => {
  expect(rule.run(dossier({ facts: series(['883.93', '922.07', '962.22', '100.19']) }))[0]).toMatchObject({
    outcome: 'failed',
    subject: 'freshwater_use',
    year: 2022,
  })
})
