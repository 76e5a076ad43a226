import type { Finding } from '../../../schemas/finding.ts'
import type { Report } from '../../../schemas/report.ts'
import type { Readiness, Survey, SurveyedPark } from '../../../schemas/survey.ts'
import problems from './problems.json' with { type: 'json' }

type Class = { id: string; zh: string; rules: readonly string[]; severities?: readonly string[]; atLeast?: number }
const classes: readonly Class[] = problems.classes
const blocking = new Set(problems.blocking)

const meets = ({ rules, severities, atLeast = 1 }: Class, findings: readonly Finding[]): boolean =>
  findings.filter(({ rule, severity }) => rules.includes(rule) && (severities?.includes(severity) ?? severity !== 'info')).length >= atLeast

/** A condition of acceptance is not met where a blocking rule found an error; other errors are the papers' to mend. */
function readinessOf({ dossier, documents, findings, summary }: Report): Readiness {
  if (dossier.stage !== 'acceptance' || documents.length === 0 || documents.every(({ status }) => status === 'failed')) return 'unknown'
  if (findings.some(({ rule, severity }) => severity === 'error' && blocking.has(rule))) return 'unripe'
  return summary.errors > 0 ? 'mend' : 'ripe'
}

/** How ripe a park is for acceptance, what stands in the way and which of the survey's problems it has. */
export function surveyPark(folder: string, report: Report): SurveyedPark {
  const { dossier, findings, summary, assessment } = report
  const obstacles = findings
    .filter(({ severity }) => severity === 'error')
    .sort((a, b) => Number(blocking.has(b.rule)) - Number(blocking.has(a.rule)))
  const times = (...verdicts: string[]) => assessment.filter(({ verdict }) => verdicts.includes(verdict)).length
  return {
    ...{ folder, park: dossier.park, stage: dossier.stage, readiness: readinessOf(report) },
    obstacles: obstacles.map(({ rule, message }) => ({ rule, message })),
    classes: [...new Set(classes.filter((one) => meets(one, findings)).map(({ id }) => id))],
    ...{ errors: summary.errors, warnings: summary.warnings },
    ...{
      met: times('pass'),
      missed: findings.filter(({ rule }) => rule === 'standard/threshold' || rule === 'standard/group').length,
      open: times('undetermined', 'not_reported'),
    },
    problem: dossier.stage === 'acceptance' ? null : '材料不是验收材料，不判断验收条件',
  }
}

/** A park whose folder could not be reviewed at all. */
export const unreviewed = (folder: string, problem: string): SurveyedPark => ({
  ...{ folder, park: null, stage: null, readiness: 'unknown', obstacles: [], classes: [] },
  ...{ errors: 0, warnings: 0, met: 0, missed: 0, open: 0, problem },
})

/** The survey of these parks, in their order. */
export const surveyOf = (parks: readonly SurveyedPark[]): Survey => ({
  schemaVersion: 1,
  source: problems.source,
  classes: [...new Map(classes.map(({ id, zh }) => [id, { id, zh }])).values()],
  parks: [...parks],
})
