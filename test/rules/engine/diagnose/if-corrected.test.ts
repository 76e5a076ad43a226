import { expect, test } from 'vitest'
import { findIfCorrected, tellIfCorrected } from '../../../../rules/engine/diagnose/if-corrected.ts'
import { sayInterval } from '../../../../rules/engine/fold/correct-facts.ts'
import { dossier, fact } from '../../make-dossier.ts'

const printed = (subject: string, digits: string) => fact({ subject, printed: digits, year: 2022 })

test('a printed indicator that passes only by its misprint fails once corrected', () => {
  const green = printed('hj274.29', '51.0')
  const all = dossier({ facts: [green] })
  const found = findIfCorrected(new Map([[green.id, sayInterval(green, { low: '14.5', high: '14.6' })]]), all)
  expect(found?.verdicts).toEqual([{ subject: 'hj274.29', from: 'pass', to: 'fail' }])
  expect(found?.park).toBe('fail')
  expect(found && tellIfCorrected(found, all)).toContain('绿化覆盖率由达标变为不达标，园区有指标不符合标准')
})

test('an indicator that was computed from the wrong input is computed anew from the corrected one', () => {
  // 100 ÷ 250 = 0.40 passes; the energy was 200, and 0.80 does not.
  const energy = printed('energy_consumption', '100')
  const all = dossier({ facts: [energy, printed('industrial_value_added', '250'), printed('hj274.11', '0.40')] })
  const found = findIfCorrected(new Map([[energy.id, sayInterval(energy, { low: '199.5', high: '200.5' })]]), all)
  expect(found?.verdicts).toEqual([{ subject: 'hj274.11', from: 'pass', to: 'fail' }])
})

test('a value of another document decides nothing', () => {
  const green = printed('hj274.29', '37.0')
  const annual = fact({ role: 'annual_report', subject: 'hj274.29', printed: '73.0', year: 2022 })
  const all = dossier({ facts: [green, annual] })
  expect(findIfCorrected(new Map([[annual.id, sayInterval(annual, { low: '36.95', high: '37.05' })]]), all)?.verdicts).toEqual([])
})

test('at creation nothing is judged', () => {
  const green = printed('hj274.29', '51.0')
  expect(findIfCorrected(new Map([[green.id, green]]), dossier({ facts: [green], stage: 'creation' }))).toBeNull()
})
