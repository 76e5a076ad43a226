import type { Indicator, Standard } from '../../schemas/edition.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Cause } from '../../schemas/finding.ts'
import type { Dossier } from '../dossier.ts'
import { evaluate, findYearInputs, type GrowthWay, type Lookup, type YearInput, type Years } from './evaluate.ts'
import { recalculate } from './evaluate-series.ts'
import { type Formula, parseFormula } from './formula.ts'
import { growthOverYears, inverted, lastYearOnly, meanOfRates, misscaled, shortened, wholeGrowth, yearsListed } from './formula-slips.ts'
import { writeFormula } from './formula-words.ts'
import { factsByDocument } from './index-facts.ts'
import { fromSpan, type Interval, overlap } from './interval.ts'
import { subjectName } from './know-subject.ts'
import { createSeries, type Series, type Statement } from './series.ts'
import { showFact } from './show-fact.ts'
import { conversion } from './units.ts'

/** A way in which an indicator may have been computed wrongly, what it gives, and how to tell it in Chinese. */
export type FormulaCause = {
  readonly cause: Cause
  readonly interval: Interval
  readonly explanation: string
  /** Mistakes of one kind, of which a number has as many chances to be met by accident as there are. */
  readonly family: string
}

/** What a calculation draws on: the document's own statements first, then those of all documents, in one price basis. */
type Source = {
  readonly own: Series
  readonly every: Series
  readonly basis: string | null
  readonly years: Years
  readonly standard: Standard
}

const find = ({ own, every, basis }: Source, quantity: string, year: number): Statement | undefined =>
  own.stated(quantity, year, basis)[0] ?? every.stated(quantity, year, basis)[0]

type Instead = (quantity: string, year: number) => Statement | undefined

/** One mistaken calculation, if its inputs are stated: its result and its written form. */
function attempt(
  [cause, family]: readonly [Cause, string],
  told: string,
  formula: Formula,
  source: Source,
  instead: Instead = () => undefined,
  grow?: GrowthWay,
): FormulaCause[] {
  const pick = (quantity: string, year: number) => instead(quantity, year) ?? find(source, quantity, year)
  const lookup: Lookup = (quantity, year) => pick(quantity, year)?.interval
  const result = evaluate(formula, lookup, source.years, grow)
  if (!('interval' in result)) return []
  const spell = (quantity: string, year: number) => {
    const fact = pick(quantity, year)?.fact
    return fact === undefined ? '？' : showFact(fact)
  }
  // A growth computed in another way is not what the formula writes, so that only its name is told.
  const written = grow === undefined ? `：${writeFormula(formula, source.years, spell)}` : ''
  return [{ cause, family, interval: result.interval, explanation: `${told}${written}` }]
}

const replaceOne =
  (input: YearInput, by: Statement): Instead =>
  (quantity, year) =>
    quantity === input.quantity && year === input.year ? by : undefined

/** Years that documents of one construction period may speak of. */
const NEARBY = [-3, -2, -1, 1, 2, 3]

function fromOtherYears(formula: Formula, input: YearInput, source: Source): FormulaCause[] {
  return NEARBY.flatMap((shift) => {
    const by = find(source, input.quantity, input.year + shift)
    const name = subjectName(input.quantity, source.standard)
    return by === undefined
      ? []
      : attempt(
          ['wrong_input', Math.abs(shift) === 1 ? 'next year' : 'another year'],
          `${input.year}年${name}误用${input.year + shift}年的数值`,
          formula,
          source,
          replaceOne(input, by),
        )
  })
}

/** Another quantity of the same kind (water may be printed in tonnes) in place of an input. */
function fromOtherQuantities(formula: Formula, input: YearInput, source: Source): FormulaCause[] {
  const unitOf = (id: string) => source.standard.quantities.find((one) => one.id === id)?.unit ?? ''
  return source.standard.quantities.flatMap(({ id, zh, unit }) => {
    const by =
      id === input.quantity || conversion(unit, unitOf(input.quantity), { water: true }) === undefined
        ? undefined
        : find(source, id, input.year)
    return by === undefined
      ? []
      : attempt(
          ['wrong_input', 'another row'],
          `${subjectName(input.quantity, source.standard)}误用${input.year}年${zh}的数值`,
          formula,
          source,
          replaceOne(input, by),
        )
  })
}

