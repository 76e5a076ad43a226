import { unitPrefixes, unitSpellings } from '../../../rules/engine/units.ts'
import { chineseNumbersIn } from './chinese-numbers.ts'

/** A number as it stands in normalised text: [start, end) spans sign, digits and unit. */
export type NumberMention = {
  readonly start: number
  readonly end: number
  /** Where the digits themselves stand, sign included. */
  readonly digitsStart: number
  readonly digitsEnd: number
  /** A plain decimal with the printed number of decimals. */
  readonly value: string
  readonly unit: string | null
  readonly operator: '>=' | '<=' | '>' | '<' | '=' | null
  /** 约, 近, 超, 左右 … around the number. */
  readonly approximate: boolean
  /** One end of a printed range (0.3~0.5): it states no single value. */
  readonly range: boolean
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const one = `(?:${unitPrefixes.map(literally).join('|')})?(?:${unitSpellings.map(literally).join('|')})`
const unitPattern = `${one}(?:/(?:${one}|年|a(?![a-z])))?`
const unitAfter = new RegExp(` ?(?:\\((${unitPattern})\\)|(${unitPattern}))(?![a-z])`, 'iy')
const digits = /\d{1,3}(?:[,\u2009]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/g

const before: readonly [RegExp, NumberMention['operator']][] = [
  [/(?:≥|>=|≧|⩾|不低于|不少于|不小于|大于等于|大于或等于|达到或超过|至少)$/, '>='],
  [/(?:≤|<=|≦|⩽|不高于|不超过|不大于|不多于|小于等于|小于或等于|控制在|至多)$/, '<='],
  [/(?:>|大于|高于)$/, '>'],
  [/(?:<|小于|低于)$/, '<'],
  [/=$/, '='],
]
const operatorAfter: readonly [RegExp, NumberMention['operator']][] = [
  [/^(?:及|或)?以上/, '>='],
  [/^(?:及|或)?(?:以下|以内|之内)/, '<='],
]
const aboutBefore = /(?:约为?|大约|近|将近|接近|超过?|超出|逾|突破|多达|大概|估计|预计)$/
const aboutAfter = /^(?:左右|上下|余|多(?![年项元])|以上|以下|以内)/
const rangeMark = /^(?:[~～—]|–|至|到|-)(?=[-≥≤]?\d)/
const rangeBefore = new RegExp(`\\d ?(?:${unitPattern})?(?:[~～—]+|–|至|到|-)$`, 'i')

/** Every number of a normalised text with its sign, unit and qualifiers. Digits inside words (CO2, PM2.5, m3) are none. */
export function readNumbers(text: string): NumberMention[] {
  const inWords = spelledNumbers(text)
  const inDigits = digitNumbers(text)
  return inWords.length === 0 ? inDigits : [...inDigits, ...inWords].sort((a, b) => a.start - b.start)
}

function digitNumbers(text: string): NumberMention[] {
  const mentions: NumberMention[] = []
  for (const match of text.matchAll(digits)) {
    let start = match.index
    const digitsEnd = start + match[0].length
    const previous = text[start - 1] ?? ''
    if (/[A-Za-z_]/.test(previous) || (previous === '.' && /\d/.test(text[start - 2] ?? ''))) continue
    if (/^\.\d/.test(text.slice(digitsEnd))) continue
    let sign = ''
    if ((previous === '-' || previous === '负') && !/[\dA-Za-z%年月日)]/.test(text[start - 2] ?? '')) {
      sign = '-'
      start -= 1
    }
    const digitsStart = start
    unitAfter.lastIndex = digitsEnd
    const unit = unitAfter.exec(text)
    const end = unit ? digitsEnd + unit[0].length : digitsEnd
    const head = text.slice(Math.max(0, start - 8), start)
    const tail = text.slice(end, end + 6)
    const operator =
      before.find(([pattern]) => pattern.test(head))?.[1] ?? operatorAfter.find(([pattern]) => pattern.test(tail))?.[1] ?? null
    mentions.push({
      start,
      end,
      digitsStart,
      digitsEnd,
      value: sign + match[0].replace(/[,\u2009]/g, ''),
      unit: unit?.[1] ?? unit?.[2] ?? null,
      operator,
      approximate: aboutBefore.test(head.replace(/(?:了|到|为)$/, '')) || aboutAfter.test(tail),
      range:
        rangeMark.test(text.slice(end)) ||
        rangeMark.test(text.slice(digitsEnd)) ||
        rangeBefore.test(text.slice(Math.max(0, start - 16), start)),
    })
  }
  return mentions
}

/** Numbers in Chinese numerals: 百分之九十二点五, 三十五家. */
const spelledNumbers = (text: string): NumberMention[] =>
  chineseNumbersIn(text).map(({ start, end, value, unit }) => ({
    ...{ start, end, value, unit, digitsStart: start, digitsEnd: end - (unit === '%' ? 0 : unit.length), range: false },
    operator: operatorAfter.find(([pattern]) => pattern.test(text.slice(end)))?.[1] ?? null,
    approximate: aboutBefore.test(text.slice(Math.max(0, start - 4), start)) || aboutAfter.test(text.slice(end, end + 6)),
  }))

/** What a whole cell states: one number with its qualifiers and nothing else but the unit; undefined for any other print. */
export function readNumberCell(text: string): NumberMention | undefined {
  const bare = text.replace(/(?<=\d) (?=\d{3}(?:\D|$))/g, '')
  const found = readNumbers(bare)
  const only = found[0]
  if (found.length !== 1 || !only) return undefined
  const rest = bare.slice(0, only.start) + bare.slice(only.end)
  return /^(?:完成|达到?|实现|为|共计?|≥|>=|≧|⩾|≤|<=|≦|⩽|>|<|=|约|近|超|左右|以上|以下|不低于|不少于|不高于|不超过|不大于|不小于|大于等于|小于等于|大于|小于|及|或|[*()\s])*$/.test(
    rest,
  )
    ? only
    : undefined
}
