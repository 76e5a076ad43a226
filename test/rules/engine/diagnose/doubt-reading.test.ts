import { describe, expect, test } from 'vitest'
import annualAcceptance from '../../../../rules/consistency/annual-acceptance.ts'
import type { Rule } from '../../../../rules/define-rule.ts'
import type { Dossier } from '../../../../rules/dossier.ts'
import { diagnoseWith } from '../../../../rules/engine/diagnose.ts'
import componentSum from '../../../../rules/formula/component-sum.ts'
import recalculation from '../../../../rules/formula/recalculation.ts'
import type { Recognition } from '../../../../schemas/document.ts'
import { document, dossier, evidence, type FactOver, fact } from '../../rule-tester.ts'

const findings = (rule: Rule, of: Dossier) => diagnoseWith([rule], rule.run(of), of)
const read = (over: FactOver, recognition: Partial<Recognition> = {}) =>
  fact({ ...over, recognition: { read: '', second: null, others: [], confidence: over.confidence ?? 0.97, ...recognition } })

describe('a finding that leans on a doubtful reading asks and does not accuse', () => {
  const sum = (confidence: number) => {
    const one = (raw: string, low: string, high: string, sure: number) => ({
      ...{ label: raw, raw, interval: { low, high } },
      evidence: { ...evidence({ text: raw }), confidence: sure },
    })
    const parts = [one('30', '30', '30', 0.97), one('50', '50', '50', confidence)]
    return dossier({
      documents: [
        document({
          sums: [
            { document: 'acceptance_report', label: '产值', parts, total: one('60', '60', '60', 0.97), unit: null, completeness: 'all' },
          ],
        }),
      ],
    })
  }

  test('a total whose part was read without certainty is a reminder that shows the cause', () => {
    expect(findings(componentSum, sum(0.6))).toMatchObject([{ severity: 'warning', diagnosis: { cause: 'ocr_suspect' } }])
    expect(findings(componentSum, sum(0.6))[0]?.message).toMatch(/识别可信度低，请对照原件核对。$/)
  })

  test('a total whose parts were read surely is an error as ever', () => {
    expect(findings(componentSum, sum(0.97))).toMatchObject([{ severity: 'error' }])
    expect(findings(componentSum, sum(0.97))[0]?.message).not.toContain('可信度')
  })

  test('two sure prints at odds stay an error, though a third print of the value is doubtful', () => {
    const energy = (over: FactOver) => ({ subject: 'energy_consumption', unit: '吨标煤', year: 2021, ...over })
    const of = dossier({
      facts: [
        read(energy({ role: 'annual_report', printed: '705036' })),
        read(energy({ role: 'acceptance_report', printed: '750036' })),
        read(energy({ role: 'acceptance_report', printed: '150036', confidence: 0.6 })),
      ],
    })
    expect(findings(annualAcceptance, of).filter(({ severity }) => severity === 'error')).toHaveLength(1)
  })

  test('another reading that agrees is no contradiction: nothing is said', () => {
    const of = dossier({
      facts: [
        fact({ role: 'annual_report', subject: 'energy_consumption', unit: '吨标煤', year: 2021, printed: '705036' }),
        read(
          { role: 'acceptance_report', subject: 'energy_consumption', unit: '吨标煤', year: 2021, printed: '7950936', confidence: 0.6 },
          { read: '7950936', second: '705036', others: ['705036'] },
        ),
      ],
    })
    expect(findings(annualAcceptance, of)).toEqual([])
  })
})

describe('a minus that both readers may have missed', () => {
  const levels = (subject: string, from: string, to: string) => [
    read({ subject, printed: from, year: 2019 }),
    read({ subject, printed: to, year: 2022 }),
  ]
  const elasticity = (over: FactOver, recognised: boolean) => {
    const inputs = [...levels('energy_consumption', '1000', '900'), ...levels('industrial_value_added', '1000', '1331')]
    const result = { subject: 'hj274.10', year: 2022, unit: null, ...over }
    return dossier({ baseYear: 2019, finalYear: 2022, facts: [...inputs, recognised ? read(result) : fact(result)] })
  }

  test('on a scan, a result that differs by its sign only is asked about', () => {
    expect(findings(recalculation, elasticity({ printed: '0.345' }, true))).toMatchObject([
      { severity: 'warning', diagnosis: { cause: 'ocr_suspect' } },
    ])
  })

  test('in print, or with other digits, it is an error', () => {
    expect(findings(recalculation, elasticity({ printed: '0.345' }, false))).toMatchObject([{ severity: 'error' }])
    expect(findings(recalculation, elasticity({ printed: '0.456' }, true))).toMatchObject([{ severity: 'error' }])
  })
})
