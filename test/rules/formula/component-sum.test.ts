import { intervalOf, toSpan } from '../../../rules/engine/interval.ts'
import rule from '../../../rules/formula/component-sum.ts'
import type { Sum } from '../../../schemas/reading.ts'
import { document, evidence, testRule } from '../rule-tester.ts'

const part = (label: string, raw: string, row = 2) => ({
  label,
  raw,
  interval: toSpan(intervalOf(raw)),
  evidence: evidence({ row, text: raw }),
})

const summed = (parts: string[], total: string, completeness: Sum['completeness'] = 'all') => {
  const sum: Sum = {
    document: 'acceptance_report',
    label: '2022年化学需氧量排放量',
    parts: parts.map((raw, at) => part(`企业${at + 1}`, raw, at + 2)),
    total: part('合计', total, 9),
    unit: '吨',
    completeness,
  }
  return { documents: [document({ sums: [sum] })] }
}

testRule(rule, [
  { name: 'parts that add up pass', ...summed(['12.3', '20.4', '7.3'], '40.0'), outcomes: ['passed'] },
  {
    name: 'parts that do not fail, telling the sum and the place',
    ...summed(['12.3', '20.4', '7.3'], '42.0'),
    outcomes: ['failed'],
    tells: ['合计印42.0吨', '验收报告.pdf 第1页 表1 第9行', '40.0', '12.3＋20.4＋7.3'],
  },
  { name: 'without sums there is nothing to add', documents: [document()], outcomes: [] },
  // three roundings of at most 0.5 each and the total's own
  { name: 'rounding of shares is no error', ...summed(['33', '33', '33'], '100'), outcomes: ['passed'] },
  { name: 'more than rounding is', ...summed(['33', '33', '30'], '100'), outcomes: ['failed'] },
  { name: 'some of the parts (其中) may be less than the total', ...summed(['10', '20'], '50', 'some'), outcomes: ['passed'] },
  { name: 'but not more', ...summed(['30', '25'], '50', 'some'), outcomes: ['failed'], tells: ['超过总数'] },
  { name: 'a total without parts is skipped', ...summed([], '50'), outcomes: ['skipped'] },
])
