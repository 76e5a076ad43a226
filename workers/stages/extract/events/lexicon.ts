import type { EventKind, ToldEvent } from '../../../../schemas/told.ts'
import { frameClasses, framePatterns } from './frames.ts'
import words from './lexicon.json' with { type: 'json' }
import standing from './standing.json' with { type: 'json' }

type Aspect = ToldEvent['aspect']

/** How much must stand beside a pattern to show that the event happened. */
export type Proof = 'none' | 'weak' | 'strong'

export type Pattern = {
  readonly kind: EventKind
  readonly aspect: Aspect
  readonly proof: Proof
  /** True where the telling words hold a negator of their own (未通过, 不合格). */
  readonly negated: boolean
  readonly near: RegExp | null
  readonly text: RegExp
}

const date =
  '(?:20\\d{2}年(?:初|中|底|末)|(?:20\\d{2}年(?:度)?)?(?:\\d{1,2}月(?:份)?(?:\\d{1,2}[日号]|上旬|中旬|下旬|初|底)?|年初|年底|上半年|下半年)?)'

/** The parts of a pattern put in its place; OWN stands for the names of the park under review. */
export function expand(pattern: string, own: readonly string[]): string {
  const parts: Readonly<Record<string, string>> = { ...frameClasses, ...words.parts }
  const filled = pattern.replace(/\{([A-Z]+)\}/g, (_, name: string) => expand(parts[name] ?? name, own))
  const names = own.length > 0 ? own.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') : '本园区'
  return filled.replaceAll('OWN', names).replaceAll('DATE', date)
}

type Printed = { proof: string; text: string; aspect?: string; near?: string }
type Kind = { kind: string; negated?: boolean; exclude?: string; unless?: string; patterns: Printed[] }
const kinds: readonly Kind[] = [...words.kinds, ...standing.kinds]

/** Events of this kind are none of the environment's where `exclude` is told and `unless` is not. */
export const beside = new Map(
  kinds.map(({ kind, exclude, unless }) => [
    kind as EventKind,
    { exclude: exclude ? new RegExp(exclude) : null, unless: unless ? new RegExp(unless) : null },
  ]),
)

/** Every pattern of the lexicon, for a park of these names. */
export const patternsFor = (own: readonly string[]): readonly Pattern[] => {
  const made = ({ kind, proof, text, aspect, near }: Printed & { kind: string }, negated: boolean): Pattern => ({
    kind: kind as EventKind,
    aspect: (aspect ?? null) as Aspect,
    proof: proof as Proof,
    negated,
    near: near === undefined ? null : new RegExp(expand(near, own)),
    text: new RegExp(expand(text, own), 'g'),
  })
  return [
    ...kinds.flatMap(({ kind, negated = false, patterns }) => patterns.map((printed) => made({ ...printed, kind }, negated))),
    ...framePatterns.map((frame) => made(frame, false)),
  ]
}

const masks = words.mask.map((pattern) => new RegExp(pattern, 'g'))

/** What only looks like a telling word (未批先建, 处罚率, the titles of laws) blanked out, character for character. */
export function maskNames(text: string): string {
  const untitled = text.replace(/《[^》《]{0,200}》/g, (title) => (/处罚决定/.test(title) ? title : '_'.repeat(title.length)))
  return masks.reduce((masked, pattern) => masked.replace(pattern, (name) => '_'.repeat(name.length)), untitled)
}

/** One of the lexicon's single patterns. */
export const unreal = {
  sentence: new RegExp(words.unreal.sentence),
  before: new RegExp(words.unreal.before),
  after: new RegExp(words.unreal.after),
  section: new RegExp(words.unreal.section),
}
export const denial = {
  before: new RegExp(words.denial.before),
  after: new RegExp(words.denial.after),
  carrier: new RegExp(words.denial.carrier),
  carried: new RegExp(words.denial.carried),
  except: new RegExp(words.denial.except),
  steady: new RegExp(words.denial.steady),
}
export const foreign = { before: new RegExp(words.foreign.before), lesson: new RegExp(words.foreign.lesson) }
/** 未能全部收集: some of it got away. */
export const leaked = /(?:未能|没能|未)(?:全部|完全|及时|有效|全)?(?:收集|拦截|截留|封堵)/g
export const old = new RegExp(words.old)
export const period = new RegExp(words.period)
export const firm = new RegExp(words.firm)
export const someFirm = new RegExp(words.someFirm)
/** Words for what was done after it, which is done only after what happened. */
export const aftermath = new RegExp(words.aftermath)
export const perfective = new RegExp(words.perfective)
export const forceMajeure = new RegExp(words.forceMajeure)
