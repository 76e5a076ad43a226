import type { Time } from '../times.ts'
import type { Token } from '../tokens.ts'
import { tokens as cut } from '../tokens.ts'
import words from '../words.json' with { type: 'json' }
import { takeDoubling } from './change.ts'
import { onName } from './on-name.ts'
import { onNumbers } from './on-number.ts'
import { onPronoun } from './on-pronoun.ts'
import { onTime } from './on-time.ts'
import { begin, type Frame, type SentenceReading, type State } from './state.ts'
import { isSinceBase } from './year-of.ts'

const placeName = new RegExp(words.placeName)
/** After a flash figure, the one that counts. */
const settled = /核定|年报|最终/
const transparent: ReadonlySet<Token['kind']> = new Set<Token['kind']>([
  'neutral',
  'time',
  'than',
  'and',
  'quoted',
  'of',
  'from',
  'state',
  'yearOnYear',
  'compared',
  'basis',
])

const passing: ReadonlySet<Token['kind']> = new Set<Token['kind']>([
  'comma',
  'time',
  'yearOnYear',
  'than',
  'neutral',
  'yearly',
  'respectively',
  'close',
])

/**
 * Reads one normalised sentence. A number becomes a statement only where every word between it and its subject is known to
 * connect the two, and nothing makes the subject another's: precision before recall.
 */
export function readSentence(sentence: string, frame: Frame): SentenceReading {
  const tokens = cut(sentence, frame)
  const state = begin(tokens, frame)
  const doubtful = tokens.some((token) => token.kind === 'hypothesis')
  for (let index = 0; index < tokens.length && !doubtful; index++) index = step(state, index)
  return {
    statements: state.statements,
    qualities: state.qualities,
    changes: state.changes,
    time: spokenOf(state),
    scope: state.regional ? frame.scope : state.scope,
    goal: state.goal,
    named: state.named.length > 0 ? state.named : frame.named,
  }
}

/** The time that the next sentence may take up: 上年 is soon left again. */
function spokenOf({ time, anchor }: State): Time | null {
  if (time === null || time.partial || time.shape !== 'one' || anchor === null) return time
  return { ...time, years: [anchor] }
}

function step(state: State, index: number): number {
  const token = state.tokens[index]
  if (!token) return index
  topic(state, token, index)
  let end = index
  if (token.kind === 'name') onName(state, token, index)
  else if (token.kind === 'number') end = onNumbers(state, index)
  else if (onPronoun(state, token, index)) return index
  else {
    if (token.kind === 'time') onTime(state, token, index)
    else onWord(state, token, index)
    state.gap.push(token)
  }
  if (!isBreak(token)) state.clause.push(...state.tokens.slice(index, end + 1))
  return end
}

const isBreak = (token: Token): boolean =>
  token.kind === 'comma' || token.kind === 'semicolon' || token.kind === 'colon' || token.kind === 'open'

function onWord(state: State, token: Token, index: number): void {
  if (token.kind === 'close') leaveBracket(state)
  else if (isBreak(token)) endClause(state, token)
  else if (token.kind === 'basis') onBasis(state, token, index)
  else if (token.kind === 'yearOnYear') state.compared = 'previous'
  else if (token.kind === 'doubled' || token.kind === 'quadrupled') takeDoubling(state, token)
  else if (token.kind === 'goalVerb') takeGoal(state)
  else if (token.kind === 'goalNoun') state.next = 'target'
  else if (token.kind === 'standard') state.next = 'standard'
  else if (token.kind === 'actual') state.next = 'actual'
  else if (token.kind === 'projection')
    state.kind = token.text === '将达到' || token.text === '将达' || token.text === '将实现' ? 'target' : 'none'
  if (token.kind === 'goalVerb' || token.kind === 'goalNoun') state.goal = true
  if (token.kind === 'actual' && (state.kind === 'target' || settled.test(token.text))) state.kind = 'actual'
}

/** Behind a bracket the time and kind of before it hold again. */
function leaveBracket(state: State): void {
  if (state.barred !== null) Object.assign(state, { kind: state.barred, barred: null })
  if (state.outside) Object.assign(state, { ...state.outside, outside: null })
}

/** A wish (力争 …) makes what follows a goal … */
function takeGoal(state: State): void {
  state.kind = 'target'
  state.wish = { statements: state.statements.length, clause: state.clause.length }
}

