import { type Label, readLabel } from '../label.ts'
import { readNumberCell } from '../numbers.ts'
import { isPlaceholder } from '../vocabulary.ts'
import type { Columns } from './columns.ts'
import type { TableContext } from './context.ts'
import type { Grid } from './grid.ts'
import { findYear, type Head, readHead } from './head.ts'
import { amongKin } from './kin.ts'
import { indicatorNumbered, numberBefore } from './known-rows.ts'
import type { Above } from './read-table.ts'
import words from './words.json' with { type: 'json' }

/** What the cells before the values say of a row: a subject's name, or (in a turned table) a year or kind. */
export type RowLabel = {
  readonly head: Head
  readonly label: Label
  /** The subject that the row is about; undefined where its name is none. */
  readonly subject: string | null | undefined
  /** True where the row belongs to the park itself: no firm's, place's or month's name stands in it. */
  readonly ofPark: boolean
  /** The year that a column 年份 gives this row, in a table with one value a row. */
  readonly year: number | null
  /** The number in a column 序号 before the name. */
  readonly number: number | null
}

const ownPark = new RegExp(words.labelsOfOwnPark)
const times = new RegExp(words.timeHeads)

/** Reads the names of one row; undefined for a row without any. */
export function readRow(
  grid: Grid,
  row: number,
  labelColumn: number,
  { heads, labels }: Columns,
  context: TableContext,
  above: Above,
): RowLabel | undefined {
  const print = grid.text(row, labelColumn)
  if (!print) return undefined
  const { vocabulary, identity } = context
  const label = readLabel(print, vocabulary)
  const before = [
    heads[labelColumn]?.role === 'label' ? '' : (heads[labelColumn]?.label.name ?? ''),
    ...textsBefore(grid, row, labelColumn, heads),
  ]
  const number = numberBefore(grid, row, labelColumn)
  const parents = [...before, above.parents.get(labelColumn) ?? '']
  const unknown = () =>
    subjectInContext(label.name, parents, context) ??
    (above.known.numbered ? indicatorNumbered(number, label.name, vocabulary) : undefined) ??
    amongKin(label.name, parents, above.known, context)
  const subject = label.subject === undefined ? unknown() : label.subject
  const leads = label.subject !== undefined || subject === undefined
  if (leads && !/^其中|^[#+—-]/.test(print)) above.parents.set(labelColumn, label.name)
  const head = readHead([print], vocabulary, identity)
  const ofPark = isOfPark(grid, row, heads, context)
  return { head, label, subject, ofPark, year: yearBeside(grid, row, heads, labels), number }
}

/** A short name under a heading that says what of it: the category before it, the row above, the caption or section. */
function subjectInContext(name: string, before: readonly string[], { vocabulary, caption, section }: TableContext): string | undefined {
  for (const parent of before) {
    if (!parent) continue
    for (const joined of [parent + name, name + parent]) {
      const subject = readLabel(joined, vocabulary).subject
      if (subject) return subject
    }
    const subject = vocabulary.inContext(name, parent)
    if (subject) return subject
  }
  return vocabulary.inContext(name, caption) ?? vocabulary.inContext(name, section ?? '')
}

/** The words left of a name, up to the values of another half of the table. */
function textsBefore(grid: Grid, row: number, labelColumn: number, heads: readonly Head[]): string[] {
  const texts: string[] = []
  for (let column = labelColumn - 1; column >= 0; column--) {
    const text = grid.text(row, column)
    if (heads[column]?.year != null) break
    if (text && !/^\d+(?:\.\d+)*$/.test(text)) texts.push(text)
  }
  return texts
}

/** What the row prints under 年份, where that is a column beside the names. */
function yearBeside(grid: Grid, row: number, heads: readonly Head[], labels: readonly number[]): number | null {
  const column = heads.findIndex((head, at) => head.year === null && times.test(head.text) && !labels.includes(at))
  return column < 0 ? null : findYear(grid.text(row, column))
}

function isOfPark(grid: Grid, row: number, heads: readonly Head[], { identity }: TableContext): boolean {
  return heads.every((head, column) => {
    if (head.role !== 'entity' && head.role !== 'unknown') return true
    const text = grid.text(row, column)
    if (head.role === 'unknown' && column > 0) return true
    if (!text || isPlaceholder(text) || readNumberCell(text) || ownPark.test(text)) return true
    if (head.role === 'unknown') return true
    return identity.park !== null && (identity.park.includes(text) || text.includes(identity.park))
  })
}
