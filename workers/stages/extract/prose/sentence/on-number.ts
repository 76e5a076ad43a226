import { measures } from '../../make-fact.ts'
import type { Subject } from '../../vocabulary.ts'
import { one, type Time } from '../times.ts'
import type { Token } from '../tokens.ts'
import words from '../words.json' with { type: 'json' }
import { bridge, isOwnName } from './bridge.ts'
import { changeBefore, isMultiple, takeChange } from './change.ts'
import { basisAt, isNoLevel, isOverYears, kindOf, type NumberToken } from './meaning.ts'
import { findShare } from './on-name.ts'
import { pairYear } from './pair-year.ts'
import { close, type State, type Statement } from './state.ts'
import { factKind, goalYear, yearOf } from './year-of.ts'

type Ties = { readonly subject: Subject; readonly time?: Time }

/** Takes a run of numbers (one, or several joined by 、 and 和) that begins at `index`; returns the index of its last token. */
export function onNumbers(state: State, index: number): number {
  const run = runAt(state, index)
  const first = run.numbers[0]
  if (!first) return index
  if (takesNameBehind(state, first, index)) return index
  prepare(state, first, index)
  const sign = changeBefore(state.gap)
  const ties = perValueAdded(state, run.numbers, tiesOf(state, run.numbers.length))
  if (sign !== undefined || isMultiple(state, first.number)) {
    if (ties) for (const [at, tie] of ties.entries()) takeChange(state, tie.subject, (run.numbers[at] ?? first).number, sign ?? null)
    return done(state, run.end)
  }
  if (state.open.length === 0) return skip(state, index)
  if (isAside(state)) {
    takeAside(state, first)
    return done(state, index)
  }
  const road = bridge(state)
  if (!ties || road === 'broken') return refuse(state, index)
  const unit = run.numbers.at(-1)?.number.unit ?? null
  const unitAt = (tie: Ties, at: number) => unitFor(state, tie.subject, (run.numbers[at] ?? first).number.unit ?? unit)
  if (!ties.every((tie, at) => measures(tie.subject, unitAt(tie, at)))) return refuse(state, index)
  for (const [at, tie] of ties.entries()) takeValue(state, tie, run.numbers[at] ?? first, unitAt(tie, at), road)
  return done(state, ties.length === 1 ? index : run.end)
}

const { note: _, ...siblings } = words.perValueAdded

/** 单位工业增加值新鲜水耗、废水排放量分别为3.07立方米/万元、1.55吨/万元: the second is per value added as the first is. */
function perValueAdded({ frame }: State, numbers: readonly NumberToken[], ties: Ties[] | undefined): Ties[] | undefined {
  if (ties === undefined || ties.length < 2 || !Object.values<string>(siblings).includes(ties[0]?.subject.id ?? '')) return ties
  return ties.map((tie, at) => {
    const unit = numbers[at]?.number.unit ?? null
    const rate = frame.vocabulary.subjects.get((siblings as Record<string, string>)[tie.subject.id] ?? '')
    return rate && unit !== null && !measures(tie.subject, unit) && measures(rate, unit) ? { ...tie, subject: rate } : tie
  })
}

/** What the words around a number say of its subject and year. */
function prepare(state: State, first: NumberToken, index: number): void {
  shareWithoutWhole(state)
  resultOfPending(state, first)
  state.attached = yearBehind(state, index) ?? state.attached
}

