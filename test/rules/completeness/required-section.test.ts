import { expect, test } from 'vitest'
import rule from '../../../rules/completeness/required-section.ts'
import { regulationFor } from '../../../rules/regulations/index.ts'
import { document, dossier, evidence, testRule } from '../rule-tester.ts'

const headings = (...texts: string[]) => texts.map((text) => ({ text, level: 1, evidence: evidence() }))
const regulation = {
  ...regulationFor(null),
  outlines: [
    {
      role: 'annual_report' as const,
      sections: [{ id: 'projects', zh: '重点项目', headings: ['重点项目', '支撑项目'], clause: '附5', verified: true }],
    },
  ],
}
const report = (over: Parameters<typeof document>[0]) => document({ identity: { role: 'annual_report', year: 2021 }, ...over })

testRule(rule, [
  {
    name: 'a heading in other words will do',
    regulation,
    documents: [report({ headings: headings('一、概况', '二、指标', '三、生态工业支撑 项目进展') })],
    outcomes: ['passed'],
  },
  {
    name: 'no heading speaks of it',
    regulation,
    documents: [report({ headings: headings('一、概况', '二、指标', '三、问题') })],
    outcomes: ['failed'],
    tells: ['重点项目', '年度工作报告'],
  },
  {
    name: 'a document without an outline of its own',
    regulation,
    documents: [document({ identity: { role: 'commitment' } })],
    outcomes: [],
  },
  {
    name: 'a document whose headings could not be told from its text',
    regulation,
    documents: [report({ headings: headings('一、概况') })],
    outcomes: ['skipped'],
  },
  {
    name: 'a document read in part',
    regulation,
    documents: [report({ status: 'partial', headings: headings('一、概况', '二、指标', '三、问题') })],
    outcomes: ['skipped'],
  },
])

test('an unverified outline is a hint, and a sentence that deals with the matter satisfies it', () => {
  const unsure = {
    ...regulation,
    outlines: regulation.outlines.map((outline) => ({
      ...outline,
      sections: outline.sections.map((section) => ({ ...section, verified: false })),
    })),
  }
  const bare = report({ headings: headings('一、概况', '二、指标', '三、问题') })
  expect(rule.run(dossier({ regulation: unsure, documents: [bare] }))[0]).toMatchObject({ outcome: 'failed', severity: 'info' })
  const told = { ...bare, sentences: [{ text: '各重点项目进展顺利。', evidence: evidence() }] }
  expect(rule.run(dossier({ regulation: unsure, documents: [told] }))[0]).toMatchObject({ outcome: 'passed' })
})
