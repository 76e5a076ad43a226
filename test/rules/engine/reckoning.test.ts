import { expect, test } from 'vitest'
import { agree } from '../../../rules/engine/agree-facts.ts'
import { inOneReckoning } from '../../../rules/engine/reckoning.ts'
import { readStandard } from '../../../rules/standards/index.ts'
import { fact } from '../rule-tester.ts'

const standard = readStandard('hj274-2015')
const energy = (printed: string, line: string) => {
  const made = fact({ subject: 'energy_consumption', printed, unit: '万吨标准煤' })
  return { ...made, evidence: { ...made.evidence, text: line } }
}
const calorific = energy('41.92', '综合能耗（当量值） | 41.92')
const equivalent = energy('49.24', '综合能耗（等价值） | 49.24')

test('当量值 and 等价值 of one energy are not held against each other, but each against a value without either', () => {
  expect(agree(calorific, equivalent, standard)).toBeUndefined()
  expect(agree(energy('41.92', '综合能耗 | 41.92'), equivalent, standard)).toBe(false)
})

test('a document that tells both is read by the equivalent one', () => {
  expect(inOneReckoning([calorific, equivalent])).toEqual([equivalent])
  expect(inOneReckoning([calorific])).toEqual([calorific])
})
