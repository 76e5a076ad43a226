import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { Comparison } from '../../schemas/comparison.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Report } from '../../schemas/report.ts'
import { carryAnswers } from '../../workers/compare/carry-answers.ts'
import { compareReports } from '../../workers/compare/compare-reports.ts'
import { reviewDossier } from '../../workers/review.ts'
import { writeComparisonHtml } from '../../workers/stages/report/comparison/write-html.ts'
import { writeComparisonText } from '../../workers/stages/report/comparison/write-text.ts'
import { document, evidence, fact } from '../rules/make-dossier.ts'

type Values = { readonly energy?: string | null; readonly cod?: string; readonly waste?: string | null }

const said = (role: 'annual_report' | 'acceptance_report', subject: string, unit: string, printed: string): Fact =>
  fact({ role, subject, unit, printed, year: 2021 })

/** Other values are another file. */
const hashOf = (facts: readonly Fact[]) =>
  createHash('sha256')
    .update(facts.map(({ raw }) => raw).join())
    .digest('hex')

/** A review of an annual report of 2021 beside an acceptance report that says 71.28, 297.34 and 43020. */
function review(annual: Values, acceptance: Values = {}, shuffled = false): Report {
  const facts = (role: 'annual_report' | 'acceptance_report', { energy = '71.28', cod = '297.34', waste = '43020' }: Values) => [
    ...(energy === null ? [] : [said(role, 'energy_consumption', '万吨标煤', energy)]),
    said(role, 'cod_emission', 't', cod),
    ...(waste === null ? [] : [said(role, 'solid_waste_generated', 't', waste)]),
  ]
  const [own, others] = [facts('annual_report', annual), facts('acceptance_report', acceptance)]
  const years = { baseYear: 2019, finalYear: 2022 }
  const readings = [
    document({ facts: own, sha256: hashOf(own), identity: { role: 'annual_report', year: 2021, ...years } }),
    document({ facts: others, sha256: hashOf(others), identity: { role: 'acceptance_report', ...years } }),
  ]
  return reviewDossier(shuffled ? readings.reverse() : readings, null).report
}

const about = (comparison: Comparison, status: string) =>
  comparison.findings
    .filter((one) => one.status === status && (one.new ?? one.old)?.rule.startsWith('consistency/'))
    .map((one) => (one.new ?? one.old)?.subject)

const broken = review({ energy: '77.28', cod: '279.34' })

test('what was put right is resolved, what was not stays, what is new is new', () => {
  const comparison = compareReports(broken, review({ cod: '279.34', waste: '34020' }))
  expect(Comparison.parse(comparison)).toEqual(comparison)
  expect(about(comparison, 'resolved')).toEqual(['energy_consumption'])
  expect(about(comparison, 'open')).toEqual(['cod_emission'])
  expect(about(comparison, 'new')).toEqual(['solid_waste_generated'])
})

test('a finding is known again whatever its number, its document’s number and the order of the files', () => {
  const [comparison, again] = [compareReports(broken, review({ energy: '77.28', cod: '279.34' }, {}, true)), review({}, {}, true)]
  expect(about(comparison, 'open')).toEqual(['energy_consumption', 'cod_emission'])
  expect(comparison.summary.new).toBe(0)
  expect(again.documents[0]?.role).toBe('acceptance_report')
})

test('a value that is no longer there is not called put right', () => {
  const comparison = compareReports(broken, review({ energy: null, cod: '297.34' }))
  expect(about(comparison, 'unverified')).toEqual(['energy_consumption'])
  expect(about(comparison, 'resolved')).toEqual(['cod_emission'])
})

