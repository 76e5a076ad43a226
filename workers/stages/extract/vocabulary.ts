import { compact } from '../../../rules/engine/normalise.ts'
import data from '../../../rules/standards/vocabulary.json' with { type: 'json' }
import type { Standard } from '../../../schemas/edition.ts'
import { spellings } from './notation.ts'
import { subjectByParts } from './parts.ts'

/** What a fact can be about. `water`: a tonne of it is a cubic metre. */
export type Subject = {
  readonly id: string
  readonly zh: string
  readonly unit: string
  readonly money: boolean
  readonly water: boolean
  readonly indicator: boolean
  readonly qualitative: boolean
  readonly no: number | null
  /** True for a sum over the year, so that its half-years add up. */
  readonly flow: boolean
  /** How an indicator is calculated, in the language of rules/engine/formula.ts; null where it is not. */
  readonly formula: string | null
}

/** A name in normalised text: of a subject, or (subject null) of something that only looks like one. */
export type NameMention = { readonly subject: string | null; readonly start: number; readonly end: number }

/** Names and subjects of one edition of the Standard, ready to be looked up. */
export type Vocabulary = {
  readonly subjects: ReadonlyMap<string, Subject>
  /** The subject that a whole normalised name stands for; null for a confusable one; undefined for an unknown one. */
  readonly named: (name: string) => string | null | undefined
  /** The one subject whose names have the same core, or the same parts, as an unknown name; a guess that the printed unit must bear out. */
  readonly loosely: (name: string) => string | undefined
  /** The longest names in a normalised text, left to right, without overlaps. */
  readonly namesIn: (text: string) => NameMention[]
  /** Names that have one character more than this text and are else the same: what it may be where one was lost. */
  readonly lacking: (text: string) => readonly string[]
  /** The subject of a short name (化学需氧量) under a heading or caption that says what of it (主要污染物排放量). */
  readonly inContext: (name: string, context: string) => string | undefined
}

const isWater = (unit: string, zh: string): boolean => /^(m3|万m3)$/.test(unit) || /水/.test(zh)
const key = (name: string): string => compact(name).toLowerCase()
const fragments = Object.fromEntries(Object.entries(data.fragments).map(([name, pattern]) => [key(name), key(pattern)]))
const built = new WeakMap<Standard, Vocabulary>()

/** Built once for each edition: its own names and aliases, and the spellings of the vocabulary file. */
export function vocabularyOf(standard: Standard): Vocabulary {
  const known = built.get(standard)
  if (known) return known
  const vocabulary = build(standard)
  built.set(standard, vocabulary)
  return vocabulary
}

function build(standard: Standard): Vocabulary {
  const subjects = subjectsOf(standard)
  const names = new Map<string, string | null>()
  const add = (pattern: string, subject: string | null, override = false) => {
    for (const name of spellings(key(pattern), fragments)) if (override || !names.has(name)) names.set(name, subject)
  }
  const literal = (name: string): string => name.replace(/[[\]{}|<>]/g, '')
  for (const item of [...standard.quantities, ...standard.indicators])
    for (const name of [item.zh, ...item.aliases]) add(literal(name), item.id, true)
  for (const [id, patterns] of Object.entries(data.subjects)) if (subjects.has(id)) for (const pattern of patterns) add(pattern, id)
  for (const pattern of data.confusable) add(pattern, null)
  for (const quantity of standard.quantities) for (const name of quantity.notToConfuse) add(literal(name), null)

  const lengthsByHead = new Map<string, number[]>()
  for (const name of names.keys()) {
    const lengths = lengthsByHead.get(name.slice(0, 2))
    if (!lengths) lengthsByHead.set(name.slice(0, 2), [name.length])
    else if (!lengths.includes(name.length)) lengths.push(name.length)
  }
  for (const lengths of lengthsByHead.values()) lengths.sort((a, b) => b - a)
  const namesIn = (text: string): NameMention[] => {
    const lower = text.toLowerCase()
    const found: NameMention[] = []
    for (let at = 0; at < lower.length - 1; ) {
      const length = lengthsByHead.get(lower.slice(at, at + 2))?.find((size) => names.has(lower.slice(at, at + size)))
      if (length === undefined) at += 1
      else {
        found.push({ subject: names.get(lower.slice(at, at + length)) ?? null, start: at, end: at + length })
        at += length
      }
    }
    return found
  }
  return {
    subjects,
    named: (name) => names.get(name),
    loosely: looselyOf(names),
    namesIn,
    lacking: lackingOf(names),
    inContext: contextOf(subjects),
  }
}

