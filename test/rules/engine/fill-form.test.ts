import { expect, test } from 'vitest'
import type { Dossier } from '../../../rules/dossier.ts'
import { assess } from '../../../rules/engine/assess.ts'
import { fillForm } from '../../../rules/engine/form/fill-form.ts'
import type { Finding } from '../../../schemas/finding.ts'
import { document, dossier, evidence, fact } from '../rule-tester.ts'
import { statement, toldEvent } from '../told.ts'

const finding = (over: Partial<Finding>): Finding => ({
  ...{ id: 'x1', rule: 'scope/boundary', severity: 'error', subject: 'park_area', year: null, article: '8', message: '面积不一致' },
  ...{ facts: [], expected: null, actual: null, tolerance: null, diagnosis: null, alsoFails: [], places: [] },
  ...over,
})
const fill = (over: Partial<Dossier>, findings: Finding[] = []) => {
  const given = dossier(over)
  const form = fillForm({ dossier: given, findings, assessment: assess(given) })
  return { form, field: (id: string) => form?.fields.find((one) => one.id === id) }
}
const area = (printed: string, role: 'plan' | 'acceptance_report') => fact({ subject: 'park_area', printed, unit: 'km2', year: null, role })

test('an acceptance gets 附3, a creation 附1, an annual report none', () => {
  expect(fill({}).form?.id).toBe('附3')
  expect(fill({ stage: 'creation' }).form?.id).toBe('附1')
  expect(fill({ stage: 'annual' }).form).toBeNull()
})

test('a value links to its fact and says where it stands', () => {
  const value = fact({ printed: '356.4', unit: '亿元' })
  expect(fill({ facts: [value] }).field('value_added')).toMatchObject({
    value: '356.4亿元',
    facts: [value.id],
    note: '2022年，据验收报告.pdf 第1页 表1 第2行',
  })
})

test('values at odds leave the field open and name the finding', () => {
  const { field } = fill(
    { facts: [fact({ printed: '356.4', unit: '亿元' }), fact({ printed: '365.4', unit: '亿元', role: 'supporting_data' })] },
    [finding({ id: 'x7', rule: 'consistency/supporting-data', subject: 'industrial_value_added', year: 2022 })],
  )
  expect(field('value_added')?.value).toBeNull()
  expect(field('value_added')?.note).toContain('356.4亿元')
  expect(field('value_added')?.note).toContain('见发现x7')
})

test('a disputed area is left open, an agreed one is not', () => {
  const facts = [area('43.19', 'plan'), area('43.19', 'acceptance_report')]
  expect(fill({ facts }).field('area')?.value).toBe('43.19km2')
  expect(fill({ facts }, [finding({ id: 'x3' })]).field('area')).toMatchObject({ value: null, note: expect.stringContaining('见发现x3') })
})

test('what the papers say in words is taken up to the end of the sentence', () => {
  const documents = [document({ statements: [statement('industries', 'acceptance_report', '新材料、精细化工。另有物流业')] })]
  expect(fill({ documents }).field('industries')?.value).toBe('新材料、精细化工')
})

test('the table of indicators shows goals at creation, verdicts at acceptance', () => {
  const facts = [
    fact({ subject: 'hj274.29', printed: '16.2', unit: '%' }),
    fact({ subject: 'hj274.29', printed: '15.5', unit: '%', role: 'plan', kind: 'target' }),
  ]
  const row = fill({ facts })
    .field('indicators')
    ?.rows.find(([name]) => name?.includes('绿化覆盖率'))
  expect(row?.slice(-3)).toEqual(['15.5%', '16.2%', '达标'])
  expect(fill({ facts, stage: 'creation' }).field('indicators')?.rows[0]).toHaveLength(5)
})

test('told events stand under compliance, told changes with their place, and offices’ fields stay blank', () => {
  const change = toldEvent('organisation_change', '2022年3月起园区由高新区代管', { on: '2022-03' })
  const { field } = fill({ documents: [document({ events: [change] })] }, [
    finding({ id: 'x2', rule: 'risk/penalty', subject: null, message: '被罚28万元' }),
  ])
  expect(field('compliance')?.rows).toContainEqual(['x2：被罚28万元'])
  expect(field('changes')?.rows[1]).toEqual(['2022年3月', '2022年3月起园区由高新区代管', '验收报告.pdf 第1页'])
  expect(field('province')).toMatchObject({ value: null, rows: [] })
})

test('the boundary is told side by side', () => {
  const boundary = { document: 'plan', east: '澄江', south: '南环路', west: null, north: '高铁线', evidence: evidence() }
  expect(fill({ boundaries: [boundary] }).field('boundary')?.value).toBe('东至澄江，南至南环路，北至高铁线')
})
