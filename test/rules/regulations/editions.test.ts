import { describe, expect, test } from 'vitest'
import { rules } from '../../../rules/index.ts'
import { findRegulationInForce, readRegulation, regulationFor, regulations } from '../../../rules/regulations/index.ts'

const draft = readRegulation('draft')
const rolesAt = (stage: string) => draft.requiredDocuments.filter((one) => one.stage === stage).map((one) => one.role)

describe('the draft', () => {
  test('Art. 9 asks for an application, the plan with its supporting report, the commitment and the planning EIA', () => {
    expect(rolesAt('creation')).toEqual(['application', 'plan', 'support_report', 'commitment', 'planning_eia'])
  })

  test('Art. 15 asks for an application, the report and its data; Art. 23 for an annual report of every year', () => {
    expect(rolesAt('acceptance')).toEqual(['application', 'acceptance_report', 'supporting_data', 'annual_report'])
    expect(draft.requiredDocuments.filter((one) => one.perYear).map((one) => one.role)).toEqual(['annual_report'])
  })

  test('its seven chapters and the procedure hold every rule once', () => {
    const held = draft.chapters.flatMap((chapter) => chapter.rules)
    expect(new Set(held).size).toBe(held.length)
    expect(draft.chapters.map((chapter) => chapter.id)).toEqual([
      '17(1)',
      '17(2)',
      '17(3)',
      '17(4)',
      '17(5)',
      '17(6)',
      '17(7)',
      'procedure',
    ])
    expect(rules.map((rule) => rule.id).filter((id) => !held.includes(id))).toEqual([])
  })

  test('every article and every item that a rule cites has its text', () => {
    expect(draft.articles['17(6)']).toBe('指标计算方法正确性和结果的准确性。')
    expect(rules.flatMap((rule) => rule.article.split('、')).filter((article) => draft.articles[article] === undefined)).toEqual([])
    expect(Object.keys(draft.articles).filter((key) => /^\d+$/.test(key))).toHaveLength(42)
  })

  test('construction takes no more than three years, an annual report is due on 30 June of the next', () => {
    const limit = (id: string) => draft.deadlines.find((one) => one.id === id)
    expect(limit('construction')).toMatchObject({ from: 'approvedOn', to: 'applicationOn', op: '<=', limit: '3', unit: 'year' })
    expect(limit('annual-report')).toMatchObject({ to: null, limit: 'Y+1-06-30' })
  })

  test('the outlines say that they are approximate', () => {
    for (const { sections } of draft.outlines)
      for (const section of sections) expect([section.verified, section.sourceNote]).toEqual([false, expect.stringContaining('宽松')])
  })
})

describe('which edition', () => {
  test('is the draft unless the final one is in force', () => {
    expect(regulationFor(null).id).toBe('draft')
    expect(regulationFor('2020-06-18').id).toBe('draft')
    expect(regulationFor('2026-01-23').id).toBe('2026')
  })

  test('was law on a day', () => {
    expect(findRegulationInForce('2015-01-01')).toBeUndefined()
    expect(findRegulationInForce('2020-06-18')?.id).toBe('2015')
    expect(findRegulationInForce('2026-02-01')?.id).toBe('2026')
  })

  test('one that is not there is refused', () => {
    expect(() => readRegulation('1999')).toThrow('没有管理办法版本 1999')
  })

  test('what is not known of the other editions is said', () => {
    for (const edition of regulations.filter((one) => one.id !== 'draft')) {
      expect(edition.note).toContain('未核对')
      expect(edition.requiredDocuments.every((one) => !one.verified)).toBe(true)
    }
  })
})
