import { intervalOf, toSpan } from '../../../../rules/engine/interval.ts'
import type { Sum } from '../../../../schemas/reading.ts'
import { evidenceOfCell } from '../evidence.ts'
import { readLabel } from '../label.ts'
import { readNumberCell } from '../numbers.ts'
import type { Columns } from './columns.ts'
import type { TableContext } from './context.ts'
import { type Grid, lineOf } from './grid.ts'
import type { Segment } from './segments.ts'

/** Parts of a year that must all be there before they are held against the whole year. */
const complete: readonly RegExp[][] = [
  [/上半年/, /下半年/],
  [/一季|1季/, /二季|2季/, /三季|3季/, /四季|4季/],
]

/** 上半年 + 下半年 (or four quarters) against 全年 beside them, for the rows whose subject is a sum over the year. */
export function readPeriodSums(
  grid: Grid,
  segment: Segment,
  { heads, labels }: Columns,
  { owner, vocabulary, section }: TableContext,
): Sum[] {
  const groups = groupsOf(heads.map((head) => head.text))
  if (groups.length === 0) return []
  const sums: Sum[] = []
  for (let row = segment.bodyStart; row < segment.end; row++) {
    const subject = readLabel(grid.text(row, labels[0] ?? 0), vocabulary).subject
    if (!subject || !vocabulary.subjects.get(subject)?.flow) continue
    for (const { whole, parts } of groups) {
      const line = lineOf(grid, row)
      const at = (column: number) => {
        const cell = grid.at(row, column)
        const number = readNumberCell(grid.text(row, column))
        if (!cell || !number) return undefined
        return {
          label: heads[column]?.text ?? '',
          raw: cell.text,
          interval: toSpan(intervalOf(number.value)),
          evidence: evidenceOfCell(grid.table, cell, line, section),
        }
      }
      const total = at(whole)
      const items = parts.map(at)
      if (!total || items.some((item) => item === undefined)) continue
      sums.push({
        document: owner.document,
        label: grid.text(row, labels[0] ?? 0),
        parts: items.flatMap((item) => item ?? []),
        total,
        unit: null,
        completeness: 'all',
      })
    }
  }
  return sums
}

/** Columns 全年 with the columns of its parts, under the same heading above them. */
function groupsOf(texts: readonly string[]): { whole: number; parts: number[] }[] {
  return texts.flatMap((text, whole) => {
    if (!/全年|年度合计|^合计$/.test(text)) return []
    const above = text.replace(/全年|年度合计|合计/, '')
    for (const names of complete) {
      const parts = names.map((name) =>
        texts.findIndex((other) => name.test(other) && other.replace(name, '').replace(/度$|^第/, '') === above),
      )
      if (parts.every((column) => column >= 0)) return [{ whole, parts }]
    }
    return []
  })
}
