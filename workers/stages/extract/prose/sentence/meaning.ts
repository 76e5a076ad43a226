import type { Subject } from '../../vocabulary.ts'
import type { Token } from '../tokens.ts'
import words from '../words.json' with { type: 'json' }
import type { Kind, State } from './state.ts'

export type NumberToken = Token & { readonly kind: 'number' }

const sincePlan = new RegExp(words.countedSincePlan.words)

/** True for a number that only serves to compare or to count something else. */
export const isNoLevel = (state: State, token: NumberToken, kind: Kind): boolean => isBeyond(state, kind, token) || isOther(state, token)

/** True for a sum over some years, or the share of one year in what is counted since the plan began. */
export const isOverYears = (state: State, subject: Subject): boolean =>
  (isCumulative(state) && !words.countedSincePlan.subjects.includes(subject.id)) || isOfOneYear(state, subject)

/** The kind that the words before the number give it, or those right behind: 完成33%的规划目标, 15%的标准要求. */
export function kindOf(state: State, token: NumberToken): Kind {
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
function isBeyond({ gap, attached, tokens }: State, kind: Kind, token: NumberToken): boolean {
  const at = gap.findLastIndex((token) => token.kind === 'beyond' || (token.kind === 'state' && /^超|^突破/.test(token.text)))
  if (kind !== 'actual' && tokens[tokens.indexOf(token) + 1]?.kind === 'of') return false
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

/** 2021年新增3个 of what is counted since the plan began. */
function isOfOneYear({ tokens, gap, clause }: State, { id }: Subject): boolean {
  if (!words.countedSincePlan.subjects.includes(id)) return false
  const name = tokens.filter((token) => token.kind === 'name' && token.subject?.id === id)
  return !sincePlan.test([...clause, ...name.slice(0, 1), ...gap].map((token) => token.text).join(''))
}

/** The price basis in brackets right behind a number, else the one that its part of the sentence named before it. */
export function basisAt(state: State, token: NumberToken): string | null {
  const index = state.tokens.indexOf(token)
  const [open, basis] = state.tokens.slice(index + 1)
  return open?.kind === 'open' && basis?.kind === 'basis' ? basis.basis : state.basis
}
