import { compact, normalise } from '../../../../rules/engine/normalise.ts'
import type { Identity } from '../../../../schemas/reading.ts'
import type { Subject, Vocabulary } from '../vocabulary.ts'
import type { Pending } from './calculation.ts'
import type { Spot } from './make.ts'
import { namesOfPark } from './park-name.ts'
import type { Passage } from './passages.ts'
import type { Frame, SentenceReading } from './sentence/state.ts'
import { type OwnYears, ownYears, type Time, timeAt } from './times.ts'
import type { Token } from './tokens.ts'
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
}

const foreign = new RegExp(words.foreignHeadings)
const goals = new RegExp(words.goalHeadings)
const notGoals = new RegExp(words.notGoalHeadings)
const now = new RegExp(words.nowHeadings)

/** Reads once what every sentence of a document needs. */
export const backgroundOf = (identity: Identity, vocabulary: Vocabulary): Background => ({
  identity,
  vocabulary,
  own: ownYears(identity),
  parkNames: namesOfPark(identity.park),
  recent: new Map(),
})

/** What holds before a sentence's first word. `wholeYear`: it begins with 全年 or the like. */
export function frameFor(background: Background, passage: Passage, memory: Memory | null, wholeYear = false): Frame {
  const { identity, own, vocabulary, parkNames, recent } = background
  const heading = passage.headings.at(-1) ?? ''
  const here = memory?.passage === passage ? memory : null
  const lead = memory?.lead?.run === passage.run ? memory.lead : null
  const planning = identity.role === 'plan' || identity.role === 'support_report'
  const headed = headingTime(passage.headings, own) ?? (planning && own.base !== null && now.test(heading) ? baseTime(own.base) : null)
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
  }
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

/** What the next sentence should know of this one. */
export function remember(memory: Memory | null, spot: Spot, reading: SentenceReading | null, pending: Pending | null): Memory {
  const { passage } = spot
  const kept = pending ?? (memory?.passage === passage ? (memory.pending?.of ?? null) : null)
  const here = memory?.passage === passage ? memory : null
  const told = reading?.time ?? null
  const usable = told !== null && told.shape === 'one' && !told.partial ? told : null
  const time = told === null ? (here?.time ?? null) : usable
  const mixed = (here?.mixed ?? false) || (told !== null && here?.time != null && here.time.years[0] !== told.years[0])
  const lead = memory?.lead?.run === passage.run ? memory.lead : null
  const leads = /[:]$/.test(spot.text) && spot.start + spot.text.length === passage.text.length
  return {
    ...{ passage, time, mixed, pending: kept && { run: passage.run, of: kept } },
    scope: reading?.scope ?? here?.scope ?? 'own',
    named: reading?.named ?? here?.named ?? [],
    lead: leads && (usable !== null || reading?.goal === true) ? { run: passage.run, time: usable, goal: reading?.goal === true } : lead,
  }
}
