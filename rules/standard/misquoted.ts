import type { Indicator } from '../../schemas/edition.ts'
import type { Fact } from '../../schemas/fact.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { isSure } from '../engine/agree-facts.ts'
import { limitsFor } from '../engine/assess-value.ts'
import { Decimal } from '../engine/decimal.ts'
import { groupFacts } from '../engine/index-facts.ts'
import { documentName, placeName } from '../engine/place-name.ts'
import { showFact } from '../engine/show-fact.ts'
import { allLimits, type Limit } from '../engine/threshold.ts'
import { judgeWord } from '../engine/threshold-judge.ts'
import { showLimits } from '../engine/threshold-words.ts'

type Quoted = Target & { readonly indicator: Indicator; readonly quotes: readonly Fact[] }

/** The limits that one document quotes for one indicator. */
function* given(dossier: Dossier): Generator<Quoted> {
  const indicators = new Map(dossier.standard.indicators.map((one) => [one.id, one]))
  const quotes = dossier.facts.filter((fact) => fact.kind === 'standard')
  for (const facts of groupFacts(quotes, (fact) => `${fact.document}|${fact.subject}`).values()) {
    const indicator = indicators.get(facts[0]?.subject ?? '')
    if (indicator !== undefined) yield { subject: indicator.id, year: null, facts, quotes: facts, indicator }
  }
}

/** A limit without a sign is read in the Standard's sense; one that cannot be exceeded (= 100, = 0) may be given either way. */
const sameSense = (printed: Fact['operator'], { operator }: Limit): boolean =>
  printed === null || printed === '=' || operator === '=' || printed[0] === operator[0]

type Answer = 'same' | 'other' | 'unclear'

function compare(quote: Fact, limit: Limit, indicator: Indicator): Answer {
  if (limit.word !== null) return quote.text !== null && judgeWord(quote.text, limit.word, indicator) === 'pass' ? 'same' : 'unclear'
  if (limit.value === null || quote.canonical === null) return 'unclear'
  return limit.value.eq(new Decimal(quote.canonical.value)) && sameSense(quote.operator, limit) ? 'same' : 'other'
}

const answer = (quote: Fact, limits: readonly Limit[], indicator: Indicator): Answer => {
  const answers = new Set(limits.map((limit) => compare(quote, limit, indicator)))
  return answers.has('same') ? 'same' : answers.has('unclear') || answers.size === 0 ? 'unclear' : 'other'
}

/** Where one cell or sentence quotes several branches (河北30，其他10), the one that applies must be among them. */
const placeOf = ({ evidence: { table, row, sheet, cell, paragraph } }: Fact) => [table, row, sheet, cell, paragraph].join('|')

/** Limits that a park not known to be short of water could still fall under; growth and region are decided where known. */
const applicable = (indicator: Indicator, dossier: Dossier): readonly Limit[] => {
  const limits = [dossier.waterScarce, true].flatMap((scarce) => limitsFor(indicator, dossier, undefined, scarce).limits)
  return [...new Map(limits.map((limit) => [limit.print, limit])).values()]
}

function misquoted(quote: Fact, limits: readonly Limit[], { indicator }: Quoted, dossier: Dossier): Outcome {
  const limit = showLimits(limits, indicator.unit)
  return failed({
    message: `${indicator.zh}的标准值：${documentName(quote.document, dossier)}印${showFact(quote)}（${placeName(quote, dossier)}），${dossier.standard.shortName}${indicator.clause}为${limit}，两者不一致${indicator.unverified.includes('threshold') ? '（该限值尚未与标准正式文本核对）' : ''}。`,
    expected: limit,
    actual: quote.raw,
    tolerance: '标准值应与标准原文相同',
    suspect: quote,
  })
}

/** Whatever a document quotes as the Standard's threshold is the Standard's threshold for this park. */
export default defineRule({
  id: 'standard/misquoted',
  severity: 'warning',
  article: '17(2)',
  summary: 'The threshold that a document quotes for an indicator is the one of the Standard that applies to the park.',
  title: '文件所引标准值与标准是否一致',
  given,
  check: (target, dossier) => {
    const { quotes, indicator } = target
    const applies = applicable(indicator, dossier)
    const limits = applies.length > 0 ? applies : allLimits(indicator)
    const places = [...groupFacts(quotes, placeOf).values()]
    const wrong = places.flatMap((here) => {
      const right = here.some((quote) => answer(quote, limits, indicator) === 'same')
      const accepted = right ? allLimits(indicator) : limits
      return here.filter((quote) => answer(quote, accepted, indicator) === 'other')
    })
    const sure = wrong.find(isSure)
    if (sure !== undefined) return misquoted(sure, limits, target, dossier)
    if (wrong.length > 0) return skipped('识别可信度低或为约数，请对照原件核对所引标准值')
    return quotes.every((quote) => answer(quote, limits, indicator) === 'unclear') ? skipped('所引标准值为文字表述，无从比较') : passed
  },
})
