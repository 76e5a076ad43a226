import vocabularyData from '../../../../rules/standards/vocabulary.json' with { type: 'json' }
import { partsIn } from '../parts.ts'
import type { NameMention, Vocabulary } from '../vocabulary.ts'
import { type Dictionary, dictionary, spelled } from './lexicon.ts'
import { verbsUnderTopics } from './topics.ts'
import words from './words.json' with { type: 'json' }

/** A name with the print that says what of it is meant: its own, or that of the name it leans on. */
type Named = NameMention & { readonly context: string }
type Meaning = Pick<Named, 'subject' | 'context'>
type Short = { readonly start: number; readonly end: number; readonly text: string }

const shortNames: Dictionary<true> = dictionary(
  Object.values<Record<string, string[]>>(vocabularyData.context).flatMap((meanings) =>
    Object.values(meanings).flatMap((patterns) =>
      patterns.flatMap((pattern) => spelled(pattern).map((name) => [name, true as const] as const)),
    ),
  ),
)
const { note: _, ...phrasePatterns } = words.phrases
const phrases: Dictionary<string> = dictionary(
  Object.entries<string[]>(phrasePatterns).flatMap(([subject, patterns]) =>
    patterns.flatMap((pattern) => spelled(pattern).map((name) => [name, subject] as const)),
  ),
)
const { note: __, ...twinPatterns } = words.twins
const { note: ___, ...leaningVerbs } = words.leaning
const joined = /^(?:[、/]|和|及|与|以及)?$/
const rateTail = /(?:同比|较上年|比上年|年)?(?:增长率|增速|增幅|增长速度|增长|降幅|下降率|降低率|削减率|下降)$/
const yearlyRate = /的?(?:年均|平均|年平均|复合).*$/
const not = new RegExp(words.notEmission.join('|'))
const emits = /排放|外排/
const listLead = new RegExp(words.listLead, 'g')

/**
 * Every name of a subject in a normalised text, left to right: the vocabulary's own, verb-and-object phrases (排放工业废水), and
 * short names that lean on a neighbour (化学需氧量、氨氮排放量; 工业固体废物产生量…、综合利用量…). What cannot be told has subject null.
 */
export function namesInProse(text: string, vocabulary: Vocabulary): NameMention[] {
  const lower = text.toLowerCase()
  const full = withParts(lower, withPhrases(lower, vocabulary), vocabulary)
  const shorts = shortsBetween(lower, full)
  const all: Named[] = full.map((name) => ({ ...name, context: lower.slice(name.start, name.end) }))
  for (const short of [...shorts].reverse()) {
    all.push({ start: short.start, end: short.end, ...resolve(short, all, lower, vocabulary) })
    all.sort((a, b) => a.start - b.start)
  }
  const named = all.map((name) => withoutRate(name, lower, vocabulary))
  return withTopics(lower, withVerbs(lower, withTwins(lower, named, vocabulary), vocabulary), vocabulary)
}

/** 固废：产生…，综合利用…: verbs under a topic, where no other name stands. */
const withTopics = (lower: string, names: readonly NameMention[], { subjects }: Vocabulary): NameMention[] =>
  [
    ...names,
    ...verbsUnderTopics(lower).filter(
      ({ subject, start, end }) => subjects.has(subject) && !names.some((name) => name.start < end && name.end > start),
    ),
  ].sort((a, b) => a.start - b.start)

/** Vocabulary names; a verb-and-object phrase that starts earlier or reaches further takes the place of what it overlaps. */
function withPhrases(lower: string, vocabulary: Vocabulary): NameMention[] {
  const names = [...vocabulary.namesIn(lower)]
  for (let at = 0; at < lower.length; at++) {
    const found = phrases.at(lower, at, lower.length)
    if (!found || !vocabulary.subjects.has(found.value)) continue
    const end = at + found.length
    const overlapped = names.filter((name) => name.start < end && name.end > at)
    if (overlapped.some((name) => name.start < at || name.end > end || (name.start === at && name.end === end))) continue
    for (const name of overlapped) names.splice(names.indexOf(name), 1)
    names.push({ subject: found.value, start: at, end })
    at = end - 1
  }
  return names.sort((a, b) => a.start - b.start)
}

