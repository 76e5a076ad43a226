import type { Indicator } from '../../schemas/edition.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Reading } from '../../schemas/reading.ts'
import type { Dossier } from '../dossier.ts'
import { Decimal } from './decimal.ts'
import { factKey, factsByDocument } from './index-facts.ts'
import { createSeries, isCurrentPrice, type Series } from './series.ts'
import { findLimits, type Limit } from './threshold.ts'
import { type Judgement, judgeUnder } from './threshold-judge.ts'

/** The document whose values are judged, and the year in which they are. */
export type Assessed = { readonly document: Reading; readonly year: number; readonly series: Series }

const findDocument = ({ documents, stage }: Dossier): Reading | undefined => {
  const latest = (role: string) =>
    documents.filter((one) => one.identity.role === role).sort((a, b) => (a.identity.year ?? 0) - (b.identity.year ?? 0))
  const reports = latest('acceptance_report')
  const annual = latest('annual_report')
  const candidates = { acceptance: reports, annual, evaluation: annual.length > 0 ? annual : reports, creation: [] }[stage]
  return candidates.filter((one) => one.status !== 'failed').at(-1)
}

const assessed = new WeakMap<Dossier, Assessed | null>()

/** What is judged at this stage: the acceptance report in the final year, an annual report in its own; nothing at creation. */
export function findAssessed(dossier: Dossier): Assessed | undefined {
  const known = assessed.get(dossier)
  if (known !== undefined) return known ?? undefined
  const document = findDocument(dossier)
  const year = document?.identity.role === 'annual_report' ? (document.identity.year ?? dossier.finalYear) : dossier.finalYear
  const facts = document === undefined ? [] : [...(factsByDocument(dossier).get(document.id)?.values() ?? [])].flat()
  const found = document === undefined || year === null ? null : { document, year, series: createSeries(facts) }
  assessed.set(dossier, found)
  return found ?? undefined
}

/**
 * Why the values of the judged document accuse nobody yet, or null where they count: an annual report of a year in which the park
 * is still being built, or may be, need not meet the Standard.
 */
export function whyNotYet({ stage, finalYear }: Dossier, at: Assessed | undefined): string | null {
  if (stage !== 'annual' || at === undefined || (finalYear !== null && at.year >= finalYear)) return null
  return finalYear === null
    ? '材料未说明建设期何时结束，年度数值不据以判定达标'
    : `${at.year}年尚在建设期内（验收年为${finalYear}年），不据以判定达标`
}

const width = ({ interval }: Fact) => (interval === null ? new Decimal(0) : new Decimal(interval.high).minus(interval.low))

/** What a document states of a subject in a year, or bound to no year where it states nothing for that one; tables and fine print first. */
export function statedIn(document: string, subject: string, year: number, dossier: Dossier, kind: Fact['kind'] = 'actual'): Fact[] {
  const own = factsByDocument(dossier).get(document)
  const facts = own?.get(factKey(subject, year, kind)) ?? own?.get(factKey(subject, null, kind)) ?? []
  return [...facts].sort(
    (a, b) =>
      Number(a.approximate) - Number(b.approximate) ||
      Number(b.statedIn === 'table') - Number(a.statedIn === 'table') ||
      width(a).cmp(width(b)),
  )
}

/** The limits that may hold for the park in the assessed year; growth is taken from the judged document, else from any. */
export function limitsFor(
  indicator: Indicator,
  dossier: Dossier,
  at: Assessed | undefined,
  waterScarce = dossier.waterScarce,
): ReturnType<typeof findLimits> {
  const every = allSeries(dossier)
  const stated = (series: Series | undefined, quantity: string, year: number) => {
    const basis = series?.bases([quantity]).find((one) => !isCurrentPrice(one))
    return basis === undefined ? undefined : series?.stated(quantity, year, basis)[0]?.interval
  }
  const final = at?.year ?? dossier.finalYear
  return findLimits(indicator.threshold, {
    region: dossier.region,
    waterScarce,
    regionParts: dossier.standard.regionParts,
    lookup: (quantity, year) => stated(at?.series, quantity, year) ?? stated(every, quantity, year),
    years: { year: final ?? 0, base: dossier.baseYear, final },
  })
}

const every = new WeakMap<Dossier, Series>()
const allSeries = (dossier: Dossier): Series => {
  const found = every.get(dossier) ?? createSeries(dossier.facts)
  every.set(dossier, found)
  return found
}

/** An indicator as the judged document states it: its facts, the limits that may hold, and the verdict that all of them allow. */
export type Judged = {
  readonly indicator: Indicator
  readonly facts: readonly Fact[]
  readonly limits: readonly Limit[]
  readonly verdict: Judgement
  readonly why: string
}

/** Judges one indicator; undefined where nothing is judged at this stage or the document states no value. */
export function findJudged(indicator: Indicator, dossier: Dossier): Judged | undefined {
  const at = findAssessed(dossier)
  if (at === undefined) return undefined
  const facts = statedIn(at.document.id, indicator.id, at.year, dossier)
  if (facts.length === 0) return undefined
  const { limits } = limitsFor(indicator, dossier, at)
  const verdict = (fact: Fact) => (fact.approximate ? 'undetermined' : judgeUnder(fact, limits, indicator))
  const verdicts = new Set(facts.filter((fact) => !fact.approximate || facts.every((one) => one.approximate)).map(verdict))
  const base = { indicator, facts, limits }
  if (limits.length === 0) return { ...base, verdict: 'undetermined', why: '限值所依条件不成立（如工业增加值零增长），不作评价' }
  if (verdicts.size > 1) return { ...base, verdict: 'undetermined', why: '同一文件对该指标给出的数值不一致，判定结果不同' }
  const only = [...verdicts][0] ?? 'undetermined'
  return { ...base, verdict: only, why: only === 'undetermined' ? whyOpen(facts, limits) : '' }
}

const whyOpen = (facts: readonly Fact[], limits: readonly Limit[]): string => {
  if (facts.every((fact) => fact.approximate)) return '只有约数，不据以判定'
  if (limits.length > 1) return '适用哪一限值尚不能确定'
  if (facts.some((fact) => fact.interval === null) || limits.some((limit) => limit.word !== null)) return '文字表述不足以判定'
  return '印刷位数不足，两种结论均有可能'
}

/**
 * The verdict that counts: a member of a group that requires another indicator (footnote 2) counts for nothing where that
 * one fails, and stays open while the footnote itself is not verified or the other is not decided.
 */
export function standing(judged: Judged, dossier: Dossier): Judgement {
  const { requires, footnotes } = judged.indicator
  const required = dossier.standard.indicators.find((one) => one.id === requires)
  if (judged.verdict !== 'pass' || required === undefined) return judged.verdict
  const other = findJudged(required, dossier)?.verdict ?? 'undetermined'
  if (other === 'pass') return 'pass'
  return other === 'fail' && footnotes.every((id) => dossier.standard.footnotes[id]?.verified === true) ? 'fail' : 'undetermined'
}