test('a value that nobody asked to change is told, one that was asked for is told apart', () => {
  const { values, summary } = compareReports(broken, review({ waste: '41020' }, { waste: '41020' }))
  expect(values.filter(({ because }) => because === 'unasked').map(({ subject, from, to }) => [subject, from, to])).toEqual([
    ['solid_waste_generated', '43020t', '41020t'],
    ['solid_waste_generated', '43020t', '41020t'],
  ])
  expect(values.filter(({ because }) => because === 'asked').map(({ subject }) => subject)).toEqual(['energy_consumption', 'cod_emission'])
  expect(summary.unasked).toBe(2)
})

test('the very same file has changed nothing, however it was read', () => {
  const misread = review({ waste: '41020' })
  const [document] = misread.documents
  if (document === undefined) throw new Error('no document')
  document.sha256 = broken.documents.find(({ role }) => role === document.role)?.sha256 ?? ''
  expect(compareReports(broken, misread).values).toEqual([])
})

test('a value that is merely printed finer did not change', () => {
  expect(compareReports(review({}), review({ cod: '297.341' })).values).toEqual([])
})

test('a finding that is still open keeps its answer, which is asked again where its values changed', () => {
  const id = (subject: string) => broken.findings.find((one) => one.subject === subject)?.id ?? ''
  const answers = new Map([
    [id('energy_consumption'), { verdict: 'confirmed' as const, comment: '请园区核对' }],
    [id('cod_emission'), { verdict: 'dismissed' as const, comment: '' }],
  ])
  const { findings } = compareReports(broken, review({ energy: '78.28', cod: '279.34' }), answers)
  const of = (subject: string) => findings.find((one) => one.old?.subject === subject)
  expect(of('energy_consumption')).toMatchObject({ status: 'open', valuesChanged: true, answer: { verdict: 'confirmed', again: true } })
  expect(of('cod_emission')).toMatchObject({ status: 'open', valuesChanged: false, answer: { verdict: 'dismissed', again: false } })
  const carried = carryAnswers(broken, review({ energy: '78.28', cod: '279.34' }), answers)
  expect(carried).toMatchObject([{ from: id('cod_emission'), answer: { verdict: 'dismissed' } }])
})

test('an answer to one event is none to another in its place', () => {
  const [first] = broken.findings
  const [document] = broken.documents
  if (first === undefined || document === undefined) throw new Error('nothing was found')
  const told = (sentence: string): Report => ({
    ...broken,
    findings: [
      {
        ...{ ...first, rule: 'risk/penalty', subject: null, year: null, facts: [], alsoFails: [], diagnosis: null },
        message: `材料述及行政处罚：${sentence}`,
        places: [{ document: document.id, evidence: { ...evidence(), text: sentence } }],
        ...{ expected: null, actual: null },
      },
    ],
  })
  const answers = new Map([[first.id, { verdict: 'dismissed' as const, comment: '属区外企业' }]])
  const [old, other] = [told('甲厂因超标排放被罚款。'), told('乙厂因偷排废水被责令停产。')]
  expect(carryAnswers(old, told('甲厂因超标排放被罚款。'), answers)).toMatchObject([{ from: first.id, to: first.id }])
  expect(carryAnswers(old, other, answers)).toEqual([])
  expect(compareReports(old, other, answers).findings).toMatchObject([{ status: 'open', answer: { again: true } }])
})

test('the same review twice: everything open, nothing changed', () => {
  const comparison = compareReports(broken, broken)
  expect(comparison.summary).toEqual({ resolved: 0, new: 0, unverified: 0, unasked: 0, open: broken.findings.length })
})

test('text and page tell the same, and hold no markup out of a document', () => {
  const hostile = review({ energy: '77.28' })
  hostile.dossier.park = '<script>alert(1)</script>\u001b[31m'
  const comparison = compareReports(hostile, { ...review({ waste: '34020' }), dossier: hostile.dossier })
  const [text, page] = [writeComparisonText(comparison), writeComparisonHtml(comparison)]
  expect(text).toContain('已整改 1')
  expect(page).toContain('已整改 1')
  expect(text).not.toContain('\u001b')
  expect(page).not.toContain('<script>alert')
})