function subjectsOf(standard: Standard): Map<string, Subject> {
  const quantities = standard.quantities.map((item) => ({
    ...item,
    indicator: false,
    no: null,
    flow: item.nature === 'flow',
    formula: null,
  }))
  const indicators = standard.indicators.map((item) => ({ ...item, indicator: true, money: false, no: item.no, flow: false }))
  return new Map(
    [...quantities, ...indicators].map(({ id, zh, unit, money, indicator, no, flow, formula }) => [
      id,
      { id, zh, unit, money, indicator, no, flow, formula, water: isWater(unit, zh), qualitative: unit === 'qualitative' },
    ]),
  )
}

const replacements = new Map(data.loose.map(([from = '', to = '']) => [from, to]))
const replaceable = new RegExp(
  [...replacements.keys()]
    .sort((a, b) => b.length - a.length)
    .map((from) => from.replace(/[()]/g, '\\$&'))
    .join('|'),
  'g',
)
const coreOf = (name: string): string => name.replace(replaceable, (from) => replacements.get(from) ?? '')

/** Shorter names have too little of a core. */
const shortestCore = 4

/** Cores are made when the first unknown name asks for them: most documents have none. */
function looselyOf(names: ReadonlyMap<string, string | null>): Vocabulary['loosely'] {
  let cores: Map<string, string | null> | undefined
  return (name) => {
    if (!cores) {
      cores = new Map()
      for (const [known, subject] of names) {
        const core = coreOf(known)
        cores.set(core, cores.has(core) && cores.get(core) !== subject ? null : subject)
      }
    }
    const known = name.length < shortestCore ? undefined : cores.get(coreOf(key(name)))
    return known === undefined ? subjectByParts(name) : (known ?? undefined)
  }
}

/** Sorted by length when a text first asks for it: only recognised print does. */
function lackingOf(names: ReadonlyMap<string, string | null>): Vocabulary['lacking'] {
  let byLength: Map<number, string[]> | undefined
  return (text) => {
    if (!byLength) {
      byLength = new Map()
      for (const name of names.keys()) {
        const same = byLength.get(name.length)
        if (same) same.push(name)
        else byLength.set(name.length, [name])
      }
    }
    const short = key(text)
    return (byLength.get(short.length + 1) ?? []).filter((name) => {
      let same = 0
      while (same < short.length && name[same] === short[same]) same++
      return name.slice(same + 1) === short.slice(same)
    })
  }
}

/** The indicator that bears this number in the Standard. */
export const indicatorByNumber = ({ subjects }: Pick<Vocabulary, 'subjects'>, no: number): Subject | undefined =>
  [...subjects.values()].find((one) => one.indicator && one.no === no)

function contextOf(subjects: ReadonlyMap<string, Subject>): Vocabulary['inContext'] {
  const contexts = Object.entries<Record<string, string[]>>(data.context).map(([words, meanings]) => ({
    words: new RegExp(words),
    names: new Map(
      Object.entries(meanings).flatMap(([id, patterns]) =>
        patterns.flatMap((pattern) => spellings(key(pattern), fragments).map((name) => [name, id] as const)),
      ),
    ),
  }))
  return (name, context) => {
    for (const { words, names } of contexts) {
      const subject = names.get(key(name))
      if (subject && subjects.has(subject) && words.test(context)) return subject
    }
    return undefined
  }
}

const prefixes = data.prefixes.map(key).sort((a, b) => b.length - a.length)
const suffixes = data.suffixes.map(key).sort((a, b) => b.length - a.length)
const placeholders = new Set(data.placeholders.map(key))
const qualitative = new Map(
  Object.entries(data.qualitative).flatMap(([normal, prints]) => prints.map((print) => [key(print), normal] as const)),
)

/** True for a print that stands for "no value": —, /, 无, 不涉及, blank. */
export const isPlaceholder = (print: string): boolean => placeholders.has(key(print))

/** The normal form of a qualitative value: 稳定达标 is 达标. undefined for any other print. */
export const findQualitative = (print: string): string | undefined => qualitative.get(key(print).replace(/[。.;√]$/, ''))

/** A label without the words that only say whose or when: 园区, 年末, 其中: …, and without trailing marks. Tried one by one, longest first. */
export function* trimmed(label: string): Generator<string> {
  yield label
  for (const suffix of suffixes)
    if (label.endsWith(suffix) && label.length > suffix.length + 1) yield* trimmed(label.slice(0, -suffix.length))
  for (const prefix of prefixes)
    if (label.startsWith(prefix) && label.length > prefix.length + 1) yield* trimmed(label.slice(prefix.length))
}
