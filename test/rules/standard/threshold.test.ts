import rule from '../../../rules/standard/threshold.ts'
import { fact, testRule } from '../rule-tester.ts'

const green = (printed: string, over = {}) => fact({ subject: 'hj274.29', printed, ...over })

testRule(rule, [
  { name: 'a value that meets the Standard passes', facts: [green('37.45')], outcomes: ['passed'] },
  {
    name: 'one that misses it fails, telling value, limit and place',
    facts: [green('14.00')],
    outcomes: ['failed'],
    tells: ['2022年绿化覆盖率为14.00%', '≥15%', '验收报告.pdf 第1页 表1 第2行', 'HJ 274-2015'],
  },
  { name: 'an indicator of an either-or group is not asked alone', facts: [fact({ subject: 'hj274.3', printed: '7.9' })], outcomes: [] },
  { name: 'earlier years may miss it', facts: [green('14.00', { year: 2020 })], outcomes: [] },
  {
    name: 'other documents are not judged',
    facts: [green('14.00', { role: 'supporting_data' })],
    outcomes: ['skipped'],
    tells: ['没有可读的验收材料'],
  },
  { name: 'print equal to the limit is taken at its word', facts: [green('15.0')], outcomes: ['passed'] },
  { name: 'about fifteen is not judged', facts: [green('14', { approximate: true })], outcomes: ['skipped'] },
  { name: 'a word that denies fails', facts: [fact({ subject: 'hj274.17', text: '未达标' })], outcomes: ['failed'], tells: ['达标'] },
  { name: 'a word that affirms passes', facts: [fact({ subject: 'hj274.18', text: '全部完成' })], outcomes: ['passed'] },
  {
    name: 'a report that contradicts itself across the limit is not judged',
    facts: [green('14.00'), green('15.40', { statedIn: 'prose' })],
    outcomes: ['skipped'],
    tells: ['不一致'],
  },
  { name: 'at creation nothing is judged', stage: 'creation', facts: [green('14.00')], outcomes: [] },
  {
    name: 'an annual review judges the annual report',
    stage: 'annual',
    facts: [green('14.00', { role: 'annual_report' })],
    outcomes: ['failed'],
  },
  {
    name: 'but not of a year in which the park is still being built',
    stage: 'annual',
    finalYear: 2023,
    facts: [green('14.00', { role: 'annual_report' })],
    outcomes: ['skipped'],
    tells: [],
  },
  {
    name: 'nor where nothing tells when construction ends',
    stage: 'annual',
    finalYear: null,
    facts: [green('14.00', { role: 'annual_report' })],
    outcomes: ['skipped'],
  },
  {
    name: 'a falling value added turns the limit of an elasticity round',
    facts: [fact({ subject: 'hj274.10', printed: '0.80' }), fact({ year: 2019, printed: '1200' }), fact({ printed: '1000' })],
    outcomes: ['passed'],
  },
  {
    name: 'a growing one does not',
    facts: [fact({ subject: 'hj274.10', printed: '0.80' }), fact({ year: 2019, printed: '1000' }), fact({ printed: '1200' })],
    outcomes: ['failed'],
    tells: ['≤0.6'],
  },
  { name: 'an elasticity of unknown growth is not judged', facts: [fact({ subject: 'hj274.10', printed: '0.80' })], outcomes: ['skipped'] },
])
