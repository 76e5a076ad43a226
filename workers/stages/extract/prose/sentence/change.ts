import { Decimal } from '../../../../../rules/engine/decimal.ts'
import { findUnit } from '../../../../../rules/engine/units.ts'
import type { NumberMention } from '../../numbers.ts'
import type { Subject } from '../../vocabulary.ts'
import type { Token } from '../tokens.ts'
import { type Change, currentYear, type State } from './state.ts'
import { isSinceBase } from './year-of.ts'

type Sign = 1 | -1
const between = new Set<Token['kind']>([
  'neutral',
  'about',
  'state',
  'yearly',
  'cumulative',
  'operator',
  'riseNoun',
  'fallNoun',
  'respectively',
  'each',
  'quoted',
])

/** The direction of a change verb that governs the number behind the gap; undefined where the number is a level. */
export function changeBefore(gap: readonly Token[]): Sign | undefined {
  for (let index = gap.length - 1; index >= 0; index--) {
    const token = gap[index]
    if (!token) return undefined
    if (token.kind === 'rise' || token.kind === 'riseNoun') return 1
    if (token.kind === 'fall' || token.kind === 'fallNoun') return -1
    if (!between.has(token.kind)) return undefined
  }
  return undefined
}

/** True for 是2019年的1.26倍. */
export const isMultiple = (state: State, number: NumberMention): boolean =>
  dimension(number) === 'multiple' &&
  state.compared !== null &&
  (state.gap.some((token) => token.kind === 'time') || state.gap.map((token) => token.kind).join() === 'close,of')

const dimension = (number: NumberMention): string | undefined => (number.unit === null ? undefined : findUnit(number.unit)?.dimension)

/** Notes a change of the subject, where both of its years are certain; an unclear one (提高2% of a rate) is left out. */
export function takeChange(state: State, subject: Subject, number: NumberMention, sign: Sign | null): void {
  const measured = measureOf(subject, number, sign, /Noun$/.test(state.gap.at(-1)?.kind ?? ''))
  const years = yearsOf(state)
  if (!measured || !years || number.range || number.operator !== null || state.kind !== 'actual') return
  const { own } = state.frame
  if (own.known !== null && years.to > own.known) return
  const measure = years.yearly ? (measured.measure === 'rate' ? 'annual_rate' : undefined) : measured.measure
  if (measure === undefined) return
  state.changes.push({
    subject,
    year: years.to,
    fromYear: years.from,
    measure,
    value: measured.value,
    approximate: number.approximate,
    basis: state.changeBasis ?? state.basis,
    start: number.start,
    end: number.end,
  })
}

/** 翻一番, 翻两番: twice, four times. */
export function takeDoubling(state: State, token: Token): void {
  const [subject] = state.open
  const years = yearsOf(state)
  if (!subject || state.open.length !== 1 || !years || state.kind !== 'actual') return
  const value = token.kind === 'doubled' ? '2' : '4'
  state.changes.push({
    subject,
    year: years.to,
    fromYear: years.from,
    measure: 'multiple',
    value,
    approximate: true,
    basis: state.changeBasis ?? state.basis,
    start: token.start,
    end: token.end,
  })
}

/** 低于工业增加值增速4.9个百分点 tells a distance, no change: `byNoun`. */
function measureOf(
  subject: Subject,
  number: NumberMention,
  sign: Sign | null,
  byNoun: boolean,
): { measure: Change['measure']; value: string } | undefined {
  const kind = dimension(number)
  if (kind === 'multiple')
    return sign === -1 ? undefined : { measure: 'multiple', value: sign === 1 ? new Decimal(number.value).plus(1).toFixed() : number.value }
  if (sign === null || (sign === -1 && number.value.startsWith('-'))) return undefined
  const value = sign === -1 ? `-${number.value}` : number.value
  if (kind === 'points') return byNoun ? undefined : { measure: 'points', value }
  return kind === 'ratio' && number.unit === '%' && subject.unit !== '%' ? { measure: 'rate', value } : undefined
}

/** The two years of a change: 比上年 and 同比, 比2019年, 由2019年的…到2022年的…, 2019—2022年年均 or 累计. */
function yearsOf(state: State): { from: number; to: number; yearly: boolean } | undefined {
  const { pair, gap, time, frame } = state
  const yearly = gap.some((token) => token.kind === 'yearly')
  const to = time?.shape === 'one' && !time.partial ? time.years[0] : undefined
  if (pair.from?.year != null && pair.to?.year != null) return ordered(pair.from.year, pair.to.year, yearly)
  const levels = yearly ? undefined : betweenLevels(state)
  if (levels) return levels
  if (time?.shape === 'span' && (yearly || gap.some((token) => token.kind === 'cumulative')))
    return ordered(time.years[0], time.years[1], yearly)
  const later = to ?? (time === null ? inheritedYear(state) : undefined)
  if (later === undefined) return undefined
  if (state.compared === 'previous') return yearly ? undefined : ordered(later - 1, later, false)
  if (state.compared?.shape !== 'one' || state.compared.partial) return undefined
  return ordered(state.compared.years[0], later, yearly && frame.own !== null)
}

/**
 * A为361亿元,上年为327亿元,增长10.4%: the change is between the two levels that the sentence has just told. 同比 is so only where they are
 * a year apart.
 */
function betweenLevels({ open: [subject], statements, since, compared }: State) {
  const told = statements.slice(since).filter((one) => one.subject === subject && one.kind === 'actual')
  const [first, last] = told
  if (told.length !== 2 || first?.year == null || last?.year == null || first.year === last.year) return undefined
  if (compared !== null && !(compared === 'previous' && last.year === first.year - 1)) return undefined
  return ordered(Math.min(first.year, last.year), Math.max(first.year, last.year), false)
}

const ordered = (from: number | undefined, to: number | undefined, yearly: boolean) =>
  from !== undefined && to !== undefined && from < to ? { from, to, yearly } : undefined

function inheritedYear(state: State): number | undefined {
  const inherited = state.frame.time
  if (inherited !== null) return inherited.shape === 'one' && !inherited.partial ? inherited.years[0] : undefined
  if (isSinceBase(state)) return state.frame.own.own ?? undefined
  return state.frame.ownYearHolds ? (currentYear(state, state.frame.own) ?? undefined) : undefined
}