/** 333.4吨（2019年）: the year in brackets right behind a number is its own. */
function yearBehind({ tokens }: State, end: number): Time | undefined {
  const [open, year, close] = tokens.slice(end + 1)
  const own = year?.kind === 'time' && year.time.shape === 'one' && !year.time.partial && year.time.printed
  return open?.kind === 'open' && close?.kind === 'close' && own ? year.time : undefined
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

/** 万元工业增加值能耗0.25吨标准煤, 折标煤4.1万吨: what comes before the number says the rest of its unit. */
function unitFor({ perUnit, nameUnit, gap }: State, subject: Subject, unit: string | null): string | null {
  if (unit === null && nameUnit !== null) return nameUnit
  if (unit === null || measures(subject, unit)) return unit
  const coal = gap.some((token) => /标准?煤/.test(token.text)) ? [`${unit}标准煤`] : []
  return [...coal, ...(perUnit ? [`${unit}/万元`] : [])].find((whole) => measures(subject, whole)) ?? unit
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
  const spoken = state.attached ?? time ?? state.frame.time
  const years = spoken?.each?.find((row) => row.length === count) ?? yearsOf(state.attached ?? time)
  if (count > 1 && years.length === count) return years.map((year) => ({ subject: only, time: one(year) }))
  if (count > 1 && state.attached !== null) return inTurn(state, only, count)
  return gap.some((token) => token.kind === 'respectively') && count > 1 ? undefined : [{ subject: only }]
}

/** COD 187吨、氨氮14吨,较2021年的201吨、15吨…: as many numbers as the values just told, of the same subjects in the same order. */
function inTurn({ statements, since, named }: State, last: Subject, count: number): Ties[] | undefined {
  const told = statements.slice(-count)
  const subjects = [...new Set(told.map(({ subject }) => subject))]
  const alike = new Set(told.map(({ year, kind }) => `${year}|${kind}`)).size === 1
  if (since === 0 || subjects.length !== count || !alike || subjects.at(-1) !== last) return undefined
  return named.slice(-count).every((subject, at) => subject === subjects[at]) ? subjects.map((subject) => ({ subject })) : undefined
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

/** 148.1亿元（133.9亿元） where the text says what year the brackets tell. */
function takeAside(state: State, token: NumberToken): void {
  const { open, frame } = state
  const [only] = open
  if (frame.inBrackets === null || only === undefined || open.length > 1) return
  const unit = unitFor(state, only, token.number.unit)
  if (measures(only, unit)) takeValue(state, { subject: only, time: one(frame.inBrackets) }, token, unit, 'clean')
}

/** 实现356.42亿元的工业增加值: the subject stands right behind the number. */
function takesNameBehind(state: State, token: NumberToken, index: number): boolean {
  const name = nameBehind(state, token, index)
  if (!name?.subject || !isOwnName(state) || changeBefore(state.gap) !== undefined) return false
  if (!state.clause.some((one) => one.kind === 'state' || one.kind === 'cumulative' || one.kind === 'neutral')) return false
  state.open = [name.subject]
  state.taken = name
  takeValue(state, { subject: name.subject }, token, token.number.unit, 'clean')
  state.last = 'number'
  state.gap = []
  return true
}

function nameBehind({ tokens, open }: State, { number }: NumberToken, index: number): (Token & { kind: 'name' }) | undefined {
  const next = tokens[index + 1]?.kind === 'of' ? index + 2 : index + 1
  const name = tokens[next]
  const after = tokens[next + 1]
  const [awaited] = open
  if (name?.kind !== 'name' || name.subject === null || number.unit === null || !measures(name.subject, number.unit)) return undefined
  if (after?.kind === 'share' || after?.kind === 'of' || (awaited && measures(awaited, number.unit))) return undefined
  return name
}

function takeValue(state: State, { subject, time }: Ties, token: NumberToken, unit: string | null, road: 'clean' | 'loose'): void {
  const { number } = token
  const said = kindOf(state, token)
  if (number.range || said === 'none' || isForecast(state, token) || isNoLevel(state, token, said)) return
  const known = time ? { ...state, attached: time } : state
  const paired = time ? undefined : pairYear(known, said)
  const told = paired === undefined ? yearOf(known, subject, said) : (paired ?? undefined)
  const year = said === 'target' && typeof told === 'number' ? goalYear(state, token, told) : told
  if (year === undefined || isOverYears(known, subject)) return
  const kind = factKind(state, said, year)
  if (kind === 'none' || (kind === 'actual' && number.operator !== null && number.operator !== '=')) return
  const explicit = state.attached !== null || state.time !== null || time !== undefined || kind !== 'actual' || year === null
  const confidence = road === 'loose' ? 0.75 : explicit ? 0.95 : 0.88
  note(state, { subject, year, kind, number, unit, basis: basisAt(state, token), confidence })
}

/** 2932.6亿元（快报数）: what the bracket behind it calls a forecast or a flash figure. */
function isForecast({ tokens }: State, token: NumberToken): boolean {
  const [open, inside] = tokens.slice(tokens.indexOf(token) + 1)
  return open?.kind === 'open' && inside?.kind === 'projection'
}

/** Keeps a statement, unless the words since its name have told the like; minds where a change (由…) starts and ends. */
function note(state: State, statement: Statement): void {
  const { subject, year, kind, basis } = statement
  const like = (one: Statement) => one.subject === subject && one.year === year && one.kind === kind && one.basis === basis
  const bound = state.statements.findIndex(
    (one, at) => at >= state.since && one.subject === subject && one.year === year && one.kind === kind && state.bounds.has(one),
  )
  if (bound >= 0) state.statements.splice(bound, 1)
  else if (state.statements.slice(state.since).some(like)) return
  if (state.first === undefined) state.first = state.attached ?? state.time
  if (state.gap.some((token) => token.kind === 'state' && /^超|^突破|^逾/.test(token.text))) state.bounds.add(statement)
  state.statements.push(statement)
  if (state.gap.some((one) => one.kind === 'from')) {
    state.pair = { from: statement, to: null }
    state.startYear = year
  } else if (state.pair.from && !state.pair.to) state.pair = { ...state.pair, to: statement }
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
