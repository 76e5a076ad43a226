import { measures } from '../../make-fact.ts'
import type { Subject } from '../../vocabulary.ts'
import type { Time } from '../times.ts'
import type { Token } from '../tokens.ts'
import { bridge, isOwnName } from './bridge.ts'
import { changeBefore, isMultiple, takeChange } from './change.ts'
import { findShare } from './on-name.ts'
import { close, type Kind, type State, type Statement } from './state.ts'
import { factKind, yearOf } from './year-of.ts'

export type NumberToken = Token & { readonly kind: 'number' }
type Ties = { readonly subject: Subject; readonly time?: Time }

/** Takes a run of numbers (one, or several joined by 、 and 和) that begins at `index`; returns the index of its last token. */
export function onNumbers(state: State, index: number): number {
  const run = runAt(state, index)
  const first = run.numbers[0]
  if (!first) return index
  if (takesNameBehind(state, first, index)) return index
  shareWithoutWhole(state)
  resultOfPending(state, first)
  const sign = changeBefore(state.gap)
  const ties = tiesOf(state, run.numbers.length)
  if (sign !== undefined || isMultiple(state, first.number)) {
    if (ties) for (const [at, tie] of ties.entries()) takeChange(state, tie.subject, (run.numbers[at] ?? first).number, sign ?? null)
    return done(state, run.end)
  }
  if (state.open.length === 0) return skip(state, index)
  if (isAside(state)) return done(state, index)
  const road = bridge(state)
  if (!ties || road === 'broken') return refuse(state, index)
  const unit = run.numbers.at(-1)?.number.unit ?? null
  const fits = ties.every((tie, at) => measures(tie.subject, (run.numbers[at] ?? first).number.unit ?? unit))
  if (!fits) return refuse(state, index)
  for (const [at, tie] of ties.entries()) takeValue(state, tie, run.numbers[at] ?? first, unit, road)
  return done(state, ties.length === 1 ? index : run.end)
}

/** Numbers joined by 、 和 or, where several subjects or years await them, by a comma. */
function runAt({ tokens, open, time, gap }: State, index: number): { numbers: NumberToken[]; end: number } {
  const numbers: NumberToken[] = []
  const listed = open.length > 1 || gap.some((token) => token.kind === 'respectively')
  const joins = (token: Token | undefined): boolean =>
    token?.kind === 'and' || (token?.kind === 'comma' && (listed || time?.shape === 'list' || time?.shape === 'span'))
  let end = index
  for (let at = index; ; ) {
    const token = tokens[at]
    if (token?.kind !== 'number') break
    numbers.push(token)
    end = at
    let next = at + 1
    while (tokens[next]?.kind === 'about') next += 1
    if (!joins(tokens[next])) break
    at = tokens[next]?.kind === 'comma' && tokens[next + 1]?.kind === 'and' ? next + 2 : next + 1
  }
  return { numbers, end }
}

/** Which subject and time each number of a run belongs to; undefined where that is not certain. */
function tiesOf(state: State, count: number): Ties[] | undefined {
  const { open, gap, time } = state
  const [only] = open
  if (only === undefined) return undefined
  if (open.length > 1) {
    if (count === open.length) return open.map((subject) => ({ subject }))
    return count === 1 && gap.some((token) => token.kind === 'each') ? open.map((subject) => ({ subject })) : undefined
  }
  const years = yearsOf(state.attached ?? time)
  if (count > 1 && years.length === count)
    return years.map((year) => ({
      subject: only,
      time: { shape: 'one', years: [year], relative: null, partial: false, printed: true, final: false },
    }))
  return gap.some((token) => token.kind === 'respectively') && count > 1 ? undefined : [{ subject: only }]
}

function yearsOf(time: Time | null): number[] {
  if (time?.shape === 'list') return [...time.years]
  const [from, to] = time?.shape === 'span' ? time.years : []
  return from !== undefined && to !== undefined && to > from && to - from < 12
    ? Array.from({ length: to - from + 1 }, (_, step) => from + step)
    : []
}

