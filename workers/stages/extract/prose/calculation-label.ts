import { findUnit } from '../../../../rules/engine/units.ts'
import { indicatorByNumber, type Subject, type Vocabulary } from '../vocabulary.ts'
import { isOwnName } from './sentence/bridge.ts'
import { begin, type Frame } from './sentence/state.ts'
import type { Time } from './times.ts'
import { type Token, tokens } from './tokens.ts'

/** What a calculation is of: its subject, the time and unit printed with the name. [start, end) spans the name and what leads to the sum. */
export type Label = {
  readonly subject: Subject
  readonly time: Time | null
  readonly unit: string | null
  readonly start: number
  readonly end: number
}

const leading =
  /^(?:\([^()]{1,20}\))?(?:的)?(?:[:,]?(?:其)?(?:计算(?:过程|公式|方法|式|结果)?|公式|算式)(?:为|如下|是)?:?|(?:计算)?(?:结果)?为|:|是|即)*[=≈]?/
const byFormula = /公式|算式|计算方法|计算过程|计算式/
const numbering = /^[()\d、.①-⑳]*$/

/** The name that a sentence's calculation is of, if it is the park's: the last before the first equals sign that leads to it. */
export function findLabel(text: string, frame: Frame): Label | undefined {
  const list = tokens(text, frame)
  const equals = list.findIndex((token) => token.kind === 'equals')
  const before = equals < 0 ? list : list.slice(0, equals)
  for (let index = before.length - 1; index >= 0; index--) {
    const found = labelAt(text, list, index, frame)
    if (found) return found
  }
  return numberedLabel(text, before, frame.vocabulary) ?? looseLabel(text, before, frame.vocabulary)
}

function labelAt(text: string, list: readonly Token[], index: number, frame: Frame): Label | undefined {
  const name = list[index]
  if (name?.kind !== 'name' || name.subject === null || name.subject.qualitative) return undefined
  const behind = text.slice(name.end)
  const lead = leading.exec(behind)?.[0] ?? ''
  if (!/[=≈]$/.test(lead) && !/^[(\d[{]/.test(behind.slice(lead.length)) && !byFormula.test(lead)) return undefined
  const before = list.slice(0, index)
  if (before.some((token) => token.kind === 'firm')) return undefined
  const opening = before.findLastIndex(
    (token) => token.kind === 'comma' || token.kind === 'colon' || token.kind === 'close' || token.kind === 'semicolon',
  )
  const clause = before.slice(opening + 1).filter((token) => !numbering.test(token.text))
  if (!isOwnName({ ...begin(list, frame), clause })) return undefined
  const [open, time] = list.slice(index + 1)
  const bracketed = open?.kind === 'open' && time?.kind === 'time' ? time.time : null
  return {
    subject: name.subject,
    time: bracketed ?? lastTime(before),
    unit: bracketUnit(behind),
    start: name.start,
    end: name.end + lead.replace(/[=≈]$/, '').length,
  }
}

/** 指标11：616295吨标准煤÷2476009万元=…: the Standard's number of the indicator. */
function numberedLabel(text: string, before: readonly Token[], vocabulary: Vocabulary): Label | undefined {
  const [lead, no] = /^\(?指标(?:序号|编号)?\(?(\d{1,2})\)?(?:计算(?:过程|公式)?)?[:、](?=[(\d[])/.exec(text) ?? []
  const subject = no === undefined ? undefined : indicatorByNumber(vocabulary, Number(no))
  if (!lead || !subject || subject.qualitative) return undefined
  return { subject, time: lastTime(before), unit: null, start: 0, end: lead.length }
}

/** A name that the vocabulary knows by its parts alone (单位工业增加值新水耗量=…). */
function looseLabel(text: string, before: readonly Token[], vocabulary: Vocabulary): Label | undefined {
  const head = /^(?:\(?\d{0,2}[)、.]?)((?:19|20)\d{2}年)?([一-龥]{4,24}?)(?:\([^()]{1,12}\))?[=≈]/.exec(text)
  const id = head?.[2] === undefined ? undefined : vocabulary.loosely(head[2])
  const subject = id === undefined ? undefined : vocabulary.subjects.get(id)
  if (!head || !subject || subject.qualitative) return undefined
  return { subject, time: lastTime(before), unit: null, start: 0, end: head[0].length - 1 }
}

/** The last time that these tokens name. */
export function lastTime(list: readonly Token[]): Time | null {
  const token = list.findLast((one) => one.kind === 'time')
  return token?.kind === 'time' ? token.time : null
}

/** A unit in brackets at the beginning of a text: （吨标煤/万元）. */
export const bracketUnit = (text: string): string | null => {
  const unit = /^\(([^()\d,。;]{1,12})\)/.exec(text)?.[1]
  return unit !== undefined && findUnit(unit) ? unit : null
}
