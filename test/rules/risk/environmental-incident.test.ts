import { describe, expect, test } from 'vitest'
import rule from '../../../rules/risk/environmental-incident.ts'
import { document, dossier, testRule } from '../rule-tester.ts'
import { toldEvent } from '../told.ts'

const TEXT = '某化工企业储罐泄漏，县城取水中断9小时'
const told = (over: Parameters<typeof toldEvent>[2] = {}) => document({ events: [toldEvent('environmental_incident', TEXT, over)] })
const approvedOn = '2020-06-18'

testRule(rule, [
  { name: 'documents that tell of none pass', approvedOn, documents: [document()], outcomes: ['passed'] },
  {
    name: 'one told of fails and is quoted with its place and grade',
    approvedOn,
    documents: [told({ countedGrade: '重大' })],
    outcomes: ['failed'],
    tells: [TEXT, '验收报告.pdf 第1页', '重大突发环境事件'],
  },
  { name: 'without documents nothing is asked', documents: [], outcomes: [] },
  {
    name: 'a word that is milder than the numbers is told',
    approvedOn,
    documents: [told({ printedGrade: '一般', countedGrade: '较大' })],
    outcomes: ['failed'],
    tells: ['称为一般事件', '达到较大'],
  },
  {
    name: 'a creation looks at the three years before the application',
    stage: 'creation',
    submittedOn: '2021-03-12',
    documents: [
      document({
        identity: { role: 'plan' },
        events: [
          toldEvent('environmental_incident', TEXT, { on: '2019-05', document: 'plan' }),
          toldEvent('environmental_incident', TEXT, { on: '2017-05', document: 'plan' }),
        ],
      }),
    ],
    outcomes: ['failed'],
  },
])

describe('the severity', () => {
  const severity = (over: Parameters<typeof toldEvent>[2]) => rule.run(dossier({ approvedOn, documents: [told(over)] }))[0]?.severity
  test.each([
    [{ printedGrade: '特别重大' }, 'error'],
    [{ countedGrade: '重大' }, 'error'],
    [{ printedGrade: '严重污染' }, 'error'],
    [{ printedGrade: '较大' }, 'warning'],
    [{}, 'warning'],
    [{ printedGrade: '重大', forceMajeure: true }, 'warning'],
  ] as const)('%o is %s', (over, expected) => expect(severity(over)).toBe(expected))
})

describe('one event told in several documents', () => {
  const annual = (over: Parameters<typeof toldEvent>[2]) =>
    document({
      identity: { role: 'annual_report', year: 2021 },
      events: [toldEvent('environmental_incident', TEXT, { document: 'annual_report-2021', ...over })],
    })
  const findings = (...documents: ReturnType<typeof document>[]) =>
    rule.run(dossier({ approvedOn, documents })).map(({ failure }) => failure)
  test('is one finding with all its places', () => {
    const found = findings(told({ on: '2021-09', actor: '某化工企业' }), annual({ on: '2021' }))
    expect(found).toHaveLength(1)
    expect(found[0]?.places).toHaveLength(2)
    expect(found[0]?.message).toContain('另见2021年度工作报告.docx')
  })
  test('another year or another firm is another event', () => {
    expect(findings(told({ on: '2022-09' }), annual({ on: '2021' }))).toHaveLength(2)
    expect(findings(told({ on: '2021-09', actor: '某化工企业' }), annual({ on: '2021', actor: '永泰热电' }))).toHaveLength(2)
  })
})
