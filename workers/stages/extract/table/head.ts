import { findUnit } from '../../../../rules/engine/units.ts'
import type { Identity } from '../../../../schemas/reading.ts'
import { type Label, readLabel } from '../label.ts'
import type { Vocabulary } from '../vocabulary.ts'
import words from './words.json' with { type: 'json' }

export type HeadRole = keyof typeof words.roles | 'unknown'

/** What a column's heading, or a row's label, says of the values that belong to it. */
export type Head = {
  readonly text: string
  /** The lowest part of the heading. */
  readonly leaf: string
  /** True where the table has no headings and this is the first line of a form. */
  readonly form: boolean
  readonly role: HeadRole
  readonly kind: 'actual' | 'target' | 'standard' | null
  readonly year: number | null
  /** A year that is told in words alone (上年, 基准年) and that the document does not let us know. */
  readonly unknownYear: 'previous' | 'base' | null
  readonly label: Label
}

const roles = Object.entries(words.roles).map(([role, pattern]) => [role as HeadRole, new RegExp(pattern, 'i')] as const)
const times = new RegExp(words.timeHeads)
const previous = new RegExp(words.previousYear)
const base = new RegExp(words.baseYear)
const reached = new RegExp(words.reachedHeads)
const chineseDigits = '〇一二三四五六七八九'

/** A year that a print names: 2021年, '21年, 2021, 二〇二一年. A range of years or a date names none. */
export function findYear(print: string): number | null {
  const chinese = print.replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (digits) =>
    [...digits].map((digit) => Math.max(0, chineseDigits.indexOf(digit.replace(/[○零]/, '〇')))).join(''),
  )
  if (/(?:19|20)\d{2}年?(?:[-~—–～]|至|到)(?:(?:19|20)?\d{2})/.test(chinese)) return null
  const full = [...chinese.matchAll(/(?<![\d.])((?:19|20)\d{2})(?![\d.])(?!年?(?:不变|可比|价))/g)]
  const years = [...new Set(full.map((match) => Number(match[1])))]
  if (years.length === 1) return years[0] ?? null
  if (years.length > 1) return null
  const short = /['’‘](\d{2})年?/.exec(chinese)
  return short ? 2000 + Number(short[1]) : null
}

/** Reads a heading path (top to bottom) or a row label; years like 基准年 and 上年 are resolved by the document's identity. */
export function readHead(path: readonly string[], vocabulary: Vocabulary, identity: Identity): Head {
  const text = path.join('')
  const leaf = path.at(-1) ?? ''
  const label = labelOf(path, vocabulary)
  const year = findYear(leaf) ?? findYear(text) ?? relativeYear(text, identity)
  const unknownYear = year !== null ? null : previous.test(text) ? 'previous' : base.test(text) ? 'base' : null
  const bare = text.replace(/(?:吨|万吨|千克|公斤|t|kg)标准煤/gi, '')
  const named = label.subject !== undefined
  const own = identity.park !== null && leaf === identity.park
  const role = named || own ? 'value' : year === null && path.some((part) => times.test(part)) ? 'category' : roleOf(leaf, bare, year)
  return { text, leaf, form: false, role, kind: kindOf(role, bare), year, unknownYear, label }
}

function roleOf(leaf: string, text: string, year: number | null): HeadRole {
  const found = roles.find(([, pattern]) => pattern.test(leaf.replace(/标准煤/g, '')))?.[0]
  // 2022年完成情况 holds what was reached, 完成情况 alone whether it was.
  const own = found === 'verdict' && year !== null && reached.test(leaf) ? 'value' : found
  const whole = roles.find(([, pattern]) => pattern.test(text))?.[0]
  if (year !== null && (own === undefined || own === 'value'))
    return whole && ['standard', 'target', 'other', 'growth', 'partial', 'entity'].includes(whole) ? whole : 'value'
  if (own === 'value' && whole && ['standard', 'target', 'other'].includes(whole)) return whole
  if (own === 'target' && /完成值|实际|实现值/.test(leaf)) return 'value'
  return own ?? whole ?? 'unknown'
}

const kindOf = (role: HeadRole, text: string): Head['kind'] => {
  if (role === 'target' || role === 'standard') return role
  return /实际|完成|现状|达到值|实绩|统计值|基准年|基期/.test(text) ? 'actual' : null
}

function labelOf(path: readonly string[], vocabulary: Vocabulary): Label {
  const whole = readLabel(path.join(''), vocabulary)
  if (whole.subject !== undefined) return whole
  const unit = path.map((part) => unitOf(part, vocabulary)).find((found) => found !== null) ?? null
  for (const part of [...path].reverse()) {
    const label = readLabel(part, vocabulary)
    if (label.subject !== undefined) return { ...label, unit: label.unit ?? unit }
  }
  return { ...whole, unit: whole.unit ?? unit }
}

/** A heading's unit: in brackets after its name, or a heading of its own under the name. */
const unitOf = (part: string, vocabulary: Vocabulary): string | null => {
  const dimension = findUnit(part)?.dimension
  return dimension !== undefined && dimension !== 'none' ? part : readLabel(part, vocabulary).unit
}

function relativeYear(text: string, { baseYear, finalYear, year, role }: Identity): number | null {
  const own = year ?? (role === 'plan' || role === 'support_report' ? baseYear : role === 'acceptance_report' ? finalYear : null)
  if (base.test(text)) return baseYear
  if (new RegExp(words.finalYear).test(text)) return finalYear
  if (previous.test(text)) return own === null ? null : own - 1
  if (new RegExp(words.currentYear).test(text)) return own
  return null
}
