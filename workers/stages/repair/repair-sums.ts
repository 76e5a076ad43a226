import { SURE } from '../../../rules/engine/agree-facts.ts'
import { plus } from '../../../rules/engine/evaluate-interval.ts'
import { exactly, fromSpan, type Interval, overlap } from '../../../rules/engine/interval.ts'
import { normalise } from '../../../rules/engine/normalise.ts'
import type { Cell, ParsedDocument } from '../../../schemas/document.ts'
import type { Sum } from '../../../schemas/reading.ts'
import { bareNumber } from '../bare-number.ts'
import { intervalIn } from '../extract/count-interval.ts'
import { extract } from '../extract/index.ts'
import { readNumberCell } from '../extract/numbers.ts'
import { type Repaired, repairedCell } from './record.ts'
import type { Knowledge } from './repair-table.ts'

/** One addition bears out a reading: likely, but what rests on it accuses nobody. */
const sureness = 0.85

type Print = Sum['parts'][number]

/** What the other of two readers saw in a cell, where they differ and nothing has decided yet. */
function otherReading({ text, recognition }: Cell): string | undefined {
  if (recognition === undefined || recognition.second === null || recognition.confidence >= SURE) return undefined
  return [recognition.second, recognition.read].find((print) => bareNumber(print) !== bareNumber(text))
}

const middle = ({ low, high }: Interval) => low.plus(high).div(2)

/** How a sum stands with another interval in the place of one of its prints: to the last digit, within what rounding allows, or not at all. */
function standing({ parts, total }: Sum, place: Print, interval: Interval): 'exact' | 'near' | 'wrong' {
  const of = (print: Print) => (print === place ? interval : fromSpan(print.interval))
  const added = parts.map(of).reduce(plus, exactly(0))
  if (middle(added).eq(middle(of(total)))) return 'exact'
  return overlap(added, of(total)) ? 'near' : 'wrong'
}

/** The one print of a complete sum that was not surely read; undefined where all were, or several were not: these may make up for each other. */
function onlyDoubtful({ parts, total, completeness }: Sum): Print | undefined {
  const doubtful = [...parts, total].filter(({ evidence }) => (evidence.confidence ?? 1) < SURE)
  return completeness === 'all' && doubtful.length === 1 ? doubtful[0] : undefined
}

/** The reading with which a sum adds up to the last digit, where it does not at all with the other. */
function settle(sum: Sum, print: Print, cell: Cell, other: string): Repaired | undefined {
  const number = readNumberCell(normalise(other).text)
  if (number === undefined || number.range || number.approximate || number.operator !== null) return undefined
  const own = standing(sum, print, fromSpan(print.interval))
  const others = standing(sum, print, intervalIn(number.value, number.unit ?? sum.unit))
  const chosen = own === 'exact' && others === 'wrong' ? cell.text : others === 'exact' && own === 'wrong' ? other : undefined
  if (chosen === undefined) return undefined
  const why = `两次识别不同，取与“${sum.total.label}”加和相符的一读`
  return { text: chosen, why, confidence: Math.max(sureness, cell.confidence) }
}

const hasDoubt = ({ blocks }: ParsedDocument) =>
  blocks.some((block) => block.kind === 'table' && block.cells.some((cell) => otherReading(cell) !== undefined))

/**
 * Decides between two readers of a number by the total that it is a part of, or the parts that it is the total of, all of which were surely
 * read. Only with one of the two readings may the sum add up: a sum that is wrong with both is a finding, not a misreading.
 */
export function repairSums(document: ParsedDocument, { identity, standard }: Knowledge): ParsedDocument {
  if (!hasDoubt(document)) return document
  const { sums } = extract('', document, identity, standard)
  const blocks = document.blocks.map((block) => {
    if (block.kind !== 'table') return block
    const cells = block.cells.map((cell) => {
      const other = otherReading(cell)
      if (other === undefined) return cell
      for (const sum of sums) {
        const print = onlyDoubtful(sum)
        const { table, row, column } = print?.evidence ?? {}
        const repaired =
          print && table === block.table && row === cell.row && column === cell.column ? settle(sum, print, cell, other) : undefined
        if (repaired !== undefined) return repairedCell(cell, repaired)
      }
      return cell
    })
    return { ...block, cells }
  })
  return { ...document, blocks }
}
