import { compact, normalise } from '../../../../rules/engine/normalise.ts'
import type { Identity } from '../../../../schemas/reading.ts'
import type { Subject, Vocabulary } from '../vocabulary.ts'
import type { Pending } from './calculation.ts'
import type { Spot } from './make.ts'
import { namesOfPark } from './park-name.ts'
import type { Passage } from './passages.ts'
import type { Frame, SentenceReading } from './sentence/state.ts'
import { type OwnYears, ownYears, type Time, timeAt } from './times.ts'
import { bracketRule, type Token } from './tokens.ts'
import words from './words.json' with { type: 'json' }

/** What holds for a whole document. */
export type Background = {
  readonly identity: Identity
  readonly vocabulary: Vocabulary
  readonly own: OwnYears
  readonly parkNames: readonly string[]
  readonly recent: Map<string, readonly Token[]>
}

/** What earlier sentences leave: the time spoken of in this paragraph, whose affairs it tells, and a lead-in (以2022年为例：). */
export type Memory = {
  readonly passage: Passage
  readonly time: Time | null
  readonly mixed: boolean
  readonly scope: 'own' | 'other'
  /** The subjects that the sentence before named. */
  readonly named: readonly Subject[]
  /** What the numbers of the next sentence are of, after a formula in words. */
  readonly pending: { readonly run: number; readonly of: Pending } | null
  readonly lead: { readonly run: number; readonly time: Time | null; readonly goal: boolean } | null
  /** The year of the numbers in brackets, where a sentence of the run says so (括号内为上年数). */
  readonly brackets: { readonly run: number; readonly year: number } | null
}

const foreign = new RegExp(words.foreignHeadings)
const goals = new RegExp(words.goalHeadings)
const notGoals = new RegExp(words.notGoalHeadings)
const now = new RegExp(words.nowHeadings)
const later = new RegExp(words.laterHeadings)

/** Reads once what every sentence of a document needs. */
export const backgroundOf = (identity: Identity, vocabulary: Vocabulary): Background => ({
  identity,
  vocabulary,
  own: ownYears(identity),
  parkNames: namesOfPark(identity.park),
  recent: new Map(),
})

/** What holds before a sentence's first word. `wholeYear`: it begins with 全年 or the like. */
export function frameFor(background: Background, spot: Spot, memory: Memory | null, wholeYear = false): Frame {
  const { passage } = spot
  const { identity, own, vocabulary, parkNames, recent } = background
  const heading = passage.headings.at(-1) ?? ''
  const here = memory?.passage === passage ? memory : null
  const lead = memory?.lead?.run === passage.run ? memory.lead : null
  const planning = identity.role === 'plan' || identity.role === 'support_report'
  const headed =
    headingTime(passage.headings, own) ?? (planning && own.base !== null && tellsNow(passage.headings) ? baseTime(own.base) : null)
  const carried = here?.mixed ? unclear : (here?.time ?? lead?.time ?? headed)
  const annual = identity.role === 'annual_report'
  const goal = planning && ((goals.test(heading) && !notGoals.test(heading)) || lead?.goal === true)
  return {
    ...{ vocabulary, own, parkNames, recent },
    time: annual && here !== null ? (wholeYear ? headed : freshTime(carried, here, own)) : carried,
    kind: goal ? 'target' : 'actual',
    scope: here?.scope ?? scopeUnder(heading, parkNames),
    ownYearHolds: annual,
    pending: pendingAt(memory, passage, vocabulary),
    named: here?.named ?? [],
    inBrackets: yearInBrackets(memory, spot, own),
  }
}

/** 第一章 现状分析 › 1.3 资源能源: under a heading on what is, up to one on what shall be. */
function tellsNow(headings: readonly string[]): boolean {
  const at = headings.findLastIndex((heading) => now.test(heading))
  return at >= 0 && headings.slice(at).every((heading, depth) => depth === 0 || !later.test(heading))
}

/** Whose affairs a heading leads into. */
const scopeUnder = (heading: string, parkNames: readonly string[]): 'own' | 'other' =>
  foreign.test(heading) && !parkNames.some((name) => heading.includes(name)) ? 'other' : 'own'

/** In an annual report another year than its own holds no further than its sentence. */
const freshTime = (carried: Time | null, here: Memory, own: OwnYears): Time | null =>
  carried !== null && carried === here.time && carried.years[0] !== own.own ? unclear : carried

const unclear: Time = { shape: 'vague', years: [], relative: null, partial: true, printed: false, final: false }
const baseTime = (year: number): Time => ({ ...unclear, shape: 'one', years: [year], partial: false })

/** The one year that the nearest heading with a year names. */
function headingTime(headings: readonly string[], own: OwnYears): Time | null {
  for (const heading of [...headings].reverse()) {
    const text = normalise(heading).text
    for (let at = 0; at < text.length; at++) {
      const found = timeAt(text, at, own)
      if (found?.time.printed) return found.time.shape === 'one' && !found.time.partial ? found.time : null
    }
  }
  return null
}

/** What an earlier sentence of the same run, or a heading that is the bare name of an indicator, left to be put in numbers. */
function pendingAt(memory: Memory | null, passage: Passage, vocabulary: Vocabulary): Pending | null {
  if (memory?.pending?.run === passage.run) return memory.pending.of
  const heading = compact(passage.headings.at(-1) ?? '').replace(/^[\d.()、一二三四五六七八九十第节章]*/, '')
  const subject = vocabulary.subjects.get(vocabulary.named(heading.toLowerCase()) ?? '')
  return subject?.indicator ? { subject, words: [] } : null
}

/** The year that 括号内为上年数 or 括号内为2021年数 gives to the numbers in brackets that follow in its run. */
function yearInBrackets(memory: Memory | null, { passage, text }: Spot, own: OwnYears): number | null {
  const told = bracketRule.exec(text)?.[1]
  const time = told === undefined ? undefined : timeAt(told, 0, own)?.time
  const named = time?.shape === 'one' && !time.partial ? (time.years[0] ?? null) : null
  const year = time?.relative !== 'previous' ? named : own.own === null ? null : own.own - 1
  return year ?? (memory?.brackets?.run === passage.run ? memory.brackets.year : null)
}

/** What a line that ends in a colon (2022年：) says of the lines under it. */
function leadOf(memory: Memory | null, { passage, start, text }: Spot, time: Time | null, goal: boolean): Memory['lead'] {
  const leads = /[:]$/.test(text) && start + text.length === passage.text.length
  if (leads && (time !== null || goal)) return { run: passage.run, time, goal }
  return memory?.lead?.run === passage.run ? memory.lead : null
}

/** What the next sentence should know of this one. */
export function remember(
  memory: Memory | null,
  spot: Spot,
  reading: SentenceReading | null,
  pending: Pending | null,
  { inBrackets }: Frame,
): Memory {
  const { passage } = spot
  const kept = pending ?? (memory?.passage === passage ? (memory.pending?.of ?? null) : null)
  const here = memory?.passage === passage ? memory : null
  const told = reading?.time ?? null
  const usable = told !== null && told.shape === 'one' && !told.partial ? told : null
  const time = told === null ? (here?.time ?? null) : usable
  const mixed = (here?.mixed ?? false) || (told !== null && here?.time != null && here.time.years[0] !== told.years[0])
  return {
    ...{ passage, time, mixed, pending: kept && { run: passage.run, of: kept } },
    scope: reading?.scope ?? here?.scope ?? 'own',
    named: reading?.named ?? here?.named ?? [],
    lead: leadOf(memory, spot, usable, reading?.goal === true),
    brackets: inBrackets === null ? null : { run: passage.run, year: inBrackets },
  }
}
