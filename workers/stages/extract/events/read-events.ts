import { findDays } from '../../../../rules/engine/date-days.ts'
import type { Days, Grade, ToldEvent } from '../../../../schemas/told.ts'
import { type Bundle, bundlesFor, gates, gather, type Hit } from './bundles.ts'
import { type Clause, clausesOf, type Spot, spotOf } from './clause.ts'
import { isDenied } from './denied.ts'
import { countedGrade, printedGrade } from './grade.ts'
import { beside, forceMajeure, foreign, maskNames, old, type Pattern, patternsFor, period, unreal } from './lexicon.ts'
import { isReal } from './real.ts'
import { actorIn, isOwn, tellsOfOther } from './whose.ts'

/** What is known of the document and of the text before a sentence. */
export type Around = {
  /** The names under which the document speaks of its park. */
  readonly own: readonly string[]
  /** The year of an annual report, which its undated sentences are about. */
  readonly year: number | null
  readonly section: string | null
  /** The sentence before, in the same paragraph. */
  readonly before: string
}

/** An event as one sentence tells it; start and end of the telling phrase in the sentence. */
export type Mention = Omit<ToldEvent, 'document' | 'evidence'> & { readonly start: number; readonly end: number }

type Grammar = { readonly patterns: readonly Pattern[]; readonly bundles: readonly Bundle[] }
const known = new Map<string, Grammar>()

function grammarOf(own: readonly string[]): Grammar {
  const key = own.join('|')
  const grammar = known.get(key) ?? { patterns: patternsFor(own), bundles: bundlesFor(own) }
  if (known.size > 50) known.clear()
  known.set(key, grammar)
  return grammar
}

const longest = 1_500

/** No endless sentence, none under a heading of plans and drills. */
const worthAsking = (sentence: string, { section }: Around) =>
  sentence.length <= longest && !(section !== null && unreal.section.test(section))
const anaphora = /^(?:该|此|上述|事故|事件|其(?!他|中|它)|随后|同日|当日|经调查|事后)/

const covers = (a: Mention, b: Pick<Mention, 'kind' | 'aspect'>) => a.kind === b.kind && a.aspect === b.aspect

/** The events of the park that a normalised sentence tells as having happened, one of each kind. */
export function readEvents(sentence: string, around: Around): Mention[] {
  if (!worthAsking(sentence, around)) return []
  const text = maskNames(sentence)
  const clauses = clausesOf(text)
  const { patterns, bundles } = grammarOf(around.own)
  const found: Mention[] = []
  const take = (mention: Mention | undefined) => {
    if (mention && !found.some((one) => covers(one, mention))) found.push(mention)
  }
  const shut = new Set([...gates].flatMap(([kind, words]) => (words.test(text) ? [] : [kind])))
  for (const pattern of patterns.filter(({ kind }) => !shut.has(kind)))
    for (const mention of phrased(pattern, sentence, text, clauses, around)) take(mention)
  for (const bundle of bundles.filter(({ pattern }) => !shut.has(pattern.kind)))
    if (!found.some((one) => covers(one, bundle.pattern))) take(bundled(bundle, sentence, text, clauses, around))
  return found
}

/** The events that the phrases of one pattern tell. */
function phrased(pattern: Pattern, sentence: string, text: string, clauses: readonly Clause[], around: Around): Mention[] {
  if (pattern.near !== null && !pattern.near.test(`${around.section ?? ''}${text}`)) return []
  return [...(pattern.negated ? sentence : text).matchAll(pattern.text)].flatMap((match) => {
    const spot = spotOf(text, clauses, match.index, match.index + match[0].length)
    return spot !== undefined && isTold(spot, text, pattern, around) ? [mentionOf(spot, sentence, pattern, around)] : []
  })
}

/** The event that words of one bundle tell together, each of them undenied. */
function bundled(bundle: Bundle, sentence: string, text: string, clauses: readonly Clause[], around: Around): Mention | undefined {
  const { pattern } = bundle
  const holds = ({ start, end }: Hit): boolean => {
    const spot = spotOf(text, clauses, start, end)
    return spot !== undefined && !isDenied(spot) && isReal(spot, text, { ...pattern, proof: 'none' })
  }
  for (const [first] of gather(text, sentence, bundle, holds)) {
    const spot = first && spotOf(text, clauses, first.start, first.end)
    if (spot && isTold(spot, text, pattern, around)) return mentionOf(spot, sentence, pattern, around)
  }
  return undefined
}

function isTold(spot: Spot, text: string, pattern: Pattern, around: Around): boolean {
  const { exclude, unless } = beside.get(pattern.kind) ?? { exclude: null, unless: null }
  if (exclude?.test(text) && !unless?.test(text)) return false
  if (isDenied(pattern.negated ? { ...spot, text: '' } : spot) || !isReal(spot, text, pattern)) return false
  if (pattern.kind === 'organisation_change') return !foreign.lesson.test(text) && !tellsOfOther(spot, around.own)
  const continued = anaphora.test(text) && around.before !== '' ? `${around.before},` : ''
  if (continued !== '' && !isOwn({ ...spot, previous: [], before: continued }, continued, around.own)) return false
  return isOwn(spot, text, around.own)
}

/** The days told last before the phrase, else first after it, else of the sentence before; a report's year where none is told. */
function daysOf(spot: Spot, sentence: string, around: Around): Days | null {
  const all = findDays(sentence, around.year).filter(({ end }) => !/^(?:之?前|以前)/.test(sentence.slice(end)))
  const told = all.filter(({ start }) => start < spot.end).at(-1) ?? all[0]
  if (told) return told.days
  const earlier = anaphora.test(sentence) ? findDays(around.before, around.year).at(-1) : undefined
  if (earlier) return earlier.days
  return around.year === null ? null : { from: `${around.year}-01-01`, to: `${around.year}-12-31` }
}

const MONEY = /(?:罚[^,;]{0,10}?|处以?)([1-9]\d*(?:\.\d+)?(?:亿|万)?元)/

function mentionOf(spot: Spot, sentence: string, { kind, aspect }: Pattern, around: Around): Mention {
  const incident = kind === 'environmental_incident'
  const grades: { printedGrade: Grade | null; countedGrade: Grade | null } = incident
    ? { printedGrade: printedGrade(gradable(sentence)), countedGrade: countedGrade(sentence) }
    : { printedGrade: null, countedGrade: null }
  return {
    ...{ kind, aspect, cue: sentence.slice(spot.start, spot.end), start: spot.start, end: spot.end },
    on: daysOf(spot, sentence, around),
    before: old.test(sentence) || (/曾/.test(sentence.slice(0, spot.end)) && findDays(sentence).length === 0 && !period.test(sentence)),
    actor: kind === 'organisation_change' ? null : actorIn(sentence, spot.end),
    amount: kind === 'penalty' ? (MONEY.exec(sentence)?.[1] ?? null) : null,
    ...grades,
    forceMajeure: incident && forceMajeure.test(sentence),
  }
}

/** What the sentence denies has no grade: 除一起一般事件外未发生重大事件. */
const gradable = (sentence: string) => sentence.replace(/(?:未|没有|无)[^,;。]*/g, '')
