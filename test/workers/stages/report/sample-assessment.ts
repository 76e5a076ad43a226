import type { Assessment } from '../../../../schemas/report.ts'
import { standard } from './sample-facts.ts'

const said: Record<number, Partial<Assessment>> = {
  1: { value: '34.1', target: '>=35', fact: 'd5-hj274.1-2022', flip: { subject: 'hightech_output_value', from: '4526000', to: '3977999' } },
  3: { value: '11.3', target: '>=10', verdict: 'fail' },
  4: { value: null, verdict: 'not_reported' },
  7: { value: null, verdict: 'not_applicable' },
  11: { value: '0.361', target: '0.40', flip: { subject: 'energy_consumption', from: '1287000', to: '1782100' } },
  12: { value: '6.8', target: '>=7', verdict: 'fail' },
  15: { value: '75', target: '>=75', verdict: 'undetermined', fact: 'd5-hj274.15-2022' },
  16: { value: '22.4', target: '>=20' },
  25: {
    value: '0.32',
    target: '<=0.3',
    verdict: 'fail',
    fact: 'd5-hj274.25-2022',
    flip: { subject: 'nox_emission', from: '1286.4', to: '1271.9' },
  },
  30: { value: null, verdict: 'not_reported' },
}

const firstThreshold = (threshold: unknown): string =>
  typeof threshold === 'string' ? threshold : (Object.values(threshold as Record<string, string>).at(-1) ?? '')

export const sampleAssessment: Assessment[] = standard.indicators.map((indicator) => {
  const threshold = firstThreshold(indicator.threshold)
  const passing = threshold.replace(/^[<>=\s]+/, '')
  return {
    subject: indicator.id,
    name: indicator.zh,
    mandatory: indicator.rule === 'mandatory',
    group: indicator.group ?? null,
    threshold,
    value: passing,
    unit: indicator.unit,
    target: threshold,
    verdict: 'pass' as const,
    flip: null,
    fact: null,
    ...said[indicator.no],
  }
})
