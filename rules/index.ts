import commitmentItem from './completeness/commitment-item.ts'
import missingYear from './completeness/missing-year.ts'
import rectificationItem from './completeness/rectification-item.ts'
import requiredContent from './completeness/required-content.ts'
import requiredDocument from './completeness/required-document.ts'
import requiredIndicator from './completeness/required-indicator.ts'
import requiredSection from './completeness/required-section.ts'
import signature from './completeness/signature.ts'
import unreadableDocument from './completeness/unreadable-document.ts'
import versionConflict from './completeness/version-conflict.ts'
import annualAcceptance from './consistency/annual-acceptance.ts'
import annualAnnual from './consistency/annual-annual.ts'
import consistencyDate from './consistency/date.ts'
import identity from './consistency/identity.ts'
import planAcceptance from './consistency/plan-acceptance.ts'
import supportingData from './consistency/supporting-data.ts'
import withinDocument from './consistency/within-document.ts'
import annualReport from './deadline/annual-report.ts'
import changeReport from './deadline/change-report.ts'
import commitmentPeriod from './deadline/commitment-period.ts'
import constructionPeriod from './deadline/construction-period.ts'
import eiaAge from './deadline/eia-age.ts'
import noticePeriod from './deadline/notice-period.ts'
import deadlineOrder from './deadline/order.ts'
import rectification from './deadline/rectification.ts'
import staleData from './deadline/stale-data.ts'
import type { Rule } from './define-rule.ts'
import componentSum from './formula/component-sum.ts'
import growth from './formula/growth.ts'
import recalculation from './formula/recalculation.ts'
import indicatorSet from './plan/indicator-set.ts'
import projectEvidence from './plan/project-evidence.ts'
import projectStatus from './plan/project-status.ts'
import targetBelowStandard from './plan/target-below-standard.ts'
import targetMissed from './plan/target-missed.ts'
import complaint from './risk/complaint.ts'
import criminalCase from './risk/criminal-case.ts'
import environmentalIncident from './risk/environmental-incident.ts'
import fabrication from './risk/fabrication.ts'
import organisationChange from './risk/organisation-change.ts'
import penalty from './risk/penalty.ts'
import boundary from './scope/boundary.ts'
import conflictingCitation from './source/conflicting-citation.ts'
import genericCitation from './source/generic-citation.ts'
import missingAttachment from './source/missing-attachment.ts'
import missingCitation from './source/missing-citation.ts'
import group from './standard/group.ts'
import misquoted from './standard/misquoted.ts'
import threshold from './standard/threshold.ts'
import undetermined from './standard/undetermined.ts'
import conflictOfInterest from './standing/conflict-of-interest.ts'
import evaluationDue from './standing/evaluation-due.ts'
import notEligible from './standing/not-eligible.ts'
import planExpired from './standing/plan-expired.ts'
import titleUse from './standing/title-use.ts'
import warningGround from './standing/warning-ground.ts'
import withdrawalGround from './standing/withdrawal-ground.ts'
import outlier from './trend/outlier.ts'

/** Every rule, in the order of the report. A new rule is one file, one test and one line here. */
export const rules: readonly Rule[] = [
  requiredDocument,
  requiredSection,
  requiredIndicator,
  missingYear,
  unreadableDocument,
  requiredContent,
  commitmentItem,
  signature,
  rectificationItem,
  versionConflict,
  missingCitation,
  conflictingCitation,
  genericCitation,
  missingAttachment,
  withinDocument,
  annualAcceptance,
  planAcceptance,
  supportingData,
  annualAnnual,
  identity,
  consistencyDate,
  recalculation,
  componentSum,
  growth,
  threshold,
  group,
  undetermined,
  misquoted,
  targetMissed,
  projectStatus,
  targetBelowStandard,
  indicatorSet,
  projectEvidence,
  boundary,
  outlier,
  constructionPeriod,
  annualReport,
  changeReport,
  rectification,
  commitmentPeriod,
  eiaAge,
  noticePeriod,
  staleData,
  deadlineOrder,
  environmentalIncident,
  criminalCase,
  penalty,
  organisationChange,
  complaint,
  fabrication,
  notEligible,
  titleUse,
  planExpired,
  evaluationDue,
  warningGround,
  withdrawalGround,
  conflictOfInterest,
]

const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]))

/** The rule with this id. Throws where there is none. */
export function ruleById(id: string): Rule {
  const rule = byId.get(id)
  if (rule === undefined) throw new Error(`没有规则 ${id}`)
  return rule
}