/** Names that only their parts tell; one takes the place of shorter names inside it, but not of one that means something else. */
function withParts(lower: string, known: readonly NameMention[], vocabulary: Vocabulary): NameMention[] {
  const names = [...known]
  for (const { subject, start, end } of partsIn(lower)) {
    const overlapped = names.filter((name) => name.start < end && name.end > start)
    const whole = overlapped.every(
      (name) => name.subject !== null && name.start >= start && name.end <= end && name.end - name.start < end - start,
    )
    const cut = /[a-z]/.test(lower[start - 1] ?? '') || (/\d/.test(lower[start - 1] ?? '') && /\d/.test(lower[start] ?? ''))
    if (!whole || !vocabulary.subjects.has(subject) || cut) continue
    for (const name of overlapped) names.splice(names.indexOf(name), 1)
    names.push({ subject, start, end })
  }
  return names.sort((a, b) => a.start - b.start)
}

function shortsBetween(lower: string, full: readonly NameMention[]): Short[] {
  const shorts: Short[] = []
  for (let at = 0; at < lower.length; at++) {
    const covering = full.find((name) => name.start <= at && name.end > at)
    if (covering) {
      at = covering.end - 1
      continue
    }
    const limit = full.find((name) => name.start > at)?.start ?? lower.length
    const found = shortNames.at(lower, at, limit)
    if (!found || /[a-z]/.test(lower[at - 1] ?? '')) continue
    shorts.push({ start: at, end: at + found.length, text: lower.slice(at, at + found.length) })
    at += found.length - 1
  }
  return shorts
}

/** What a short name is short for: by the name it is joined to behind it, else by the one before it, else by the words around it. */
function resolve(short: Short, names: readonly Named[], lower: string, vocabulary: Vocabulary): Meaning {
  const next = names.find((name) => name.start >= short.end)
  const sentenceHead = Math.max(...['。', ';', '!', '?'].map((mark) => lower.lastIndexOf(mark, short.start - 1))) + 1
  const head = lower.slice(sentenceHead, short.start).replace(/标准煤/g, '')
  const told = (context: string): Meaning => ({ subject: vocabulary.inContext(short.text, context) ?? null, context })
  const nothing: Meaning = { subject: null, context: '' }
  if (next && joined.test(lower.slice(short.end, next.start))) return next.subject === null ? nothing : told(next.context)
  if (not.test(lower.slice(short.end, short.end + 4)) || /(?:减少|削减|减排|去除|降低|节约|新增)$/.test(head)) return nothing
  const previous = names.filter((name) => name.end <= short.start && name.start >= sentenceHead).at(-1)
  if (previous?.subject === null && (not.test(previous.context) || !emits.test(previous.context))) return nothing
  const leaning = previous && told(previous.context)
  if (leaning && leaning.subject !== null) return leaning
  const wide = previous === undefined ? emissionBefore(short, names, lower) : undefined
  if (wide) return told(wide.context)
  return told(contextOf(short, head, lower))
}

/** The words around a short name that no other name explains: what is said of it, or that it is emitted. */
function contextOf({ start, end }: Short, head: string, lower: string): string {
  if (not.test(head)) return head.replace(/排放/g, '')
  const rest = /^[^。;]*/.exec(lower.slice(end))?.[0] ?? ''
  if (/(?:^|[。;]|[)、.])$/.test(lower.slice(0, start)) && isAmount(rest)) return leadsToEmission(head) ? '排放量' : head
  return emits.test(head) || /^(?:[^\d,]*)(?:年)?(?:排放|外排)/.test(rest) ? '排放量' : head
}

/** 购入化学需氧量12.5吨、氨氮0.8吨: a list of pollutants says of the last what its first words say of the first. */
function leadsToEmission(head: string): boolean {
  const clause = /[^,;:。]*$/.exec(head)?.[0] ?? ''
  const first = /^(.*?)(?:化学需氧量|cod|氨氮|nh3|二氧化硫|so2|氮氧化物|nox)/.exec(clause)?.[1] ?? ''
  return emits.test(first) || first.replace(listLead, '') === ''
}

/** COD:333.4吨…: a pollutant and its mass alone, with no word of what was cut, allowed or produced. */
const isAmount = (rest: string): boolean => /^:?约?[\d.,]+(?:吨|t|万吨|万t|千克|kg)/.test(rest) && !not.test(rest)

/** COD排放量…;氨氮…: behind a semicolon a pollutant goes on with what the part before said of another. */
function emissionBefore(short: Short, names: readonly Named[], lower: string): Named | undefined {
  const start = Math.max(...['。', '!', '?'].map((mark) => lower.lastIndexOf(mark, short.start - 1))) + 1
  if (!/(?:^|[;:])$/.test(lower.slice(start, short.start))) return undefined
  const before = names.filter((name) => name.end <= short.start && name.start >= start).at(-1)
  return before !== undefined && before.subject !== null && emits.test(before.context) && !not.test(before.context) ? before : undefined
}

