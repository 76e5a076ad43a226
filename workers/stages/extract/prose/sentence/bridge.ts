import type { Token, TokenKind } from '../tokens.ts'
import type { State } from './state.ts'

const connecting: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'result',
  'pronounOne',
  'state',
  'neutral',
  'about',
  'operator',
  'time',
  'of',
  'comma',
  'colon',
  'open',
  'close',
  'equals',
  'quoted',
  'and',
  'respectively',
  'each',
  'actual',
  'goalNoun',
  'goalVerb',
  'standard',
  'yearOnYear',
  'than',
  'compared',
  'basis',
  'park',
  'cumulative',
  'from',
  'beyond',
  'rise',
  'fall',
  'push',
])
const modifying: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'park',
  'pronounOne',
  'state',
  'neutral',
  'time',
  'of',
  'and',
  'respectively',
  'each',
  'actual',
  'goalNoun',
  'goalVerb',
  'standard',
  'basis',
  'cumulative',
  'from',
  'quoted',
  'than',
  'operator',
  'equals',
  'projection',
  'compared',
  'yearOnYear',
])
const boundary: ReadonlySet<TokenKind> = new Set<TokenKind>(['comma', 'semicolon', 'colon', 'open', 'close', 'share'])
const longestDetour = 30

/**
 * Whether what stands between a name and a number lets the number be the name's: clean, loose (the sentence made a detour of
 * unknown words, then took up the thread again: ，达到), or broken.
 */
export function bridge({ gap, sharing }: State): 'clean' | 'loose' | 'broken' {
  const holds = (token: Token): boolean => connecting.has(token.kind) || (sharing && token.kind === 'share')
  if (gap.every(holds)) return isChangeOnly(gap) ? 'broken' : 'clean'
  const comma = gap.findLastIndex((token) => token.kind === 'comma')
  const tail = gap.slice(comma + 1)
  const detour = gap.slice(0, Math.max(comma, 0))
  const resumed =
    comma > 0 && tail.every(holds) && tail.some((token) => token.kind === 'state' || token.kind === 'respectively') && !isChangeOnly(tail)
  const harmless =
    detour.every((token) => token.kind !== 'comma' && (holds(token) || token.kind === 'unknown')) && length(detour) <= longestDetour
  return resumed && harmless ? 'loose' : 'broken'
}

const length = (tokens: readonly Token[]): number => tokens.reduce((sum, token) => sum + token.text.length, 0)

/** 增长 … with no word that says up to what: then the number is a difference, no level. */
function isChangeOnly(gap: readonly Token[]): boolean {
  const change = gap.findLastIndex((token) => token.kind === 'rise' || token.kind === 'fall')
  return (
    change >= 0 &&
    !gap
      .slice(change + 1)
      .some(
        (token) =>
          token.kind === 'state' ||
          token.kind === 'actual' ||
          token.kind === 'respectively' ||
          token.kind === 'goalNoun' ||
          token.kind === 'standard',
      )
  )
}

/** 园区（含托管区）: a wider or narrower park. */
const isQualified = (bracket: readonly Token[]): boolean =>
  /^(?:含|包含|包括|不含|不包括|剔除|扣除|除)/.test(bracket.map((token) => token.text).join(''))

/** True where nothing before a name in its clause makes it the name of another's quantity. */
export function isOwnName(state: Pick<State, 'clause' | 'scope' | 'last' | 'gap'>): boolean {
  if (state.scope === 'other') return false
  for (let index = state.clause.length - 1; index >= 0; index--) {
    const settled = settles(state, index)
    if (settled !== undefined) return settled
  }
  return true
}

/** Whether the word at `index` of the clause settles whose a name behind it is. */
function settles({ clause, last, gap }: Pick<State, 'clause' | 'last' | 'gap'>, index: number): boolean | undefined {
  const token = clause[index]
  if (!token) return true
  if (token.kind === 'close') return !isQualified(clause.slice(0, index))
  if (boundary.has(token.kind) || token.kind === 'push' || token.kind === 'name' || (token.kind === 'park' && token.sure)) return true
  if (token.kind === 'number')
    return last === 'number' && gap.some((one) => one.kind === 'and' || one.kind === 'comma' || one.kind === 'semicolon')
  if (!modifying.has(token.kind)) return false
  return token.kind === 'park' && clause[index - 1]?.kind === 'unknown' ? false : undefined
}
