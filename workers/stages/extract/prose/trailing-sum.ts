import { toSpan } from '../../../../rules/engine/interval.ts'
import { conversion, findUnit } from '../../../../rules/engine/units.ts'
import type { Sum } from '../../../../schemas/reading.ts'
import { intervalIn } from '../count-interval.ts'
import type { Owner } from '../make-fact.ts'
import { type NumberMention, readNumbers } from '../numbers.ts'
import type { Spot } from './make.ts'
import { evidenceOf, printOf } from './place.ts'

const totals = /^(?:合计|共计|总计|合共|总共|一共|共)(?:有|为|达|是)?(?=\d)/
/** Words that leave it open whether the parts before a total are all of them, each once, and to be added. */
const open = /等|重复|交叉|兼|其中|主要|约|近|超|余|以上|左右|累计|关停|退出|减少|淘汰|扣除|比|较|同比|增长|下降/

type Part = { readonly label: string; readonly number: NumberMention; readonly start: number; readonly end: number }

/** Shares add up, to the whole; 占 before anything else tells of something besides. */
const shares = (text: string, unit: string | null): boolean => !/占/.test(text) || unit === '%'

/** One clause that is a label and a number with its unit, and nothing behind them: 磷化工23家. */
function partOf(clause: string, start: number): Part | undefined {
  const [number, more] = readNumbers(clause)
  if (!number || more || number.unit === null || number.range || number.approximate || number.operator !== null) return undefined
  const label = clause.slice(0, number.start).replace(/(?:占比?|为|有|达|:)$/, '')
  if (label.length < 2 || /\d/.test(label) || !/^次?$/.test(clause.slice(number.end))) return undefined
  return { label, number, start: start + number.start, end: start + number.end }
}

function clausesOf(text: string): { text: string; start: number }[] {
  return [...text.matchAll(/[^,;、。()]+/g)].map((match) => ({ text: match[0], start: match.index }))
}

/**
 * Parts that a sentence lists and then adds up (甲类14家、乙类9家、丙类3家，合计26家). Conservative: at least two parts in a row right
 * before the total, all in its unit, with no word that leaves open whether they are all.
 */
export function findTrailingSum({ document }: Owner, spot: Spot): Sum | undefined {
  const clauses = clausesOf(spot.text)
  const at = clauses.findIndex((clause) => totals.test(clause.text))
  const last = clauses[at]
  if (last === undefined || open.test(spot.text.slice(0, last.start + last.text.length))) return undefined
  const [whole, more] = readNumbers(last.text)
  if (!shares(spot.text.slice(0, last.start), whole?.unit ?? null)) return undefined
  if (!whole || more || whole.unit === null || whole.approximate || !findUnit(whole.unit) || !/^次?$/.test(last.text.slice(whole.end)))
    return undefined
  const parts: Part[] = []
  for (let index = at - 1; index >= 0; index--) {
    const clause = clauses[index]
    const part = clause === undefined ? undefined : partOf(clause.text, clause.start)
    if (clause === undefined || part === undefined || conversion(part.number.unit ?? '', whole.unit) === undefined) {
      // A clause with numbers that are no part leaves the list unclear; one without is its lead-in.
      if (clause !== undefined && parts.length > 0 && readNumbers(clause.text).some(({ unit }) => unit === whole.unit)) return undefined
      break
    }
    parts.unshift(part)
  }
  if (parts.length < 2) return undefined
  const place = (start: number, end: number) => {
    const value = { start: spot.start + start, end: spot.start + end }
    return { raw: printOf(spot.passage, value), evidence: evidenceOf(spot.passage, value, value, spot) }
  }
  const label = last.text.slice(0, whole.start)
  return {
    document,
    label: parts.map((part) => part.label).join('、'),
    unit: whole.unit,
    total: { label, interval: toSpan(intervalIn(whole.value, whole.unit)), ...place(last.start + whole.start, last.start + whole.end) },
    parts: parts.map(({ label: name, number, start, end }) => ({
      label: name,
      interval: toSpan(intervalIn(number.value, number.unit, conversion(number.unit ?? '', whole.unit ?? '') ?? 1)),
      ...place(start, end),
    })),
    completeness: 'all',
  }
}