/** 占比43.39% behind 其中高新技术企业产值…: the whole is what the sentence named before. */
function shareWithoutWhole(state: State): void {
  const [part] = state.open
  if (!part || state.sharing || !state.gap.some((token) => token.kind === 'share')) return
  const wholes = state.statements.map(({ subject }) => findShare(part.id, subject.id, state.frame.vocabulary))
  const share = wholes.find((one) => one !== undefined)
  if (!share) return
  state.open = [share]
  state.sharing = true
}

/** 计算得34.43万元/人 under the heading of a calculation: its result. */
function resultOfPending(state: State, { number }: NumberToken): void {
  const pending = state.frame.pending?.subject
  if (!pending || state.gap.at(-1)?.kind !== 'result' || !measures(pending, number.unit)) return
  state.open = [pending]
  state.gap = []
}

/** A number in brackets behind a value, with nothing that says what it is: the same in another unit. */
const isAside = ({ gap, last }: State): boolean =>
  last === 'number' &&
  gap.length > 0 &&
  gap.at(-1)?.kind === 'open' &&
  gap.every((token) => token.kind === 'open' || token.kind === 'neutral')

/** 实现356.42亿元的工业增加值: the subject stands right behind the number. */
function takesNameBehind(state: State, token: NumberToken, index: number): boolean {
  const next = state.tokens[index + 1]?.kind === 'of' ? index + 2 : index + 1
  const name = state.tokens[next]
  if (name?.kind !== 'name' || name.subject === null || token.number.unit === null) return false
  const [open] = state.open
  if (state.tokens[next + 1]?.kind === 'share' || state.tokens[next + 1]?.kind === 'of' || (open && measures(open, token.number.unit)))
    return false
  if (!measures(name.subject, token.number.unit) || !isOwnName(state) || changeBefore(state.gap) !== undefined) return false
  if (!state.clause.some((one) => one.kind === 'state' || one.kind === 'cumulative' || one.kind === 'neutral')) return false
  state.open = [name.subject]
  state.taken = name
  takeValue(state, { subject: name.subject }, token, token.number.unit, 'clean')
  state.last = 'number'
  state.gap = []
  return true
}

function takeValue(state: State, { subject, time }: Ties, token: NumberToken, sharedUnit: string | null, road: 'clean' | 'loose'): void {
  const { number } = token
  const said = kindOf(state, token)
  if (number.range || said === 'none' || isBeyond(state, said) || isOther(state, token)) return
  const known = time ? { ...state, attached: time } : state
  const paired = time ? undefined : pairYear(known, said)
  const year = paired === undefined ? yearOf(known, subject, said) : paired
  if (year === undefined || (year === null && paired === null) || isCumulative(known)) return
  const kind = factKind(state, said, year)
  if (kind === 'none' || (kind === 'actual' && number.operator !== null && number.operator !== '=')) return
  const basis = basisAt(state, token)
  const told = state.statements
    .slice(state.since)
    .some((one) => one.subject === subject && one.year === year && one.kind === kind && one.basis === basis)
  if (told) return
  // An area of the park needs no year; any other value without one takes the document's, which is less sure.
  const explicit = (state.attached ?? state.time) !== null || time !== undefined || kind !== 'actual' || year === null
  const statement: Statement = {
    subject,
    year,
    kind,
    number,
    unit: number.unit ?? sharedUnit,
    basis,
    confidence: road === 'loose' ? 0.75 : explicit ? 0.95 : 0.88,
  }
  state.statements.push(statement)
  if (state.gap.some((one) => one.kind === 'from')) {
    state.pair = { from: statement, to: null }
    state.startYear = year
  } else if (state.pair.from && !state.pair.to) state.pair = { ...state.pair, to: statement }
}

