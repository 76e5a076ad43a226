import missingYear from './completeness/missing-year.ts'
import requiredDocument from './completeness/required-document.ts'
import requiredIndicator from './completeness/required-indicator.ts'
import requiredSection from './completeness/required-section.ts'
import unreadableDocument from './completeness/unreadable-document.ts'
import annualAcceptance from './consistency/annual-acceptance.ts'
import annualAnnual from './consistency/annual-annual.ts'
import planAcceptance from './consistency/plan-acceptance.ts'
import supportingData from './consistency/supporting-data.ts'
import withinDocument from './consistency/within-document.ts'
import annualReport from './deadline/annual-report.ts'
import changeReport from './deadline/change-report.ts'
import constructionPeriod from './deadline/construction-period.ts'
import rectification from './deadline/rectification.ts'
import type { Rule } from './define-rule.ts'
import componentSum from './formula/component-sum.ts'
import growth from './formula/growth.ts'
import recalculation from './formula/recalculation.ts'
import projectStatus from './plan/project-status.ts'
import targetMissed from './plan/target-missed.ts'
import criminalCase from './risk/criminal-case.ts'
import environmentalIncident from './risk/environmental-incident.ts'
import organisationChange from './risk/organisation-change.ts'
import penalty from './risk/penalty.ts'
import boundary from './scope/boundary.ts'
import conflictingCitation from './source/conflicting-citation.ts'
import missingCitation from './source/missing-citation.ts'
import group from './standard/group.ts'
import misquoted from './standard/misquoted.ts'
import threshold from './standard/threshold.ts'
import undetermined from './standard/undetermined.ts'
import outlier from './trend/outlier.ts'

/** Every rule, in the order of the report. A new rule is one file, one test and one line here. */
export const rules: readonly Rule[] = [
  requiredDocument,
  requiredSection,
  requiredIndicator,
  missingYear,
  unreadableDocument,
  missingCitation,
  conflictingCitation,
  withinDocument,
  annualAcceptance,
  planAcceptance,
  supportingData,
  annualAnnual,
  recalculation,
  componentSum,
  growth,
  threshold,
  group,
  undetermined,
  misquoted,
  targetMissed,
  projectStatus,
  boundary,
  outlier,
  constructionPeriod,
  annualReport,
  changeReport,
  rectification,
  environmentalIncident,
  criminalCase,
  penalty,
  organisationChange,
]

const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]))

/** The rule with this id. Throws where there is none. */
export function ruleById(id: string): Rule {
  const rule = byId.get(id)
  if (rule === undefined) throw new Error(`没有规则 ${id}`)
  return rule
}