/**
 * 工业增加值增速 and 工业增加值年均增长 are no value of the quantity, but speak of its change: the name ends before the rate. A rate over
 * three years is an indicator of its own only where the print says three.
 */
function withoutRate(name: NameMention, lower: string, vocabulary: Vocabulary): NameMention {
  const text = lower.slice(name.start, name.end)
  const ofThreeYears = name.subject !== null && /year-3/.test(vocabulary.subjects.get(name.subject)?.formula ?? '')
  if (name.subject !== null && (!ofThreeYears || /[三3]年/.test(text))) return name
  const rate = (ofThreeYears ? yearlyRate : rateTail).exec(text)
  const subject = rate && vocabulary.named(text.slice(0, rate.index))
  return subject ? { subject, start: name.start, end: name.start + rate.index } : name
}

/** 产生量22万吨，其中综合利用19万吨、处置3万吨: verbs that lean on the name before them. */
function withVerbs(lower: string, names: readonly NameMention[], vocabulary: Vocabulary): NameMention[] {
  const all = [...names]
  for (const name of names) {
    const verbs =
      Object.entries(leaningVerbs as Record<string, Record<string, string[]>>).find(([subject]) => subject === name.subject)?.[1] ?? {}
    const rest = /^[^。!?]*/.exec(lower.slice(name.end))?.[0] ?? ''
    const sentence = /^[^;]*(?:;其中[^;]*)?/.exec(rest)?.[0] ?? ''
    for (const [subject, prints] of Object.entries(verbs)) {
      const found = new RegExp(`(?:其中:?|[,、])(${prints.join('|')})(?:了|量|为|达|达到)?(?=\\d|约|[二三四五六七八九十百])`).exec(sentence)
      const start = found ? name.end + found.index + found[0].indexOf(found[1] ?? '') : -1
      if (!found?.[1] || !vocabulary.subjects.has(subject) || all.some((other) => other.start < start + 2 && other.end > start)) continue
      all.push({ subject, start, end: name.end + found.index + found[0].length })
    }
    const behind = verbBehind(sentence, verbs)
    const at = behind ? name.end + behind.start : -1
    if (behind && vocabulary.subjects.has(behind.subject) && !all.some((other) => other.start < at + 2 && other.end > at))
      all.push({ subject: behind.subject, start: at, end: at + '其中'.length })
  }
  return all.sort((a, b) => a.start - b.start)
}

const behindPatterns = new Map<readonly string[], RegExp>()

/** 其中 before a number and one of these verbs. */
function behindPattern(prints: readonly string[]): RegExp {
  const known = behindPatterns.get(prints)
  if (known) return known
  const verbs = [...prints].sort((a, b) => b.length - a.length).join('|')
  const made = new RegExp(
    `[,、;](其中)(?=约?[\\d.,]+[^\\d,。;:()]{1,5}?(?:的?(?:污水|废水|尾水|水量))?(?:经[^,。;]{0,8}?后|得到|全部|被|实现|已|进行|用于)*(?:${verbs})(?:$|[,。;、(于]))`,
  )
  behindPatterns.set(prints, made)
  return made
}

/** 处理污水770万吨，其中172万吨经处理后回用: the verb behind the number says what 其中 is. */
function verbBehind(sentence: string, verbs: Record<string, string[]>): { subject: string; start: number } | undefined {
  if (!sentence.includes('其中')) return undefined
  for (const [subject, prints] of Object.entries(verbs)) {
    const found = behindPattern(prints).exec(sentence)
    if (found) return { subject, start: found.index + 1 }
  }
  return undefined
}

/** 工业总产值和增加值: the second leans on the first. */
function withTwins(lower: string, names: readonly NameMention[], vocabulary: Vocabulary): NameMention[] {
  const all = [...names]
  for (const name of all) {
    const twins = Object.entries(twinPatterns as Record<string, Record<string, string[]>>).find(
      ([subject]) => subject === name.subject,
    )?.[1]
    if (!twins) continue
    const link = /^(?:[、/]和?|和|及|与|以及)/.exec(lower.slice(name.end))?.[0]
    if (!link) continue
    const at = name.end + link.length
    for (const [subject, prints] of Object.entries(twins)) {
      const print = prints.find((twin) => lower.startsWith(twin, at))
      if (print && vocabulary.subjects.has(subject) && !all.some((other) => other.start < at + print.length && other.end > at))
        all.push({ subject, start: at, end: at + print.length })
    }
  }
  return all.sort((a, b) => a.start - b.start)
}
