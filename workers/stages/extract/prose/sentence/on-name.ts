import type { Subject, Vocabulary } from '../../vocabulary.ts'
import { findQualitative } from '../../vocabulary.ts'
import { lexicon } from '../lexicon.ts'
import type { Token } from '../tokens.ts'
import words from '../words.json' with { type: 'json' }
import { isOwnName } from './bridge.ts'
import { close, type State } from './state.ts'
import { factKind, yearOf } from './year-of.ts'

/** Opens the name's subject, joins it to a list (工业增加值和工业总产值分别 …), or reads A占B的 as a share. */
export function onName(state: State, token: Token & { kind: 'name' }, index: number): void {
  if (state.taken === token) return
  if (/^(?:工业)?园区/.test(token.text) && state.tokens[index - 1]?.kind !== 'unknown')
    Object.assign(state, { scope: 'own', regional: false })
  const joined = state.last === 'name' && state.gap.length === 1 && state.gap[0]?.kind === 'and'
  const share = shareOf(state, token)
  const own = token.subject !== null && (joined ? !state.foreign : isOwnName(state))
  const before = state.open
  close(state)
  state.last = 'name'
  state.pair = { from: null, to: null }
  state.foreign = !own
  state.perUnit = /^每?万元/.test(token.text)
  state.nameUnit = token.unit
  state.since = state.statements.length
  if (state.basisLocal) Object.assign(state, { basis: null, basisLocal: false })
  if (share !== undefined) {
    state.open = share === null || !own ? [] : [share]
    state.sharing = state.open.length > 0
    for (const one of state.open) nameAgain(state, one)
    return
  }
  if (token.subject === null && isElsewhere(token.text)) Object.assign(state, { scope: 'other', regional: true })
  if (!own || token.subject === null) return
  state.open = joined ? [...before, token.subject] : [token.subject]
  nameAgain(state, token.subject)
  if (token.subject.qualitative) readQuality(state, token.subject, index)
}

/** Keeps the order in which subjects were last named. */
function nameAgain(state: State, subject: Subject): void {
  state.named = [...state.named.filter((one) => one !== subject), subject]
}

/** 规模以上…, 建成区…: the name is of a part or of a wider place, and so may be what follows. */
function isElsewhere(name: string): boolean {
  const word = lexicon.at(name.toLowerCase(), 0, name.length)
  return word?.value === 'region' || (word?.value === 'part' && word.length > 2)
}

/** The share that `A占B` states; null for a share that the standard does not know; undefined where no share is meant. */
function shareOf(state: State, token: Token & { kind: 'name' }): Subject | null | undefined {
  if (!state.gap.some((one) => one.kind === 'share')) return undefined
  const [part] = state.open
  return part && token.subject ? (findShare(part.id, token.subject.id, state.frame.vocabulary) ?? null) : null
}

/** The indicator that is the share of one quantity in another. */
export function findShare(part: string, whole: string, vocabulary: Vocabulary): Subject | undefined {
  const known = words.shares.find((one) => one.part === part && one.whole === whole)
  return known && vocabulary.subjects.get(known.share)
}

function readQuality(state: State, subject: Subject, index: number): void {
  const behind = state.tokens.slice(index + 1)
  const end = behind.findIndex((token) => token.kind === 'comma' || token.kind === 'semicolon' || token.kind === 'close')
  const tail = (end < 0 ? behind : behind.slice(0, end)).filter((token) => token.kind !== 'quoted')
  const goal = tail.some((token) => token.kind === 'goalNoun' || token.kind === 'standard')
  while (tail[0] && /^(?:为|是|:|均为|评价为|结果为|已|达到|情况)$/.test(tail[0].text)) tail.shift()
  const first = tail[0]
  const last = tail.at(-1)
  const text =
    first &&
    findQualitative(
      tail
        .map((token) => token.text)
        .join('')
        .replace(/[。.]$/, ''),
    )
  if (!first || !last || text === undefined || goal) return
  const year = yearOf(state, subject, 'actual')
  const kind = year === undefined ? 'none' : factKind(state, 'actual', year)
  if (year === undefined || kind === 'none') return
  state.qualities.push({
    subject,
    year,
    kind,
    text,
    confidence: 0.85,
    start: first.start,
    end: last.end - (/[。.]$/.test(last.text) ? 1 : 0),
  })
}
