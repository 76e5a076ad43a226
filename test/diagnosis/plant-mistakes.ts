import { Decimal } from '../../rules/engine/decimal.ts'
import { fromSpan, overlap } from '../../rules/engine/interval.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Cause } from '../../schemas/finding.ts'
import { formulas, inputsOf, type Level, pollutants } from '../variants/derive.ts'
import type { Random } from '../variants/random.ts'
import { measureOf } from '../variants/units.ts'
import { type Clean, withFacts } from './clean-dossier.ts'
import { cells, digitsOf, type Plant, statedAlso } from './plant.ts'
import { printedFact, printLike, reprinted } from './printed-fact.ts'

const va = 'industrial_value_added'
const levelOf =
  ({ park }: Clean): Level =>
  (subject, year) => {
    const value = park.value(subject, year)
    if (!(value instanceof Decimal)) throw new Error(`no ${subject} in ${year}`)
    return value
  }

/** Computes an indicator wrongly; undefined where the indicator does not allow that mistake. */
type Mistake = (indicator: string, year: number, clean: Clean, random: Random) => Decimal | undefined

/** The same wrong result in one document, or in all that print it. */
const miscalculated =
  (cause: Cause, fewest: number, indicators: readonly string[], mistake: Mistake): Plant =>
  (clean, random) => {
    const [one] = random.shuffle(cells(clean, ({ subject }) => indicators.includes(subject))).slice(0, 1)
    if (!one || one.year === null) return undefined
    let value: Decimal | undefined
    try {
      value = mistake(one.subject, one.year, clean, random)
    } catch {
      return undefined
    }
    if (value === undefined || !value.isFinite() || value.isZero()) return undefined
    const everywhere = random.next() < 0.5
    const right = everywhere ? [one, ...statedAlso(one, clean.dossier)] : [one]
    const print = (fact: Fact): string =>
      cause === 'percent_fraction' ? value.toFixed((fact.value?.split('.')[1]?.length ?? 0) + 2) : printLike(fact, value)
    const wrong = right.map((fact) => reprinted(fact, print(fact)))
    const apart = (a: Fact, b: Fact) => a.interval && b.interval && !overlap(fromSpan(a.interval), fromSpan(b.interval))
    const kept = statedAlso(one, clean.dossier).filter((fact) => !right.includes(fact))
    if (!wrong.every((fact, index) => apart(fact, right[index] as Fact) && kept.every((each) => apart(fact, each)))) return undefined
    return {
      dossier: withFacts(clean.dossier, new Map(wrong.map((fact) => [fact.id, fact]))),
      culprits: wrong,
      cause,
      tooFewDigits: wrong.some((fact) => digitsOf(fact.value ?? '') < fewest + (coarse.includes(fact.subject) ? 1 : 0)),
    }
  }

/** Computed from inputs of few digits (areas, four pollutants), so that a mistake gives a range and not a number. */
const coarse = ['hj274.8', 'hj274.9', 'hj274.25']
const simple = ['1', '2', '4', '7', '8', '11', '12', '14', '16', '27', '28', '29'].map((no) => `hj274.${no}`)
const percents = ['1', '4', '6', '7', '12', '15', '16', '29'].map((no) => `hj274.${no}`)
const elasticities = ['hj274.10', 'hj274.13', 'hj274.25']

const rates = (x: (year: number) => Decimal, from: number, to: number): Decimal[] =>
  Array.from({ length: to - from }, (_, at) =>
    x(from + at + 1)
      .div(x(from + at))
      .minus(1),
  )
const mean = (all: readonly Decimal[]): Decimal => all.reduce((a, b) => a.plus(b), new Decimal(0)).div(all.length)
type Grow = (x: (year: number) => Decimal, from: number, to: number) => Decimal

/** The indicators that hold a growth, with the growth computed in another way. */
function withGrowth(indicator: string, year: number, clean: Clean, grow: Grow): Decimal | undefined {
  const x = levelOf(clean)
  const { base } = clean.park
  const of = (subject: string) => grow((at) => x(subject, at), base, year)
  switch (indicator) {
    case 'hj274.3':
      return grow((at) => x(va, at), year - 3, year).mul(100)
    case 'hj274.9':
      return grow((at) => x(va, at).div(x('industrial_land_area', at)), year - 3, year).mul(100)
    case 'hj274.10':
      return of('energy_consumption').div(of(va))
    case 'hj274.13':
      return of('freshwater_use').div(of(va))
    case 'hj274.25':
      return mean(pollutants.map(of)).div(of(va))
    case 'hj274.26':
      return grow((at) => x('co2_emission', at).div(x(va, at)), base, year).mul(-100)
    default:
      return undefined
  }
}

