import type { Subject } from '../../vocabulary.ts'
import type { Token } from '../tokens.ts'
import { findShare } from './on-name.ts'
import { close, type State } from './state.ts'

const numerals: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4 }

/** How many subjects 两者, 上述三项指标 stand for. */
const countIn = (text: string): number => numerals[/[两二三四]/.exec(text)?.[0] ?? ''] ?? Number(/\d/.exec(text)?.[0] ?? 0)

/**
 * 该指标, 前者, 后者, 两者, 上述三项指标: opens again the subjects that the sentence, else the one before, named last. False where the
 * token is no such word or where it cannot be told what it stands for.
 */
export function onPronoun(state: State, token: Token, index: number): boolean {
  const meant = subjectsMeant(state, token)
  if (meant.length === 0 || state.scope === 'other') return false
  const share = token.kind === 'pronounFormer' && state.gap.some((one) => one.kind === 'share') ? shareIn(state, meant) : undefined
  if (state.tokens[index - 1]?.kind === 'than' || state.tokens[index - 1]?.kind === 'beyond') return false
  close(state)
  state.last = 'name'
  state.foreign = false
  state.perUnit = false
  state.nameUnit = null
  state.since = state.statements.length
  state.pair = { from: null, to: null }
  state.open = share ? [share] : meant
  state.sharing = share !== undefined
  state.clause.push(token)
  return true
}

function shareIn({ open, frame }: State, [whole]: readonly Subject[]): Subject | undefined {
  const [part] = open
  return part && whole && findShare(part.id, whole.id, frame.vocabulary)
}

function subjectsMeant({ named, frame, open }: State, { kind, text }: Token): readonly Subject[] {
  const known = named.length > 0 ? named : frame.named
  if (kind === 'pronounOne') return open.length > 0 ? [] : known.length === 1 ? known : known.slice(-1).filter(() => named.length > 0)
  const pair = known.length >= 2 ? known.slice(-2) : []
  if (kind === 'pronounFormer') return pair.slice(0, 1)
  if (kind === 'pronounLatter') return pair.slice(1)
  const count = kind === 'pronounList' ? countIn(text) : 0
  return count >= 2 && known.length === count ? known : []
}
