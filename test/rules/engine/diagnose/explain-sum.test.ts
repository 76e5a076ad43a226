import { expect, test } from 'vitest'
import type { CheckResult } from '../../../../rules/define-rule.ts'
import type { Dossier } from '../../../../rules/dossier.ts'
import { explainSum } from '../../../../rules/engine/diagnose/explain-sum.ts'
import { intervalOf, toSpan } from '../../../../rules/engine/interval.ts'
import type { Sum } from '../../../../schemas/reading.ts'
import { evidence } from '../../rule-tester.ts'

const printed = (label: string, raw: string) => ({ label, raw, interval: toSpan(intervalOf(raw)), evidence: evidence({ text: raw }) })

/** What is said of 合计 under these parts. */
function explained(parts: readonly string[], total: string) {
  const sum: Sum = {
    document: 'd1',
    label: '综合能耗',
    parts: parts.map((raw, at) => printed(`第${at + 1}项`, raw)),
    total: printed('合计', total),
    unit: '吨标准煤',
    completeness: 'all',
  }
  const result = { failure: { places: [{ document: 'd1', evidence: sum.total.evidence }] } } as unknown as CheckResult
  return explainSum(result, { sums: [sum] } as unknown as Dossier)
}

test('two digits of one part that changed places are named with the part', () => {
  const told = explained(['215640', '98320', '64080', '33498'], '407938')
  expect(told?.cause).toBe('digit_transposition')
  expect(told?.explanation).toContain('第3项')
  expect(told?.explanation).toContain('60480')
})

test('a part ten times too large is a point in the wrong place', () => {
  expect(explained(['215640', '983200', '60480', '33498'], '407938')?.cause).toBe('decimal_shift')
})

test('where one changed digit in any of several prints would do, each is told', () => {
  const told = explained(['215640', '98320', '60480', '33498'], '408938')
  expect(told?.cause).toBe('digit_typo')
  expect(told?.explanation).toContain('合计')
  expect(told?.explanation).toContain('第1项')
})

test('a gap that no slip in one print explains is left unnamed', () => {
  expect(explained(['215640', '98320', '60480', '33498'], '416457')?.cause).toBe('unknown')
})