const compound =
  (n: number): Grow =>
  (x, from, to) =>
    x(to).div(x(from)).pow(new Decimal(1).div(n)).minus(1)

/** One input taken from the neighbouring year, or from another row of the same measure. */
const wrongInput: Mistake = (indicator, year, clean, random) => {
  const x = levelOf(clean)
  const subject = random.pick([...inputsOf(indicator)])
  const instead =
    random.next() < 0.5
      ? { subject, year: year + random.pick([-1, 1]) }
      : { subject: random.pick(Object.keys(measures).filter((id) => measures[id] === measureOf(subject) && id !== subject)), year }
  if (instead.subject === undefined) return undefined
  const level: Level = (asked, at) => (asked === subject && at === year ? x(instead.subject, instead.year) : x(asked, at))
  return formulas[indicator]?.(level, year, clean.park.base)
}
const measures: Record<string, string> = Object.fromEntries(
  [...new Set(Object.keys(formulas).flatMap((id) => [...inputsOf(id)]))].map((id) => [id, measureOf(id)]),
)

/** Current prices stand beside the constant ones, labelled as such, and the growth is computed from them. */
const fromCurrentPrices: Plant = (clean, random) => {
  const { park, dossier } = clean
  const one = random.pick(cells(clean, ({ subject, role }) => subject === 'hj274.3' && role === 'acceptance_report'))
  if (one?.year == null) return undefined
  const years = [0, 1, 2, 3].map((at) => (one.year ?? 0) - 3 + at)
  const like = dossier.facts.find((fact) => fact.document === one.document && fact.subject === va && fact.statedIn === 'table')
  if (!like) return undefined
  const inflation = random.between(1.02, 1.06)
  const levels = new Map(years.map((year, at) => [year, (park.value(va, year) as Decimal).times(new Decimal(inflation).pow(at))]))
  const added = years.map((year, at) => ({
    ...printedFact(
      { ...like, year, kind: 'actual', evidence: { ...like.evidence, row: 60, column: at + 3 } },
      like.unit ?? '',
      printLike(like, levels.get(year) ?? new Decimal(1)),
    ),
    priceBasis: '当年价',
    priceBasisFrom: 'label' as const,
  }))
  const wrong = reprinted(one, printLike(one, compound(3)((year) => levels.get(year) ?? new Decimal(1), one.year - 3, one.year).mul(100)))
  return { dossier: withFacts(dossier, new Map([[one.id, wrong]]), added), culprits: [wrong], cause: 'price_basis', tooFewDigits: false }
}

const growing = ['hj274.3', 'hj274.9', 'hj274.26', ...elasticities]

/** Mistakes in calculating, by name. */
export const mistakePlants: Readonly<Record<string, Plant>> = {
  'arithmetic_mean_growth (mean of rates)': miscalculated('arithmetic_mean_growth', 3, growing, (id, year, clean) =>
    withGrowth(id, year, clean, (x, from, to) => mean(rates(x, from, to))),
  ),
  'arithmetic_mean_growth (total ÷ n)': miscalculated('arithmetic_mean_growth', 3, growing, (id, year, clean) =>
    withGrowth(id, year, clean, (x, from, to) =>
      x(to)
        .div(x(from))
        .minus(1)
        .div(to - from),
    ),
  ),
  'wrong_input (intervals miscounted)': miscalculated('wrong_input', 3, ['hj274.3', 'hj274.9', 'hj274.26'], (id, year, clean) =>
    withGrowth(id, year, clean, (x, from, to) => compound(to - from + 1)(x, from, to)),
  ),
  'wrong_input (other year or row)': miscalculated('wrong_input', 3, simple, wrongInput),
  percent_fraction: miscalculated('percent_fraction', 3, percents, (id, year, clean) =>
    formulas[id]?.(levelOf(clean), year, clean.park.base).div(100),
  ),
  inverted_ratio: miscalculated('inverted_ratio', 3, [...simple, 'hj274.10', 'hj274.13'], (id, year, clean) => {
    const right = formulas[id]?.(levelOf(clean), year, clean.park.base)
    const hundred = percents.includes(id) ? 10_000 : 1
    return right === undefined ? undefined : new Decimal(hundred).div(right)
  }),
  'price_basis (growth)': fromCurrentPrices,
}
