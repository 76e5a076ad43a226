import { toSpan } from '../../../../rules/engine/interval.ts'
import { conversion, findUnit } from '../../../../rules/engine/units.ts'
import type { Sum } from '../../../../schemas/reading.ts'
import { intervalIn } from '../count-interval.ts'
import type { Owner } from '../make-fact.ts'
import { type NumberMention, readNumbers } from '../numbers.ts'
import type { Spot } from './make.ts'
import { evidenceOf, printOf } from './place.ts'

const splits = /(?:其中|包括|分为|分别为|由)[:,]?/
const total = /(?:合计|共计|总计|共有|总量|共|总)[^\d,;]{0,12}$/
const all = /(?:分为|由|构成|组成|分为以下)/
const other = /占|比|较|同比|增长|下降|提高|降低|减少|增加|率|约|近|超|余|以上|左右/

/**
 * A printed total and its printed parts in one sentence (合计A，其中B …、C …). Conservative: the parts fill the rest of the
 * sentence, each once with its own unit of the total's kind; they must make the total only where the words say so.
 */
export function findSum({ document }: Owner, spot: Spot): Sum | undefined {
  const cut = splits.exec(spot.text)
  if (!cut || !/其中|包括|分为/.test(cut[0])) return undefined
  const head = spot.text.slice(0, cut.index)
  const tail = spot.text.slice(cut.index + cut[0].length).replace(/[。;].*$/, '')
  const whole = readNumbers(head)
    .filter((number) => number.unit !== null && findUnit(number.unit))
    .at(-1)
  if (!whole || !total.test(head.slice(0, whole.start)) || !/^[,:(]?$/.test(head.slice(whole.end)) || other.test(tail) || whole.approximate)
    return undefined
  const parts = tail.split(/[,、]|以及|和|及/).filter((part) => part !== '')
  const from = cut.index + cut[0].length
  const read: { label: string; number: NumberMention }[] = []
  let at = from
  for (const part of parts) {
    const start = spot.text.indexOf(part, at)
    at = start + part.length
    const [number, more] = readNumbers(part)
    const factor = number?.unit && whole.unit ? conversion(number.unit, whole.unit) : undefined
    if (!number || more || factor === undefined || number.range || part.slice(number.end) !== '') return undefined
    const label = part.slice(0, number.start).replace(/(?:为|有|达|:)$/, '')
    if (label.length < 2) return undefined
    read.push({
      label,
      number: {
        ...number,
        start: number.start + start,
        end: number.end + start,
        digitsStart: number.digitsStart + start,
        digitsEnd: number.digitsEnd + start,
      },
    })
  }
  if (read.length < 2) return undefined
  const place = (number: NumberMention) => {
    const value = { start: spot.start + number.start, end: spot.start + number.end }
    return { raw: printOf(spot.passage, value), evidence: evidenceOf(spot.passage, value, value, spot) }
  }
  const label = head.slice(Math.max(head.lastIndexOf(',') + 1, 0), whole.start)
  return {
    document,
    label,
    unit: whole.unit,
    total: { label, interval: toSpan(intervalIn(whole.value, whole.unit)), ...place(whole) },
    parts: read.map((part) => ({
      label: part.label,
      interval: toSpan(intervalIn(part.number.value, part.number.unit, conversion(part.number.unit ?? '', whole.unit ?? '') ?? 1)),
      ...place(part.number),
    })),
    completeness: all.test(cut[0]) ? 'all' : 'some',
  }
}
