import { findDays } from '../../../../rules/engine/date-days.ts'
import type { Days, Grade, ToldEvent } from '../../../../schemas/reading.ts'
import { type Bundle, bundlesFor, gates, gather, type Hit } from './bundles.ts'
import { type Clause, clausesOf, type Spot, spotOf } from './clause.ts'
import { isDenied } from './denied.ts'
import { countedGrade, printedGrade } from './grade.ts'
import { beside, forceMajeure, foreign, maskNames, old, type Pattern, patternsFor, period, standingWords, unreal } from './lexicon.ts'
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

/** Cheap to ask first: might the sentence tell an event at all? */
const mayTell =
  /事件|事故|泄漏|泄露|爆炸|爆燃|中毒|死鱼|死亡|中断|疏散|转移|撤离|污染|罚|责令|查封|扣押|督办|约谈|限批|通报|拘|吊销|移送|移交|侦查|刑|捕|公诉|判|罪|更名|改名|改称|变更|调整|代管|托管|接管|管理|划|并入|合并|合署|撤销|裁撤|扩区|调区|面积|范围|取消|终止|停止|停建|替|不再|调减|调增|核减|四至|扩展区|拓展区|外溢|流入|排入|漏|漫|爆裂|爆管|失火|着火|火灾|黑臭|改选|改用|换为|暂停|改为|改由|转为|合署|启用|使用|获刑|涉嫌|起诉|点名|指出|不建|弃建|放弃|中止|泄|逸|溢|渗|料|破|爆|燃|起火|响应|合一|一体化|拓展|隶|职能|剔除|主导产业|产业定位|许可证|名单|黑牌|异常|停课|头[痛晕]|切换|不达标|整合|划定|核减|追尾|开裂|翻|倒塌|散落|卷走|冲走|统称|承担|补|换|下马|搁浅|撤项|误将|跳停|血铅|检出|烟|接手|取代|压减|罚|督察/

const longest = 1_500

/** No endless sentence, none under a heading of plans and drills, none without a telling word. */
const worthAsking = (sentence: string, { section }: Around) =>
  sentence.length <= longest &&
  !(section !== null && unreal.section.test(section)) &&
  (mayTell.test(sentence) || standingWords.test(sentence))
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
