import { Decimal } from '../../../../rules/engine/decimal.ts'
import { recalculate } from '../../../../rules/engine/evaluate-series.ts'
import { parseFormula } from '../../../../rules/engine/formula.ts'
import { spellAs, writeFormula } from '../../../../rules/engine/formula-words.ts'
import { fromSpan, type Interval, overlap } from '../../../../rules/engine/interval.ts'
import { createSeries, type Statement } from '../../../../rules/engine/series.ts'
import type { Fact } from '../../../../schemas/fact.ts'
import type { Assessment } from '../../../../schemas/report.ts'
import { formulaWords } from '../formula-words.ts'
import type { ReportIndex } from '../report-index.ts'
import { kindWords, placeWords, thresholdWords, unitWords, verdictWords } from '../wording.ts'

/** One step from the print to the verdict: what it is, what it says, where that stands. */
export type Step = {
  readonly step: '印' | '单位' | '换算' | '来源' | '公式' | '代入' | '重算' | '比较' | '判定' | '原因'
  readonly text: string
  readonly place: string | null
}

/** How sure a number is that twelve digits will do. */
const shortened = (value: Decimal.Value): string => new Decimal(value).toSignificantDigits(12).toFixed()
const rangeWords = ({ low, high }: Interval, unit: string): string =>
  low.eq(high) ? `${shortened(low)}${unitWords(unit)}` : `${shortened(low)}～${shortened(high)}${unitWords(unit)}`

/** Where a fact stands, as a person would look it up. */
export const whereOf = ({ document, evidence }: Pick<Fact, 'document' | 'evidence'>, index: ReportIndex): string =>
  [index.fileOf(document), placeWords(evidence, index.documentOf(document)?.hiddenSheets)].filter(Boolean).join(' · ')

/** What a fact is about: 2021年综合能耗总量（目标值）. */
export const aboutOf = ({ subject, year, kind }: Fact, index: ReportIndex): string =>
  `${year === null ? '' : `${year}年`}${index.nameOf(subject)}${kind === 'actual' ? '' : `（${kindWords[kind]}）`}`

/** From the print to what it stands for in the vocabulary's unit. */
export function provePrint(fact: Fact, index: ReportIndex): Step[] {
  const { raw, value, unit, canonical, interval, text, source, priceBasis, approximate } = fact
  const steps: Step[] = [{ step: '印', text: `${aboutOf(fact, index)}：${raw}`, place: whereOf(fact, index) }]
  if (value === null || canonical === null || interval === null) {
    steps.push({ step: '换算', text: `文字表述，读作“${text ?? raw}”`, place: null })
  } else {
    const factor = new Decimal(value).isZero() ? null : new Decimal(canonical.value).div(value)
    const to = unitWords(canonical.unit)
    const from = unit === null ? '' : unitWords(unit)
    const basis = priceBasis === null ? '' : `；价格口径：${priceBasis}`
    steps.push({
      step: '单位',
      text: `${from === '' ? '无单位' : factor === null || from === to ? from : `1${from}＝${shortened(factor)}${to}`}${basis}`,
      place: null,
    })
    const range = rangeWords(fromSpan(interval), canonical.unit)
    steps.push({
      step: '换算',
      text: `${canonical.value}${to}，按所印位数代表${range}${approximate ? '（约数，不据以判定）' : ''}`,
      place: null,
    })
  }
  if (source !== null)
    steps.push({ step: '来源', text: source.text, place: whereOf({ document: fact.document, evidence: source.evidence }, index) })
  return steps
}

const inputStep = ({ fact, interval }: Statement, index: ReportIndex): Step => ({
  step: '代入',
  text: `${aboutOf(fact, index)}：${fact.raw}${fact.unit === null || fact.raw.includes(fact.unit) ? '' : fact.unit}，即${rangeWords(interval, fact.canonical?.unit ?? '')}`,
  place: whereOf(fact, index),
})

/** What the same document's own inputs give for an indicator, step by step; empty for what is no result of a formula. */
export function proveFormula(fact: Fact, index: ReportIndex): Step[] {
  const formula = index.formulaOf(fact.subject)
  if (formula === null || fact.year === null || fact.kind !== 'actual' || fact.interval === null) return []
  const years = { year: fact.year, base: index.report.dossier.baseYear, final: fact.year }
  const tree = parseFormula(formula)
  const result = recalculate(tree, createSeries(index.report.facts.filter(({ document }) => document === fact.document)), years)
  const steps: Step[] = [{ step: '公式', text: `${index.nameOf(fact.subject)} = ${formulaWords(formula, fact.year, index)}`, place: null }]
  if ('undefined' in result) return [...steps, { step: '重算', text: `无法重算：${result.undefined}`, place: null }]
  if ('missing' in result) {
    const lacking = result.missing.map(({ quantity, year }) => `${year}年${index.nameOf(quantity)}`).join('、')
    return [...steps, { step: '重算', text: `该文件缺${lacking}，未能重算`, place: null }]
  }
  const printed = fromSpan(fact.interval)
  const agreeing = result.found.find(({ interval }) => overlap(interval, printed))
  const shown = agreeing ?? result.found[0]
  if (shown === undefined) return steps
  const unit = fact.canonical?.unit ?? ''
  return [
    ...steps,
    ...shown.inputs.map((input) => inputStep(input, index)),
    { step: '重算', text: `${writeFormula(tree, years, spellAs(shown.inputs))} = ${rangeWords(shown.interval, unit)}`, place: null },
    {
      step: '比较',
      text: `所印${rangeWords(printed, unit)}与重算${rangeWords(shown.interval, unit)}${agreeing ? '有重叠，一致' : '没有重叠，不一致'}`,
      place: null,
    },
  ]
}

/** The verdict on the value that was judged, and what would turn it. */
export function proveVerdict({ threshold, value, unit, target, verdict, flip }: Assessment, index: ReportIndex): Step[] {
  const words = verdictWords[verdict].word
  const turn =
    flip === null ? '' : `；${index.nameOf(flip.subject)}由${flip.from}变为${flip.to}${unitWords(index.unitOf(flip.subject))}时结论改变`
  const limit = threshold === null ? '没有适用的限值' : `限值${thresholdWords(threshold)}${unitWords(unit)}`
  return [
    {
      step: '判定',
      text: `${value ?? '未报'}${value === null ? '' : unitWords(unit)}，${limit}${target === null ? '' : `，规划目标${target}`}：${words}${turn}`,
      place: null,
    },
  ]
}

/** The whole chain of one value: print, unit, canonical value with its range, formula with its inputs, verdict. */
export function proveFact(fact: Fact, index: ReportIndex): Step[] {
  const judged = index.report.assessment.find((row) => row.fact === fact.id)
  return [...provePrint(fact, index), ...proveFormula(fact, index), ...(judged ? proveVerdict(judged, index) : [])]
}
