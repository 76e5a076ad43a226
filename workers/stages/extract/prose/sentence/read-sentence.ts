import type { Token } from '../tokens.ts'
import { tokens as cut } from '../tokens.ts'
import words from '../words.json' with { type: 'json' }
import { takeDoubling } from './change.ts'
import { onName } from './on-name.ts'
import { onNumbers } from './on-number.ts'
import { onTime } from './on-time.ts'
import { begin, type Frame, type SentenceReading, type State } from './state.ts'

const placeName = new RegExp(words.placeName)
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
    time: state.time,
    scope: state.regional ? frame.scope : state.scope,
    goal: state.goal,
  }
}

function step(state: State, index: number): number {
  const token = state.tokens[index]
  if (!token) return index
  topic(state, token, index)
  let end = index
  if (token.kind === 'name') onName(state, token, index)
  else if (token.kind === 'number') end = onNumbers(state, index)
  else {
    if (token.kind === 'time') onTime(state, token, index)
    else onWord(state, token)
    state.gap.push(token)
  }
  if (!isBreak(token)) state.clause.push(...state.tokens.slice(index, end + 1))
  return end
}

const isBreak = (token: Token): boolean =>
  token.kind === 'comma' || token.kind === 'semicolon' || token.kind === 'colon' || token.kind === 'open'

function onWord(state: State, token: Token): void {
  if (isBreak(token)) endClause(state, token)
  else if (token.kind === 'basis') state.basis = token.basis
  else if (token.kind === 'yearOnYear') state.compared = 'previous'
  else if (token.kind === 'doubled' || token.kind === 'quadrupled') takeDoubling(state, token)
  else if (token.kind === 'goalVerb') state.kind = 'target'
  else if (token.kind === 'goalNoun') state.next = 'target'
  else if (token.kind === 'standard') state.next = 'standard'
  else if (token.kind === 'actual') state.next = 'actual'
  else if (token.kind === 'projection')
    state.kind = token.text === '将达到' || token.text === '将达' || token.text === '将实现' ? 'target' : 'none'
  if (token.kind === 'goalVerb' || token.kind === 'goalNoun') state.goal = true
  if (token.kind === 'actual' && state.kind === 'target') state.kind = 'actual'
}

function endClause(state: State, token: Token): void {
  state.clause = []
  if (token.kind !== 'open') state.content = false
  if (token.kind === 'comma' && state.next !== 'actual') state.next = null
  if (token.kind !== 'semicolon') return
  Object.assign(state, {
    open: [],
    last: null,
    gap: [],
    basis: null,
    compared: null,
    attached: null,
    next: null,
    kind: state.frame.kind,
    pair: { from: null, to: null },
  })
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
