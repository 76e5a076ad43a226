import { normalise } from '../../../rules/engine/normalise.ts'
import type { Limit } from '../../../rules/engine/threshold.ts'
import type { Recognition } from '../../../schemas/document.ts'
import { type NumberMention, readNumberCell } from '../extract/numbers.ts'
import alike from './alike.json' with { type: 'json' }
import type { Repaired } from './record.ts'

/** What the cells around say of a number: how many decimals its row's other numbers have, whether its column's numbers carry signs, and the Standard's limits where it quotes one. */
export type Around = { readonly decimals: number | null; readonly signed: boolean; readonly limits: readonly Limit[] }

const sureness = { decided: 0.92, likely: 0.85, open: 0.6 }
const digits: Readonly<Record<string, string>> = alike.digits
const points = Object.entries(alike.points).sort(([a], [b]) => b.length - a.length)
const printed = { '>=': '≥', '<=': '≤' } as const

const numberIn = (print: string): NumberMention | undefined => readNumberCell(normalise(print).text)
const decimalsOf = ({ value }: NumberMention): number => value.split('.')[1]?.length ?? 0
const onlyDigits = (print: string): string => print.replace(/\D/g, '')

/** The print with look-alikes put back: letters for digits, marks for points. */
function putBack(print: string): string {
  const text = points.reduce(
    (done, [read, mark]) => done.replace(new RegExp(`(?<=\\d)${escaped(read)}(?=\\d)`, 'g'), mark),
    print.replace(/\s/g, ''),
  )
  return [...text]
    .map((character) => digits[character] ?? character)
    .join('')
    .replace(/(?<=\d)\.\.+(?=\d)/g, '.')
}
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A cell of numbers whose print is none: what look-alikes make of it, borne out by the second reader or by its row. */
function madeNumber(print: string, { second, confidence }: Recognition, { decimals }: Around): Repaired | undefined {
  if (!/\d/.test(print) || /\p{Script=Han}/u.test(print)) return undefined
  // A mark behind the last digit is a speck where the row's numbers are whole ones; else digits behind it may be lost.
  const end = decimals === 0 ? /(?<=\d)[.:·'。]$/ : /$^/
  const text = [print, second ?? ''].map((one) => putBack(one).replace(end, '')).find((one) => numberIn(one) !== undefined)
  const number = text === undefined ? undefined : numberIn(text)
  if (text === undefined || number === undefined) return undefined
  const borneOut = second !== null && numberIn(putBack(second))?.value === number.value && decimals === decimalsOf(number)
  return { text, why: '此格应为数，形近字符换回', confidence: borneOut ? sureness.likely : Math.min(confidence, sureness.open) }
}

/** Readers that differ by a point only: a point is lost, never made up, and the row's other numbers say where it stands. */
function keptPoint(print: string, { second }: Recognition, { decimals }: Around): Repaired | undefined {
  if (second === null || decimals === null || onlyDigits(print) !== onlyDigits(second)) return undefined
  const pointed = [print, putBack(second)].filter((one) => {
    const number = numberIn(one)
    return number !== undefined && decimals > 0 && decimalsOf(number) === decimals
  })
  const [text] = pointed
  if (pointed.length !== 1 || text === undefined) return undefined
  return { text, why: `两次识别只差小数点，同行各数均为${decimals}位小数`, confidence: sureness.decided }
}

/** The quoted limit of the Standard whose sign was read as a look-alike; its digits are as printed. */
function signedLimit(print: string, { others, second }: Recognition, { limits, signed }: Around): Repaired | undefined {
  const bare = print.replace(/\s/g, '')
  for (const { operator, value } of limits) {
    if (value === null || (operator !== '>=' && operator !== '<=') || numberIn(print)?.operator === operator) continue
    const text = printed[operator] + value.toFixed()
    const readSo = [second ?? '', ...others].some((other) => normalise(other).text === normalise(text).text)
    const behind = alike.signs[operator].find((look) => bare === look + value.toFixed())
    if (readSo) return { text, why: `另一读法与标准值${text}相同`, confidence: sureness.likely }
    if (behind !== undefined && signed)
      return { text, why: `“${behind}”与“${printed[operator]}”形近，同列各数带符号，与标准值相同`, confidence: sureness.likely }
  }
  return undefined
}

/** A sign in the cell of a reached value, whose neighbours have none: part of a digit, perhaps. Nothing tells which: only the doubt is noted. */
function strangeSign(print: string, { confidence }: Recognition, { limits, signed }: Around): Repaired | undefined {
  if (limits.length > 0 || signed || !/^[<>≤≥]/.test(normalise(print).text)) return undefined
  return { text: print, why: '', confidence: Math.min(confidence, sureness.open) }
}

/** A point before three last digits that an engine may have seen as a comma: 75.833, perhaps 75,833. Only where the row's numbers have three decimals is it surely one. */
function pointOrComma(print: string, { others, confidence }: Recognition, { decimals }: Around): Repaired | undefined {
  const bare = print.replace(/\s/g, '')
  if (decimals === 3 || !/^[1-9]\d{0,2}\.\d{3}$/.test(bare)) return undefined
  const asComma = others.some((other) => normalise(other).text.replace(/\s/g, '') === bare.replace('.', ','))
  return asComma ? { text: print, why: '', confidence: Math.min(confidence, sureness.open) } : undefined
}

/** Decides between readings of a numeric cell that look alike, by what stands around it. undefined where there is nothing to decide, or nothing decides. */
export function repairNumber(print: string, recognition: Recognition, around: Around): Repaired | undefined {
  const limited = signedLimit(print, recognition, around)
  if (limited !== undefined) return limited
  if (numberIn(print) === undefined) return madeNumber(print, recognition, around)
  return keptPoint(print, recognition, around) ?? strangeSign(print, recognition, around) ?? pointOrComma(print, recognition, around)
}