function ofGrowth(formula: Formula, source: Source): FormulaCause[] {
  const ways: readonly [Cause, string, GrowthWay][] = [
    ['arithmetic_mean_growth', '年均增长率误取各年增长率的算术平均', meanOfRates],
    ['arithmetic_mean_growth', '年均增长率误取总增长率除以年数', growthOverYears],
    ['wrong_input', '年均增长率的年数误按所列年份个数计（多计一年）', yearsListed],
    ['wrong_input', '年均增长率误取整个时段的总增长率，未按年数开方', wholeGrowth],
    ['wrong_input', '年均增长率误取最后一年的增长率', lastYearOnly],
  ]
  return ways.flatMap(([cause, told, grow]) => attempt([cause, told], told, formula, source, undefined, grow))
}

function ofPrices(formula: Formula, inputs: readonly YearInput[], source: Source): FormulaCause[] {
  const others = source.own.bases(inputs.map((input) => input.quantity)).filter((basis) => basis !== source.basis)
  return others.flatMap((basis) => {
    const told = `误用${basis ?? '未注明价格口径'}的数值`
    const whole = attempt(['price_basis', 'prices'], told, formula, { ...source, basis })
    const single = inputs.flatMap((input) => {
      const by = source.own.stated(input.quantity, input.year, basis).find(({ fact }) => fact.priceBasis === basis)
      return by === undefined
        ? []
        : attempt(
            ['price_basis', 'prices'],
            `${input.year}年${subjectName(input.quantity, source.standard)}${told}`,
            formula,
            source,
            replaceOne(input, by),
          )
    })
    return [...whole, ...single]
  })
}

const ofPercent = (formula: Formula, source: Source): FormulaCause[] =>
  misscaled(formula)
    .flatMap((one) => attempt(['percent_fraction', 'percent'], '', one, source))
    .map((one) => ({ ...one, explanation: '百分数与小数混淆，相差100倍' }))

const hasGrowth = (formula: Formula): boolean =>
  formula.kind === 'growth' ||
  (formula.kind === 'binary' && (hasGrowth(formula.left) || hasGrowth(formula.right))) ||
  (formula.kind === 'mean' && formula.of.some(hasGrowth)) ||
  (formula.kind === 'negative' && hasGrowth(formula.of))

/**
 * What an indicator's value would be under each common mistake, likeliest kinds first: the ratio turned round, percent and
 * fraction mixed up, a mean in place of a compound rate, other prices, an input left out or taken from another year or row,
 * the whole of another year.
 */
export function formulaCauses(
  indicator: Pick<Indicator, 'formula' | 'unit'>,
  years: Years,
  own: Series,
  every: Series,
  standard: Standard,
): FormulaCause[] {
  if (indicator.formula === null) return []
  const formula = parseFormula(indicator.formula)
  const right = recalculate(formula, own, years)
  const basis = 'found' in right ? (right.found[0]?.basis ?? null) : null
  const source: Source = { own, every, basis, years, standard }
  const inputs = findYearInputs(formula, years) ?? []
  return [
    ...inverted(formula).flatMap((one) => attempt(['inverted_ratio', 'inverted'], '分子分母颠倒', one, source)),
    ...(indicator.unit === '%' ? ofPercent(formula, source) : []),
    ...(hasGrowth(formula) ? ofGrowth(formula, source) : []),
    ...ofPrices(formula, inputs, source),
    ...shortened(formula).flatMap((one) => attempt(['wrong_input', 'left out'], '计算时漏计一项', one, source)),
    ...inputs.flatMap((input) => fromOtherYears(formula, input, source)),
    ...inputs.flatMap((input) => fromOtherQuantities(formula, input, source)),
    ...NEARBY.flatMap((shift) => {
      const moved = { year: years.year + shift, base: years.base, final: years.final === null ? null : years.final + shift }
      return attempt(['wrong_year', Math.abs(shift) === 1 ? 'whole next year' : 'whole other year'], `误取${moved.year}年的数值`, formula, {
        ...source,
        years: moved,
      })
    }),
  ]
}

/** Every mistake that an indicator's formula and the stated values allow, with what it would give. */
export function findFormulaAttempts(suspect: Fact, dossier: Dossier): FormulaCause[] {
  const indicator = dossier.standard.indicators.find((one) => one.id === suspect.subject)
  if (indicator === undefined || suspect.year === null || suspect.interval === null) return []
  const own = createSeries([...(factsByDocument(dossier).get(suspect.document)?.values() ?? [])].flat())
  const years: Years = { year: suspect.year, base: dossier.baseYear, final: suspect.year }
  return formulaCauses(indicator, years, own, createSeries(dossier.facts), dossier.standard)
}

/** The mistakes that explain a printed value exactly, within its printed digits; likeliest kinds first, none if nothing does. */
export function findFormulaCauses(suspect: Fact, dossier: Dossier): FormulaCause[] {
  const printed = suspect.interval && fromSpan(suspect.interval)
  return printed ? findFormulaAttempts(suspect, dossier).filter(({ interval }) => overlap(interval, printed)) : []
}
