import { Decimal } from '../../rules/engine/decimal.ts'
import { fromSpan, overlap } from '../../rules/engine/interval.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Cause } from '../../schemas/finding.ts'
import { unitFor, unitSets } from '../variants/measures.ts'
import type { Random } from '../variants/random.ts'
import { type Clean, withFacts } from './clean-dossier.ts'
import { cells, coarsest, digitsOf, type Plant, type Planted, sameCell, statedAlso } from './plant.ts'
import { factorOf, printLike, reprinted } from './printed-fact.ts'

const differs = (a: Fact, b: Fact): boolean =>
  a.interval !== null && b.interval !== null && !overlap(fromSpan(a.interval), fromSpan(b.interval))

const width = ({ interval }: Fact): Decimal => (interval ? new Decimal(interval.high).minus(interval.low) : new Decimal(0))
const apart = (a: Fact, b: Fact): Decimal => new Decimal(a.canonical?.value ?? 0).minus(b.canonical?.value ?? 0).abs()

/** One cell misprinted: `slip` gives the digits that stand there instead. `fewest` digits are needed to name the cause. */
const misprint =
  (
    cause: Cause,
    fewest: number,
    wanted: (fact: Fact) => boolean,
    slip: (fact: Fact, random: Random, clean: Clean) => string | undefined,
    contradicts: (wrong: Fact, right: Fact, others: readonly Fact[]) => boolean = (wrong, right, others) =>
      [right, ...others].every((one) => differs(wrong, one)) && others.every((one) => apart(wrong, right).gt(width(one).times(2))),
  ): Plant =>
  (clean, random) => {
    const [right] = random.shuffle(cells(clean, wanted)).slice(0, 1)
    const digits = right && slip(right, random, clean)
    if (right === undefined || digits === undefined || !/^-?\d+(\.\d+)?$/.test(digits)) return undefined
    const wrong = reprinted(right, digits)
    const others = statedAlso(right, clean.dossier)
    // What overlaps with the other prints, or is as near as their rounding, is no contradiction of this kind, whoever looks at it.
    if (new Decimal(digits).isZero() || !contradicts(wrong, right, others)) return undefined
    return {
      dossier: withFacts(clean.dossier, new Map([[right.id, wrong]])),
      culprits: [wrong],
      cause,
      tooFewDigits: coarsest([wrong, right, ...others]) < fewest,
    }
  }

const isQuantity = ({ subject }: Fact): boolean => !subject.startsWith('hj274')
const isPercent = ({ unit }: Fact): boolean => unit === '%'
/** Counts of firms and shares have no large units. */
const hasUnits = ({ unit }: Fact): boolean => unit !== null && !/^[%家户个件次人]/.test(unit)

const digitPlaces = (digits: string): number[] => [...digits].flatMap((one, at) => (/\d/.test(one) ? [at] : []))
const put = (digits: string, at: number, one: string): string => `${digits.slice(0, at)}${one}${digits.slice(at + 1)}`

const typo = (fact: Fact, random: Random): string => {
  const digits = fact.value ?? ''
  const places = digitPlaces(digits)
  const at = random.pick(places)
  const lowest = at === places[0] && digits.length > 1 ? 1 : 0
  const other = random.int(lowest, 9)
  return put(digits, at, String(other))
}

/** A last digit that is one off is a matter of rounding, whatever the typist did. */
const beyondRounding = (fact: Fact, digits: string | undefined): string | undefined =>
  digits !== undefined && apart(reprinted(fact, digits), fact).gt(width(fact).times(2)) ? digits : undefined

function transposition(fact: Fact, random: Random): string | undefined {
  const digits = fact.value ?? ''
  const places = digitPlaces(digits)
  const pairs = places.slice(0, -1).flatMap((left, index) => {
    const right = places[index + 1] ?? left
    return digits[left] === digits[right] || (left === 0 && digits[right] === '0') ? [] : [[left, right] as const]
  })
  if (pairs.length === 0) return undefined
  const [left, right] = random.pick(pairs)
  return put(put(digits, left, digits[right] ?? ''), right, digits[left] ?? '')
}

const shift = (fact: Fact, random: Random): string | undefined => {
  const places = fact.value?.split('.')[1]?.length ?? 0
  const times = random.pick(places > 0 ? ['10', '0.1'] : ['10'])
  return new Decimal(fact.value ?? 0).times(times).toFixed(times === '10' ? Math.max(0, places - 1) : places + 1)
}

/** The digits of another unit that such documents use, under this one's name. */
function otherUnit(fact: Fact, random: Random): string | undefined {
  const other = unitFor(unitSets[random.pick(Object.keys(unitSets) as (keyof typeof unitSets)[])], fact.subject)
  const ratio = factorOf(fact.subject, fact.unit ?? '').div(factorOf(fact.subject, other.unit))
  // Next to a percentage or a point one place off a unit cannot be told from them: only units further apart are planted.
  if (ratio.eq(1) || (ratio.gt('0.005') && ratio.lt(200))) return undefined
  return new Decimal(fact.canonical?.value ?? 0).div(factorOf(fact.subject, other.unit)).toFixed(other.digits, Decimal.ROUND_HALF_UP)
}

const otherYear = (fact: Fact, random: Random, { park }: Clean): string | undefined => {
  const value = park.value(fact.subject, (fact.year ?? 0) + random.pick([-1, -1, 1]))
  return value instanceof Decimal ? printLike(fact, value) : undefined
}

/** A whole city's figure for the park's: no slip of the pen explains it. */
const otherScope = (fact: Fact, random: Random): string =>
  printLike(fact, new Decimal(fact.canonical?.value ?? 0).times(random.between(1.17, 3.4)))