/** 由A增加到B under 2019—2022年: the first is of the first year, the second of the last. */
function pairYear(state: State, kind: Kind): number | null | undefined {
  if (kind !== 'actual' || state.attached) return undefined
  const starts = state.gap.some((token) => token.kind === 'from')
  if (starts && state.time?.shape !== 'span') return startYear(state)
  if (state.time?.shape !== 'span') return undefined
  const ends = state.pair.from !== null || (state.last === 'number' && state.gap.some((token) => token.kind === 'state'))
  return starts ? state.time.years[0] : ends && state.pair.from ? state.time.years[1] : undefined
}

/** 与2018年相比，由A降到B: the first is of the year compared with, else of no known year. */
function startYear({ compared, startYear: before }: State): number | null {
  return compared !== null && compared !== 'previous' && compared.shape === 'one' && !compared.partial
    ? (compared.years[0] ?? before)
    : before
}

/** The kind that the words before the number give it, or those right behind: 完成33%的规划目标, 15%的标准要求. */
function kindOf(state: State, token: NumberToken): Exclude<Kind, 'none'> | 'none' {
  const index = state.tokens.indexOf(token)
  const [after, next] = state.tokens.slice(index + 1).filter((one) => one.kind !== 'about')
  const behind = after?.kind === 'of' ? next : undefined
  if (behind?.kind === 'standard') return 'standard'
  if (behind?.kind === 'goalNoun') return 'target'
  return state.next ?? state.kind
}

/** 超10亿元企业28家 counts firms; …亿元（旧口径） is told in another way of counting. */
function isOther({ tokens }: State, token: NumberToken): boolean {
  const rest = tokens.slice(tokens.indexOf(token) + 1).filter((one) => one.kind !== 'about' && one.kind !== 'of')
  if (rest[0]?.kind === 'firm' || rest[0]?.text === '企业' || rest[0]?.text === '工业企业' || rest[0]?.text === '园区企业') return true
  const close = rest.findIndex((one) => one.kind === 'close')
  return rest[0]?.kind === 'open' && rest.slice(1, Math.max(close, 1)).some((one) => /口径|范围/.test(one.text) && one.kind !== 'basis')
}

/** 高于30%: how the value compares, unless 30% is another year's, or in brackets the standard's or the goal's (超过目标8个 may mean by 8). */
function isBeyond({ gap, attached }: State, kind: Kind): boolean {
  const at = gap.findLastIndex((token) => token.kind === 'beyond' || (token.kind === 'state' && /^超|^突破/.test(token.text)))
  if (kind !== 'actual')
    return at >= 0 && !gap.slice(at).some((token) => token.kind === 'open' || token.kind === 'operator' || token.kind === 'colon')
  return attached === null && gap[at]?.kind === 'beyond'
}

/** 累计 without a year: a sum over some years. */
function isCumulative({ gap, clause, attached, time }: State): boolean {
  return (
    attached === null &&
    time === null &&
    [...clause, ...gap].some((token) => token.kind === 'cumulative') &&
    !clause.some((token) => token.text === '全年')
  )
}

/** The price basis in brackets right behind a number, else the one that its part of the sentence named before it. */
function basisAt(state: State, token: NumberToken): string | null {
  const index = state.tokens.indexOf(token)
  const [open, basis] = state.tokens.slice(index + 1)
  return open?.kind === 'open' && basis?.kind === 'basis' ? basis.basis : state.basis
}

/** Leaves the numbers; the subject stays open for what is said of it next. */
function done(state: State, end: number): number {
  state.changeBasis = null
  state.last = 'number'
  state.gap = []
  state.attached = null
  state.next = null
  return end
}

/** A number that belongs to nothing known. */
function skip(state: State, index: number): number {
  state.last = 'number'
  state.gap = []
  state.attached = null
  return index
}

function refuse(state: State, index: number): number {
  close(state)
  return skip(state, index)
}
