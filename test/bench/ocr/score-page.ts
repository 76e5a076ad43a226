import { isNumber } from '../../scans/damage/damage.ts'
import type { Truth, TruthTable } from '../../scans/page.ts'
import { editDistance } from './edit-distance.ts'

export type ReadCell = { row: number; column: number; text: string; confidence: number }
/** What a reader made of a file: tables where it finds them, and text outside them; or text alone. */
export type Read = { tables: { cells: ReadCell[] }[]; text: string }

/** Numeric cells asked for and right, thresholds (≥30) among them; `sure` counts wrong ones that the reader was sure of. */
export type Score = {
  numbers: number
  right: number
  thresholds: number
  thresholdsRight: number
  sure: number
  labels: number
  labelErrors: number
  characters: number
  errors: number
  notes: string[]
}

export const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').replaceAll('−', '-')
const sureFrom = 0.9
const isThreshold = (text: string): boolean => /^[≥≤<>]/.test(bare(text))

const empty = (): Score => ({
  ...{ numbers: 0, right: 0, thresholds: 0, thresholdsRight: 0, sure: 0 },
  ...{ labels: 0, labelErrors: 0, characters: 0, errors: 0, notes: [] },
})

/** A reader that finds tables: every number must stand in its own row and column. */
export function scoreTables(truth: Truth, read: Read): Score {
  const score = empty()
  for (const table of truth.tables) {
    const cells = cellsOf(table, read.tables)
    for (const { row, column, text } of table.cells) {
      const found = cells.get(`${row}:${column}`)
      const same = bare(found?.text ?? '') === bare(text)
      if (!isNumber(text)) {
        score.labels += bare(text).length
        score.labelErrors += Math.min(bare(text).length, editDistance(bare(found?.text ?? ''), bare(text)))
        continue
      }
      count(score, text, same)
      if (same) continue
      if (found && found.text !== '' && found.confidence >= sureFrom) score.sure++
      score.notes.push(
        `row ${row} column ${column}: ${text} read as ${found ? `«${found.text}» (${found.confidence.toFixed(2)})` : 'nothing'}`,
      )
    }
  }
  return score
}

/** A reader of text alone: a number is right where it stands anywhere in the text, each print counting once. */
export function scoreNumbersInText(truth: Truth, text: string): Score {
  const score = empty()
  const words = new Map<string, number>()
  for (const word of text.split(/[\s|]+/)) words.set(bare(word), (words.get(bare(word)) ?? 0) + 1)
  for (const cell of truth.tables.flatMap(({ cells }) => cells)) {
    if (!isNumber(cell.text)) continue
    const left = words.get(bare(cell.text)) ?? 0
    count(score, cell.text, left > 0)
    words.set(bare(cell.text), left - 1)
  }
  return score
}

function count(score: Score, text: string, right: boolean): void {
  score.numbers++
  if (right) score.right++
  if (!isThreshold(text)) return
  score.thresholds++
  if (right) score.thresholdsRight++
}

/** Running text: how many characters are wrong, page numbers aside. */
export function scoreProse(truth: Truth, text: string): Score {
  const due = bare(truth.lines.join(''))
  const got = bare(text).replace(/[—–\-_一]+\d+[—–\-_一]+$/, '')
  return { ...empty(), characters: due.length, errors: editDistance(got, due) }
}

/** The cells of the table that fits best, moved by the rows and columns that it may have more or less at its top left. */
function cellsOf(truth: TruthTable, tables: Read['tables']): Map<string, ReadCell> {
  let [best, most] = [new Map<string, ReadCell>(), -1]
  for (const { cells } of tables)
    for (const down of [0, -1, 1, -2, 2])
      for (const aside of [0, -1, 1]) {
        const moved = new Map(cells.map((cell) => [`${cell.row + down}:${cell.column + aside}`, cell]))
        const fits = truth.cells.filter(({ row, column, text }) => bare(moved.get(`${row}:${column}`)?.text ?? '') === bare(text)).length
        if (fits > most) [best, most] = [moved, fits]
      }
  return best
}

export function sum(scores: readonly Score[]): Score {
  const total = empty()
  for (const score of scores) {
    for (const key of Object.keys(total) as (keyof Score)[]) if (key !== 'notes') total[key] += score[key]
    total.notes.push(...score.notes)
  }
  return total
}
