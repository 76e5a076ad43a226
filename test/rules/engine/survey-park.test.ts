import { expect, test } from 'vitest'
import problems from '../../../rules/engine/survey/problems.json' with { type: 'json' }
import { surveyOf, surveyPark, unreviewed } from '../../../rules/engine/survey/survey-park.ts'
import { rules } from '../../../rules/index.ts'
import type { Finding } from '../../../schemas/finding.ts'
import type { Report } from '../../../schemas/report.ts'
import { sampleReport } from '../../workers/stages/report/sample-report.ts'

const finding = (rule: Finding['rule'], severity: Finding['severity'] = 'error'): Finding => ({
  ...{ id: 'x1', rule, severity, subject: null, year: null, article: '17', message: `${rule}的发现`, facts: [] },
  ...{ expected: null, actual: null, tolerance: null, diagnosis: null, alsoFails: [], places: [] },
})
const park = (...findings: Finding[]) => {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const report: Report = {
    ...sampleReport,
    findings,
    summary: { ...sampleReport.summary, errors, warnings: findings.length - errors, infos: 0 },
  }
  return surveyPark('甲', report)
}

test('a park without errors is ripe, one with wrong numbers has papers to mend', () => {
  expect(park().readiness).toBe('ripe')
  expect(park(finding('consistency/annual-acceptance')).readiness).toBe('mend')
})

test('a missed threshold makes it unripe and stands first among the obstacles', () => {
  const surveyed = park(finding('consistency/annual-acceptance'), finding('standard/threshold'))
  expect(surveyed.readiness).toBe('unripe')
  expect(surveyed.obstacles.map(({ rule }) => rule)).toEqual(['standard/threshold', 'consistency/annual-acceptance'])
})

test('the three classes of the survey', () => {
  expect(park(finding('risk/organisation-change', 'warning')).classes).toEqual(['organisation'])
  expect(park(finding('risk/criminal-case')).classes).toEqual(['criminal'])
  expect(park(finding('completeness/required-document')).classes).toEqual(['material'])
  const gaps = (times: number) => Array.from({ length: times }, () => finding('source/missing-citation', 'warning'))
  expect(park(...gaps(3)).classes).toEqual([])
  expect(park(...gaps(12)).classes).toEqual(['material'])
})

test('where no file could be read nothing is said of readiness', () => {
  const report: Report = { ...sampleReport, documents: sampleReport.documents.map((one) => ({ ...one, status: 'failed' })) }
  expect(surveyPark('甲', report).readiness).toBe('unknown')
  expect(unreviewed('乙', '没有可读的文件')).toMatchObject({ readiness: 'unknown', problem: '没有可读的文件' })
})

test('of a park that does not apply for acceptance nothing is said of readiness, and why', () => {
  const report: Report = { ...sampleReport, dossier: { ...sampleReport.dossier, stage: 'creation' } }
  expect(surveyPark('甲', report)).toMatchObject({ readiness: 'unknown', problem: expect.stringContaining('不是验收材料') })
})

test('a class is listed once however many ways lead to it, and every rule it names exists', () => {
  expect(surveyOf([]).classes.map(({ id }) => id)).toEqual(['organisation', 'criminal', 'material'])
  const known = new Set<string>(rules.map(({ id }) => id))
  expect([...problems.blocking, ...problems.classes.flatMap((one) => one.rules)].filter((rule) => !known.has(rule))).toEqual([])
})
