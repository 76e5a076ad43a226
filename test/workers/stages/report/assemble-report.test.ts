import { expect, it } from 'vitest'
import type { Check } from '../../../../schemas/finding.ts'
import { Report } from '../../../../schemas/report.ts'
import { assembleReport } from '../../../../workers/stages/report/index.ts'
import { document, dossier } from '../../../rules/rule-tester.ts'
import { standard } from './sample-facts.ts'
import { regulation, sampleReport } from './sample-report.ts'

const reading = document({
  id: 'd1',
  file: '验收报告.pdf',
  sha256: 'a'.repeat(64),
  status: 'partial',
  problems: [
    { code: 'dark-page', message: '图像过暗，未能识读。', page: 9 },
    { code: 'odd-table', message: '表格线残缺', page: null },
    { code: 'odd-table', message: '表格线残缺', page: null },
  ],
  pages: 12,
  ocrPages: 3,
  hiddenSheets: [],
  identity: { role: 'acceptance_report', year: null },
})

const given = dossier({
  park: '江澜经济技术开发区',
  region: null,
  stage: 'acceptance',
  baseYear: 2019,
  finalYear: 2022,
  standard,
  regulation,
  documents: [reading],
  facts: sampleReport.facts,
})

const check = (outcome: Check['outcome']): Check => ({ rule: 'formula/growth', subject: null, year: null, outcome, why: null })
const report = assembleReport({
  dossier: given,
  checks: [check('passed'), check('passed'), check('skipped'), { ...check('failed'), facts: [1, 2] } as Check],
  findings: sampleReport.findings,
  assessment: sampleReport.assessment,
})

it('is what the schema accepts, and the same when read back', () => {
  expect(Report.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
})

it('tells the problems of a document in one sentence, each once', () => {
  expect(report.documents.find(({ id }) => id === 'd1')?.problem).toBe('第9页：图像过暗，未能识读；表格线残缺。')
})

it('counts findings by severity and checks by outcome', () => {
  expect(report.summary).toEqual({ errors: 10, warnings: 2, infos: 1, checksPassed: 2, checksFailed: 1, checksSkipped: 1 })
})

it('keeps of a check what the report tells, and nothing of the rule engine', () => {
  expect(Object.keys(report.checks.at(-1) ?? {})).toEqual(['rule', 'subject', 'year', 'outcome', 'why'])
})

it('names both editions and says what in them was not yet verified', () => {
  expect(report.editions.map(({ kind }) => kind)).toEqual(['regulation', 'standard'])
  expect(report.editions[1]?.note).toContain('尚未与标准正式文本核对')
})

it('carries the words that its ids stand for', () => {
  expect(report.subjects.find(({ id }) => id === 'industrial_value_added')).toMatchObject({ zh: '工业增加值', unit: '万元' })
  expect(report.rules.find(({ id }) => id === 'formula/recalculation')?.title).toMatch(/重算/)
})
