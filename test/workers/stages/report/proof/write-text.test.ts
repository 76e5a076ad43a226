import { expect, test } from 'vitest'
import { reviewDossier } from '../../../../../workers/review.ts'
import { writeHtml } from '../../../../../workers/stages/report/html/write-html.ts'
import { writeProof } from '../../../../../workers/stages/report/proof/write-text.ts'
import { document, fact } from '../../../../rules/make-dossier.ts'

const said = (role: 'annual_report' | 'acceptance_report', subject: string, printed: string, unit: string) =>
  fact({ role, subject, printed, unit, year: 2022 })

/** Energy 78.41 ÷ value added 370.00 = 0.212; the annual report prints the energy without its 万. */
const readings = (['annual_report', 'acceptance_report'] as const).map((role) =>
  document({
    facts: [
      said(role, 'energy_consumption', role === 'annual_report' ? '784100' : '78.41', '万吨标煤'),
      said(role, 'industrial_value_added', '370.00', '亿元'),
      said(role, 'hj274.11', '0.212', 'tce/万元'),
    ],
    identity: { role, year: role === 'annual_report' ? 2022 : null, baseYear: 2019, finalYear: 2022 },
  }),
)
const { report, regulation } = reviewDossier(readings, null)
const factId = (document: string, subject: string) =>
  report.facts.find((one) => one.document === document && one.subject === subject)?.id ?? ''
const finding = report.findings.find(({ subject }) => subject === 'energy_consumption')

test('a result is led from its print through its formula to the verdict, each step with its place', () => {
  const text = writeProof(report, regulation, factId('acceptance_report', 'hj274.11')) ?? ''
  for (const words of [
    '0.212',
    '验收报告',
    '公式',
    '综合能耗总量 ÷ 工业增加值',
    '78.41万吨标煤',
    '370.00亿元',
    '有重叠，一致',
    '≤0.5',
    '达标',
  ])
    expect(text).toContain(words)
  // 78.405 ÷ 370.005 to 78.415 ÷ 369.995
  expect(text).toMatch(/0\.2119\d+～0\.2119\d+/)
})

test('a contradiction is proved from both prints, and ends with what the review concludes', () => {
  const text = writeProof(report, regulation, finding?.id ?? '') ?? ''
  for (const words of ['784100', '78.41', '1万吨标煤＝10000', '没有重叠，两处不一致', '单位写错', '会碰巧如此'])
    expect(text).toContain(words)
})

test('an id that the report does not hold has no proof', () => {
  expect(writeProof(report, regulation, 'x999')).toBeUndefined()
})

test('the page holds the same, folded', async () => {
  const page = await writeHtml(report, async () => null, regulation)
  expect(page).toContain('<details class="chain"><summary>逐步推算：从印刷到结论</summary>')
  expect(page).toContain('1万吨标煤＝10000')
})

test('words of a document cannot become markup or steer the terminal', () => {
  const hostile = structuredClone(report)
  for (const one of hostile.facts) one.raw = '<script>alert(1)</script>\u001b[31m'
  expect(writeProof(hostile, regulation, factId('acceptance_report', 'energy_consumption'))).not.toContain('\u001b')
})

test('the correction of an input that was misprinted turns no verdict, and that is said', () => {
  expect(finding?.culprit).toMatchObject({ fact: factId('annual_report-2022', 'energy_consumption'), sure: true })
  expect(finding?.ifCorrected).toMatchObject({ verdicts: [] })
  expect(finding?.diagnosis?.explanation).toContain('达标判定不变')
})