/** Cut off where it should have been rounded, beside a finer print elsewhere. */
const cutOff = (fact: Fact, _: Random, { dossier, park }: Clean): string | undefined => {
  const value = park.value(fact.subject, fact.year ?? 0)
  if (!(value instanceof Decimal) || !statedAlso(fact, dossier).some((one) => finer(one, fact))) return undefined
  const places = fact.value?.split('.')[1]?.length ?? 0
  return value.div(factorOf(fact.subject, fact.unit ?? '')).toFixed(places, Decimal.ROUND_DOWN)
}
const finer = (a: Fact, b: Fact): boolean => width(a).times(5).lt(width(b))

/** Two cells of one document that have changed places, both in the units of their own. */
function exchanged(clean: Clean, one: Fact, other: Fact, digits: readonly [string, string]): Planted | undefined {
  const wrong = [reprinted(one, digits[0]), reprinted(other, digits[1])]
  const right = [one, other]
  const conflicts = wrong.every((fact, index) => {
    const others = clean.dossier.facts.filter((each) => sameCell(each, fact) && !right.includes(each))
    return others.length > 0 && others.every((each) => differs(fact, each)) && differs(fact, right[index] as Fact)
  })
  if (!conflicts) return undefined
  return {
    dossier: withFacts(clean.dossier, new Map(wrong.map((fact) => [fact.id, fact]))),
    culprits: wrong,
    cause: 'swapped_rows',
    tooFewDigits: coarsest([...wrong, ...right]) < 2,
  }
}

const sameTable = (a: Fact, b: Fact): boolean =>
  a.document === b.document && a.evidence.table === b.evidence.table && a.statedIn === 'table' && b.statedIn === 'table'

/** The numbers of two rows of one unit stand in each other's row. */
const swappedRows: Plant = (clean, random) => {
  const [one] = random.shuffle(cells(clean, (fact) => fact.statedIn === 'table')).slice(0, 1)
  if (!one) return undefined
  const others = cells(
    clean,
    (fact) => sameTable(fact, one) && fact.year === one.year && fact.unit === one.unit && fact.subject !== one.subject,
  )
  if (others.length === 0) return undefined
  const other = random.pick(others)
  return exchanged(clean, one, other, [other.value ?? '', one.value ?? ''])
}

/** The numbers of two years stand in each other's column. */
const swappedColumns: Plant = (clean, random) => {
  const [one] = random.shuffle(cells(clean, (fact) => fact.statedIn === 'table')).slice(0, 1)
  if (!one) return undefined
  const others = cells(
    clean,
    (fact) => sameTable(fact, one) && fact.subject === one.subject && Math.abs((fact.year ?? 0) - (one.year ?? 0)) === 1,
  )
  if (others.length === 0) return undefined
  const other = random.pick(others)
  return exchanged(clean, one, other, [other.value ?? '', one.value ?? ''])
}

/** A clause says that the document's values are in current prices, and one of them is. */
const currentPrices: Plant = (clean, random) => {
  const money = (fact: Fact) => /value_added|output_value/.test(fact.subject)
  const right = random.pick(cells(clean, money))
  const wrong: Fact = {
    ...reprinted(right, printLike(right, new Decimal(right.canonical?.value ?? 0).times(random.between(1.02, 1.18)))),
    priceBasis: '当年价',
    priceBasisFrom: 'statement',
  }
  const others = statedAlso(right, clean.dossier)
  if (!differs(wrong, right) || others.some((one) => !differs(wrong, one))) return undefined
  return { dossier: withFacts(clean.dossier, new Map([[right.id, wrong]])), culprits: [wrong], cause: 'price_basis', tooFewDigits: false }
}

/** Slips of one cell or two, by name. */
export const slipPlants: Readonly<Record<string, Plant>> = {
  unit_slip: misprint('unit_slip', 3, hasUnits, otherUnit),
  decimal_shift: misprint('decimal_shift', 3, (fact) => !isPercent(fact), shift),
  digit_typo: misprint(
    'digit_typo',
    4,
    () => true,
    (fact, random) => beyondRounding(fact, typo(fact, random)),
  ),
  digit_transposition: misprint(
    'digit_transposition',
    3,
    () => true,
    (fact, random) => beyondRounding(fact, transposition(fact, random)),
  ),
  wrong_year: misprint('wrong_year', 3, isQuantity, otherYear),
  'swapped_rows (rows)': swappedRows,
  'swapped_rows (columns)': swappedColumns,
  'price_basis (level)': currentPrices,
  'unknown (other scope)': misprint('unknown', 0, isQuantity, (fact, random) => beyondRounding(fact, otherScope(fact, random))),
  rounding: misprint(
    'rounding',
    3,
    (fact) => isQuantity(fact) && !/家|人|户|个/.test(fact.unit ?? ''),
    cutOff,
    (wrong, _, others) => others.some((one) => differs(wrong, one)),
  ),
}

/** The same value in other digits, correctly rounded: nothing is wrong with it. */
export function noise(clean: Clean, random: Random): Planted | undefined {
  const right = random.pick(cells(clean, (fact) => digitsOf(fact.value ?? '') > 2 && !/家|人|户|个|次|件/.test(fact.unit ?? '')))
  const value = clean.park.value(right.subject, right.year ?? 0)
  if (!(value instanceof Decimal)) return undefined
  const places = (right.value?.split('.')[1]?.length ?? 0) + random.int(-1, 2)
  if (places < 0) return undefined
  const digits = value.div(factorOf(right.subject, right.unit ?? '')).toFixed(places, Decimal.ROUND_HALF_UP)
  if (digitsOf(digits) < 2) return undefined
  const other = reprinted(right, digits)
  return { dossier: withFacts(clean.dossier, new Map([[right.id, other]])), culprits: [], cause: 'unknown', tooFewDigits: false }
}
