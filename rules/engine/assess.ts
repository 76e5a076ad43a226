import type { Indicator } from '../../schemas/edition.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Assessment, Verdict } from '../../schemas/report.ts'
import type { Dossier } from '../dossier.ts'
import { findFlip, meets } from './assess-flip.ts'
import { type Assessed, findAssessed, findJudged, type Judged, limitsFor, standing, statedIn } from './assess-value.ts'
import { Decimal } from './decimal.ts'
import type { Years } from './evaluate.ts'
import { type Recalculation, recalculate } from './evaluate-series.ts'
import { parseFormula } from './formula.ts'
import { findSubject } from './know-subject.ts'
import type { Series } from './series.ts'

/** The printed digits where they are in the canonical unit already (0.40 stays 0.40), else the converted value; or the word. */
function shown(fact: Fact | undefined): string | null {
  if (fact === undefined) return null
  if (fact.canonical === null) return fact.text
  return fact.value !== null && new Decimal(fact.value).eq(fact.canonical.value) ? fact.value : fact.canonical.value
}

/** The goal for the end of the construction period: the plan's, else the one that another document gives. */
function findTarget(subject: string, dossier: Dossier): Fact | undefined {
  const rank = (role: string) => ['plan', 'support_report', 'acceptance_report'].indexOf(role)
  const documents = dossier.documents
    .filter((one) => rank(one.identity.role) >= 0)
    .sort((a, b) => rank(a.identity.role) - rank(b.identity.role))
  return documents.flatMap((one) => statedIn(one.id, subject, dossier.finalYear ?? Number.NaN, dossier, 'target'))[0]
}

/** At creation nothing is judged yet: the value shown is that of the base year, in the plan or the papers beside it. */
const findStart = (subject: string, dossier: Dossier): Fact | undefined =>
  dossier.baseYear === null ? undefined : dossier.documents.flatMap((one) => statedIn(one.id, subject, dossier.baseYear ?? 0, dossier))[0]

const verdictOf = (judged: Judged | undefined, dossier: Dossier): Verdict => {
  if (judged === undefined) return 'not_reported'
  return judged.limits.length === 0 ? 'not_applicable' : standing(judged, dossier)
}

const yearsOf = (at: Assessed, dossier: Dossier): Years => ({ year: at.year, base: dossier.baseYear, final: at.year })

function compute(formula: string, series: Series, years: Years): Recalculation | undefined {
  const result = recalculate(parseFormula(formula), series, years)
  return 'found' in result ? result.found[0] : undefined
}

/** Only where the inputs bear out the printed verdict can one of them be said to turn it. */
function flipOf({ indicator: { formula }, limits, verdict }: Judged, at: Assessed, dossier: Dossier): Assessment['flip'] {
  const [limit, ...others] = limits
  if (formula === null || limit === undefined || others.length > 0 || verdict === 'undetermined') return null
  const years = yearsOf(at, dossier)
  const inputs = compute(formula, at.series, years)?.inputs ?? []
  const tree = parseFormula(formula)
  if (inputs.length === 0 || meets(tree, years, limit, inputs) !== (verdict === 'pass')) return null
  return findFlip(tree, years, limit, inputs, (quantity) => findSubject(quantity, dossier.standard)?.counted === true)
}

const PART_DIGITS = 3

/** The values that stand behind an aggregate, each computed from the judged document's own inputs. */
function partsOf(indicator: Indicator, at: Assessed, dossier: Dossier): Required<Pick<Assessment, 'parts'>> | undefined {
  const parts = indicator.parts.flatMap(({ zh, formula }) => {
    const interval = compute(formula, at.series, yearsOf(at, dossier))?.interval
    return interval === undefined ? [] : [{ name: zh, value: interval.low.plus(interval.high).div(2).toFixed(PART_DIGITS) }]
  })
  return parts.length > 0 ? { parts } : undefined
}

const namesOf = (indicator: Indicator) => ({
  subject: indicator.id,
  name: indicator.zh,
  mandatory: indicator.rule === 'mandatory',
  group: indicator.group ?? null,
  unit: indicator.unit,
})

function assessOne(indicator: Indicator, dossier: Dossier): Assessment {
  const at = findAssessed(dossier)
  const limits = limitsFor(indicator, dossier, at).limits
  const threshold = limits.length === 0 ? null : limits.map((limit) => limit.print).join('或')
  const common = { ...namesOf(indicator), threshold, target: shown(findTarget(indicator.id, dossier)) }
  if (dossier.stage === 'creation' || at === undefined) {
    const start = findStart(indicator.id, dossier)
    const verdict = start === undefined && common.target === null ? 'not_reported' : 'not_applicable'
    return { ...common, value: shown(start), verdict, flip: null, fact: start?.id ?? null }
  }
  const judged = findJudged(indicator, dossier)
  const fact = judged?.facts[0]
  const flip = judged === undefined ? null : flipOf(judged, at, dossier)
  return {
    ...common,
    value: shown(fact),
    verdict: verdictOf(judged, dossier),
    flip,
    ...partsOf(indicator, at, dossier),
    fact: fact?.id ?? null,
  }
}

/**
 * Every indicator of the Standard in its order: the judged document's final value (canonical unit), the threshold that applies,
 * the plan's goal, the verdict, and the smallest change of one input that would turn it.
 */
export const assess = (dossier: Dossier): Assessment[] => dossier.standard.indicators.map((indicator) => assessOne(indicator, dossier))
