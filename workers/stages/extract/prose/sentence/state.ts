import type { Fact } from '../../../../../schemas/fact.ts'
import type { Growth } from '../../../../../schemas/reading.ts'
import type { NumberMention } from '../../numbers.ts'
import type { Subject } from '../../vocabulary.ts'
import type { Pending } from '../calculation.ts'
import type { OwnYears, Time } from '../times.ts'
import type { Lexing, Token } from '../tokens.ts'

/** What a number is said to be; `none` is a forecast or the like, which is no fact. */
export type Kind = Fact['kind'] | 'none'

/** What holds for a sentence before its first word, from the heading, the lead-in and the sentences before. */
export type Frame = Lexing & {
  readonly time: Time | null
  readonly kind: Kind
  readonly scope: 'own' | 'other'
  /** True where a value without a year is the document's own year's (annual reports). */
  readonly ownYearHolds: boolean
  /** What a calculation without a name of its own is of. */
  readonly pending: Pending | null
  /** The subjects that the sentence before named, for 该指标 and 两者. */
  readonly named: readonly Subject[]
  /** The year that the text gives to numbers in brackets behind a value (括号内为上年数). */
  readonly inBrackets: number | null
}

/** One value that a sentence states of the park. `at` spans number and unit in the sentence. */
export type Statement = {
  readonly subject: Subject
  readonly year: number | null
  readonly kind: Fact['kind']
  readonly number: NumberMention
  readonly unit: string | null
  readonly basis: string | null
  readonly confidence: number
}

/** One word of verdict (达标, 全部完成) that a sentence states of the park. */
export type Quality = Omit<Statement, 'number' | 'unit' | 'basis'> & { readonly text: string; readonly start: number; readonly end: number }

/** One change between two years that a sentence states. `value` is signed. */
export type Change = {
  readonly subject: Subject
  readonly year: number
  readonly fromYear: number
  readonly measure: Growth['measure']
  readonly value: string
  readonly approximate: boolean
  readonly basis: string | null
  readonly start: number
  readonly end: number
}

/** What a sentence states, and what it leaves behind for the next one. */
export type SentenceReading = {
  readonly statements: readonly Statement[]
  readonly qualities: readonly Quality[]
  readonly changes: readonly Change[]
  readonly time: Time | null
  readonly scope: 'own' | 'other'
  readonly goal: boolean
  readonly named: readonly Subject[]
}

/** The reader's memory while it walks through one sentence. */
export type State = {
  readonly tokens: readonly Token[]
  readonly frame: Frame
  /** The subjects that await their numbers, in the order printed. */
  open: readonly Subject[]
  /** True while the names read last are not the park's, so that names joined to them are not either. */
  foreign: boolean
  /** True where the name itself says per what (万元工业增加值能耗), so that its number may leave that out. */
  perUnit: boolean
  /** The unit in brackets behind the name, for numbers without one. */
  nameUnit: string | null
  /** True where the open subject is a share (占工业总产值的 …). */
  sharing: boolean
  /** Every subject of the park that the sentence has named, in order, the last naming counting. */
  named: readonly Subject[]
  /** The time that the first value of this part of the sentence was told of; undefined before it. */
  first: Time | null | undefined
  /** True where the time spoken of was last set by 上年 and the like. */
  looksBack: boolean
  last: 'name' | 'number' | null
  /** The tokens since the last name or number. */
  gap: Token[]
  /** The tokens since the last comma or bracket. */
  clause: Token[]
  lastClause: readonly Token[]
  content: boolean
  time: Time | null
  anchor: number | null
  /** The time spoken of before a bracket behind a number (590亿元（上年544亿元）). */
  outside: { time: Time | null; anchor: number | null } | null
  /** The kind that holds again behind a bracket which lists quotas (总量控制指标（COD 320吨）). */
  barred: Kind | null
  /** The year that a comparison or 由… binds to the next number only. */
  attached: Time | null
  compared: Time | 'previous' | null
  kind: Kind
  next: Kind | null
  scope: 'own' | 'other'
  regional: boolean
  basis: string | null
  basisLocal: boolean
  /** The price basis that the next change alone is told in. */
  changeBasis: string | null
  /** The kind that a new part of the sentence begins with. */
  lasting: Kind
  goal: boolean
  /** Where a goal began that has not yet been put in numbers. */
  wish: { statements: number; clause: number } | null
  pair: { from: Statement | null; to: Statement | null }
  /** The year that an earlier change of the sentence started in (由上年的…). */
  startYear: number | null
  /** How many statements there were when the open subjects were named. */
  since: number
  /** The name behind a number that was taken as its subject. */
  taken: Token | null
  readonly statements: Statement[]
  /** Statements of a mark that was passed (突破350亿元), until the value itself is told. */
  readonly bounds: Set<Statement>
  readonly qualities: Quality[]
  readonly changes: Change[]
}

/** The state before the first token. */
export const begin = (tokens: readonly Token[], frame: Frame): State => ({
  ...{
    tokens,
    frame,
    open: [],
    foreign: false,
    perUnit: false,
    nameUnit: null,
    sharing: false,
    named: [],
    first: undefined,
    looksBack: false,
    last: null,
    gap: [],
    clause: [],
    lastClause: [],
    content: false,
  },
  ...{
    time: null,
    anchor: null,
    outside: null,
    barred: null,
    attached: null,
    compared: null,
    kind: frame.kind,
    next: null,
    scope: frame.scope,
    regional: false,
  },
  ...{
    basis: null,
    basisLocal: false,
    changeBasis: null,
    lasting: frame.kind,
    goal: false,
    wish: null,
    pair: { from: null, to: null },
    startYear: null,
    since: 0,
    taken: null,
    statements: [],
    bounds: new Set(),
    qualities: [],
    changes: [],
  },
})

/** Forgets the subjects: what follows speaks of something else. */
export function close(state: State): void {
  state.open = []
  state.sharing = false
  state.gap = []
}

/** The year that 上年 and 同比 count from. */
export const currentYear = (state: State, own: OwnYears): number | null => state.anchor ?? state.frame.time?.years.at(-1) ?? own.own
