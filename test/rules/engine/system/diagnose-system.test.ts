import { describe, expect, test } from 'vitest'
import { diagnose } from '../../../../rules/engine/diagnose.ts'
import { diagnoseSystem } from '../../../../rules/engine/system/diagnose-system.ts'
import { rules } from '../../../../rules/index.ts'
import type { Role } from '../../../../schemas/dossier.ts'
import type { Fact } from '../../../../schemas/fact.ts'
import type { Sum } from '../../../../schemas/reading.ts'
import { document, dossier, evidence, type FactOver, fact } from '../../make-dossier.ts'

const said = (role: Role, subject: string, printed: string, over: FactOver = {}): Fact =>
  fact({ role, subject, printed, year: 2022, ...over })

function check(facts: readonly Fact[], over: Parameters<typeof dossier>[0] = {}) {
  const all = dossier({ facts: [...facts], ...over })
  const checks = rules.filter(({ id }) => /^(consistency|formula)/.test(id)).flatMap((rule) => rule.run(all))
  const failed = checks.filter(({ outcome }) => outcome === 'failed')
  const { wrong, isClear } = diagnoseSystem(failed, all)
  return { wrong: wrong.flatMap((voice) => voice.facts.map(({ id }) => id)), clear: wrong.map(isClear), findings: diagnose(checks, all) }
}

/** Energy 82.28 and value added 370.00 give 0.2224 and, with 10.89 of renewables, 13.24 %. */
const energyOf = (role: Role, energy = '822800') => ({
  energy: said(role, 'energy_consumption', energy),
  added: said(role, 'industrial_value_added', '3700000'),
  renewable: said(role, 'renewable_energy_use', '108900'),
  intensity: said(role, 'hj274.11', '0.222'),
  share: said(role, 'hj274.12', '13.24'),
})

describe('who is wrong', () => {
  test('an input that nobody else states, and that two indicators contradict, is the one culprit', () => {
    const facts = energyOf('acceptance_report', '882200')
    const { wrong, clear, findings } = check(Object.values(facts))
    expect(wrong).toEqual([facts.energy.id])
    expect(clear).toEqual([true])
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ rule: 'formula/recalculation', facts: expect.arrayContaining([facts.energy.id]) })
    expect(findings[0]?.facts[0]).toBe(facts.energy.id)
    expect(findings[0]?.alsoFails).toMatchObject([{ rule: 'formula/recalculation', subject: 'hj274.12' }])
    expect(findings[0]?.culprit).toMatchObject({ fact: facts.energy.id, sure: true })
    // What the indicators ask of it: between 0.2215 and 0.2225 of the value added, and 13.235 to 13.245 %.
    const { low, high } = findings[0]?.culprit?.shouldBe ?? { low: '0', high: '0' }
    expect(Number(low)).toBeLessThan(822800)
    expect(Number(high)).toBeGreaterThan(822800)
    expect(Number(high) - Number(low)).toBeLessThan(4000)
  })

  test('an input that one indicator contradicts might as well be right: the result stays suspected', () => {
    const { energy: _, share, intensity, ...rest } = energyOf('acceptance_report', '882200')
    const energy = said('acceptance_report', 'energy_consumption', '882200')
    const { wrong } = check([energy, intensity, ...Object.values(rest).filter((one) => one !== share)])
    expect(wrong).toEqual([intensity.id])
  })

  test('of two documents the one is wrong whose own indicators do not follow', () => {
    const [right, other] = [energyOf('acceptance_report'), energyOf('annual_report', '882200')]
    const { wrong, clear } = check([...Object.values(right), ...Object.values(other)])
    expect(wrong).toEqual([other.energy.id])
    expect(clear).toEqual([true])
  })

  test('two documents that say no more than two numbers leave it open, statistics being believed first', () => {
    const [report, data] = [said('annual_report', 'cod_emission', '297.34'), said('acceptance_report', 'cod_emission', '279.34')]
    const even = check([report, data])
    expect(even.clear).toEqual([false])
    expect(even.findings[0]?.diagnosis?.explanation).toContain('尚不能判断哪一处有误')
    const statistics = said('supporting_data', 'cod_emission', '297.34')
    expect(check([data, statistics]).wrong).toEqual([data.id])
  })

  test('two that agree outweigh one, even the statistics', () => {
    const data = said('supporting_data', 'cod_emission', '279.34')
    expect(
      check([said('annual_report', 'cod_emission', '297.34'), said('acceptance_report', 'cod_emission', '297.34'), data]).wrong,
    ).toEqual([data.id])
  })

  test('a document that repeats its own number is no second witness', () => {
    const wrong = [1, 2, 3].map((row) => said('acceptance_report', 'cod_emission', '279.34', { evidence: evidence({ row }) }))
    const right = [said('annual_report', 'cod_emission', '297.34'), said('supporting_data', 'cod_emission', '297.34')]
    expect(check([...wrong, ...right]).wrong).toEqual(wrong.map(({ id }) => id))
  })

  test('a wrong input that its own document went on computing with is one finding', () => {
    // 88.22 ÷ 370.00 = 0.238 and 10.89 ÷ 88.22 = 12.34 %: the annual report agrees with itself.
    const [right, data] = [energyOf('acceptance_report'), energyOf('supporting_data')]
    const wrong = {
      ...energyOf('annual_report', '882200'),
      intensity: said('annual_report', 'hj274.11', '0.238'),
      share: said('annual_report', 'hj274.12', '12.34'),
    }
    const { findings } = check([right, data, wrong].flatMap((one) => Object.values(one)))
    expect(findings.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual(['consistency/annual-acceptance energy_consumption'])
    expect(findings[0]?.alsoFails.map(({ subject }) => subject)).toEqual(expect.arrayContaining(['hj274.11', 'hj274.12']))
  })
})

/** A table of two rows and two columns with its totals; the cell in row 1, column 1 should be 100. */
function sumsOf(cell: string): Sum[] {
  const term = (label: string, raw: string, row: number, column: number) => ({
    label,
    raw,
    interval: { low: `${Number(raw) - 0.5}`, high: `${Number(raw) + 0.5}` },
    evidence: evidence({ table: 7, row, column, text: raw }),
  })
  const at = [
    [term('甲', cell, 2, 2), term('乙', '250', 2, 3), term('合计', '350', 2, 4)],
    [term('丙', '310', 3, 2), term('丁', '420', 3, 3), term('合计', '730', 3, 4)],
    [term('合计', '410', 4, 2), term('合计', '670', 4, 3), term('合计', '1080', 4, 4)],
  ]
  const sum = (label: string, terms: (ReturnType<typeof term> | undefined)[]): Sum => {
    const [total, ...parts] = [...terms].reverse().flatMap((one) => one ?? [])
    if (!total) throw new Error('no total')
    return { document: 'acceptance_report', label, parts: parts.reverse(), total, unit: '吨', completeness: 'all' }
  }
  return [
    ...at.map((row, index) => sum(`行${index + 1}`, row)),
    ...[0, 1, 2].map((column) =>
      sum(
        `列${column + 1}`,
        at.map((row) => row[column]),
      ),
    ),
  ]
}

test('a wrong cell breaks its row and its column, and is one finding', () => {
  const findings = (cell: string) => check([], { documents: [document({ sums: sumsOf(cell) })] }).findings
  expect(findings('100')).toEqual([])
  const [finding, ...others] = findings('190')
  expect(others).toEqual([])
  expect(finding?.rule).toBe('formula/component-sum')
  expect(finding?.alsoFails.map(({ rule }) => rule)).toEqual(['formula/component-sum'])
})
