import { findUnit } from '../../../../../rules/engine/units.ts'
import type { Time } from '../times.ts'
import type { Token } from '../tokens.ts'
import { currentYear, type State } from './state.ts'

const nowhere: Time = { shape: 'vague', years: [], relative: null, partial: false, printed: false, final: false }

/** 同期 at the head of a clause: the time spoken of goes on; elsewhere (高于同期…) some time that is compared with. */
const goesOn = ({ tokens }: State, index: number): boolean => {
  const before = tokens.slice(0, index).findLast((token) => token.kind !== 'neutral' && token.kind !== 'quoted')
  return before === undefined || before.kind === 'comma' || before.kind === 'semicolon' || before.kind === 'close'
}

/** Takes a time: as the time spoken of, as the year compared with (比2021年), or as where a change starts (由2019年的). */
export function onTime(state: State, token: Token & { kind: 'time' }, index: number): void {
  if (token.time.relative === 'meanwhile' && goesOn(state, index)) return
  const time = resolve(state, token.time)
  if (isCompared(state, index)) {
    state.attached = time
    state.compared = time
  } else if (state.tokens[index - 1]?.kind === 'from') state.attached = time
  else {
    state.time = isListed(state, index) ? together(state.time, time) : time
    state.attached = null
    state.looksBack = token.time.relative === 'previous'
    if (token.time.relative !== 'previous') state.anchor = time.years.at(-1) ?? state.anchor
  }
}

function resolve(state: State, time: Time): Time {
  if (time.relative === null) return time
  if (time.relative === 'meanwhile') return nowhere
  const now = currentYear(state, state.frame.own)
  const told = state.anchor !== null || state.frame.time !== null || state.frame.ownYearHolds
  if (now === null || (time.relative === 'mentioned' && !told)) return nowhere
  return { ...nowhere, shape: 'one', years: [time.relative === 'previous' ? now - 1 : now] }
}

/** 基准年2018年和验收年2021年: two times that await two numbers. */
const isListed = ({ tokens }: State, index: number): boolean => tokens[index - 1]?.kind === 'and' && tokens[index - 2]?.kind === 'time'

const together = (before: Time | null, time: Time): Time =>
  before === null || before.shape === 'span' || time.shape !== 'one' || before.partial || time.partial
    ? time
    : { ...time, shape: 'list', years: [...before.years, ...time.years] }

/** 是2018年（12万吨）的1.4倍: where the text goes on behind the bracket. */
function behindBracket(tokens: readonly Token[], index: number): number {
  if (tokens[index + 1]?.kind !== 'open') return index + 1
  const end = tokens.slice(index + 1, index + 6).findIndex((token) => token.kind === 'close')
  return end < 0 ? index + 1 : index + 2 + end
}

/** True where the clause compares with a year (较2019年的…) and has told its level. */
function isListedBehind(clause: readonly Token[]): boolean {
  const than = clause.findLastIndex((token) => token.kind === 'than')
  return than >= 0 && clause.slice(than).every(({ kind }) => ['than', 'time', 'of', 'number', 'and', 'neutral'].includes(kind))
}

function isCompared({ tokens, clause }: State, index: number): boolean {
  const before = clause.findLast((token) => token.kind !== 'neutral' && token.kind !== 'of')
  const after = tokens.slice(behindBracket(tokens, index), index + 8).filter((token) => token.kind !== 'of')
  if (before?.kind === 'than' || before?.kind === 'beyond') return true
  // 较2019年的A、2020年的B: the second year is compared with as the first is.
  const [number, and] = tokens.slice(Math.max(0, index - 2), index)
  if (number?.kind === 'number' && and?.kind === 'and' && isListedBehind(clause)) return true
  if (before?.kind === 'state' && /^超|^突破/.test(before.text)) return true
  if (after[0]?.kind === 'compared' || (after[0]?.kind === 'than' && /^(?:相|对)[比较]/.test(after[0].text))) return true
  return after[0]?.kind === 'number' && findUnit(after[0].number.unit ?? '')?.dimension === 'multiple'
}