/** … but only its own clause, if that wishes for something else than an amount (力争上游，…). */
function dropWish(state: State): void {
  const since = state.lastClause.slice(state.wish?.clause ?? 0)
  const idle = since.some((token) => token.kind === 'unknown' || token.kind === 'region')
  if (idle && state.statements.length === state.wish?.statements) state.kind = state.lasting
  state.wish = null
}

/** A price basis holds for what follows it; in brackets for the name or number before them alone, before a change for that change alone. */
function onBasis(state: State, token: Token & { kind: 'basis' }, index: number): void {
  const bracketed = state.tokens[index - 1]?.kind === 'open'
  const before = state.tokens[index - (bracketed ? 2 : 1)]
  if (bracketed && before?.kind === 'number') return
  const next = state.tokens.slice(index + 1).find((one) => !passing.has(one.kind))
  const ofChange = next?.kind === 'rise' || next?.kind === 'fall' || next?.kind === 'riseNoun' || next?.kind === 'fallNoun'
  if (ofChange) state.changeBasis = token.basis
  else state.basis = token.basis
  state.basisLocal = !ofChange && bracketed && before?.kind === 'name'
}

function endClause(state: State, token: Token): void {
  if (token.kind === 'open' && state.last === 'number' && state.gap.length === 0) state.outside = { time: state.time, anchor: state.anchor }
  if (token.kind === 'open' && state.clause.at(-1)?.kind === 'quota' && state.barred === null)
    Object.assign(state, { barred: state.kind, kind: 'none' })
  state.lastClause = state.clause
  state.clause = []
  if (token.kind !== 'open') state.content = false
  if (token.kind === 'comma' && state.wish) dropWish(state)
  if (token.kind === 'colon' && state.next === 'target') {
    state.kind = 'target'
    state.lasting = 'target'
  }
  if (token.kind === 'comma' && state.next !== 'actual') state.next = null
  if (token.kind !== 'semicolon') return
  returnFromBefore(state, token)
  Object.assign(state, {
    open: goesOnInYears(state, token) ? state.open : [],
    last: null,
    gap: [],
    basis: null,
    changeBasis: null,
    basisLocal: false,
    compared: isSinceBase(state) ? state.compared : null,
    attached: null,
    next: null,
    kind: state.lasting,
    pair: { from: null, to: null },
    first: undefined,
    looksBack: false,
  })
}

/**
 * A为…,上年为…;B为…: behind the semicolon the year holds again that its part began with. So it does behind another year, where the
 * part that follows looks back to the same year in its turn.
 */
function returnFromBefore(state: State, semicolon: Token): void {
  const { first, time, tokens } = state
  if (first === undefined || first === time) return
  const behind = tokens.slice(tokens.indexOf(semicolon) + 1)
  const end = behind.findIndex((token) => token.kind === 'semicolon')
  const part = end < 0 ? behind : behind.slice(0, end)
  const number = part.findIndex((token) => token.kind === 'number')
  const again = part.slice(Math.max(number, 0)).some((token) => token.kind === 'time' && token.time.years[0] === time?.years[0])
  if (state.looksBack || again) state.time = first
}

/** …；2020年和2021年分别为A和B: years and numbers alone, of the one subject spoken of. */
function goesOnInYears({ tokens, open }: State, semicolon: Token): boolean {
  const behind = tokens.slice(tokens.indexOf(semicolon) + 1)
  const number = behind.findIndex((token) => token.kind === 'number')
  const lead = behind.slice(0, Math.max(number, 0))
  return (
    open.length === 1 &&
    lead[0]?.kind === 'time' &&
    lead.every(({ kind }) => kind === 'time' || kind === 'respectively' || kind === 'state' || kind === 'and')
  )
}

/** Whose affairs a clause tells: the park's, or those of a firm, a place or a region that it begins with. */
function topic(state: State, token: Token, index: number): void {
  const next = state.tokens[index + 1]
  const unknownBefore = state.tokens[index - 1]?.kind === 'unknown'
  if (token.kind === 'park' && (token.sure || !unknownBefore)) {
    state.scope = 'own'
    state.regional = false
  } else if (token.kind === 'firm') state.scope = 'other'
  else if (!state.content && (token.kind === 'region' || token.kind === 'part')) {
    state.regional ||= state.scope === 'own'
    state.scope = 'other'
  } else if (!state.content && token.kind === 'unknown' && (placeName.test(token.text) || (next?.kind === 'park' && !next.sure)))
    state.scope = 'other'
  if (!transparent.has(token.kind) && !isBreak(token)) state.content = true
}
