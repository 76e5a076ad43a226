import { allLimits } from '../../../rules/engine/threshold.ts'
import type { Cell, Table } from '../../../schemas/document.ts'
import type { Standard } from '../../../schemas/edition.ts'
import type { Identity } from '../../../schemas/reading.ts'
import { readLabel } from '../extract/label.ts'
import { readNumberCell } from '../extract/numbers.ts'
import { type Columns, readColumns } from '../extract/table/columns.ts'
import { type Grid, layOut } from '../extract/table/grid.ts'
import type { HeadRole } from '../extract/table/head.ts'
import { cutSegments, type Segment } from '../extract/table/segments.ts'
import { isPlaceholder, type Subject, type Vocabulary } from '../extract/vocabulary.ts'
import { repairedCell } from './record.ts'
import { repairName } from './repair-name.ts'
import { type Around, repairNumber } from './repair-number.ts'
import { repairUnit } from './repair-unit.ts'

/** What a repair leans on: the Standard, its names, and what the document is. */
export type Knowledge = { readonly standard: Standard; readonly vocabulary: Vocabulary; readonly identity: Identity }

const sureFrom = 0.9
const numeric: ReadonlySet<HeadRole> = new Set(['value', 'target', 'standard'])

/** A table read from a picture, with its names, units and numbers repaired where what stands around decides; each change is recorded in its cell. */
export function repairTable(table: Table, knowledge: Knowledge): Table {
  if (!table.cells.some(({ recognition }) => recognition !== undefined)) return table
  const named = { ...table, cells: table.cells.map((cell) => withKnownName(cell, knowledge)) }
  const changed = new Map<Cell, Cell>()
  const grid = layOut(named)
  for (const segment of cutSegments(grid, knowledge.vocabulary)) {
    const columns = readColumns(grid, segment, knowledge.vocabulary, knowledge.identity)
    const places = placesOf(grid, segment, columns, knowledge)
    for (const place of places) changed.set(place.cell, repairedAt(place, grid, segment, columns, knowledge))
    const now = (cell: Cell): Cell => changed.get(cell) ?? cell
    for (const { cell, row, role, name } of places) {
      if (!numeric.has(role)) continue
      const unit = places.find((one) => one.row === row && one.role === 'unit')
      changed.set(cell, withRepairsOf(now(cell), [now(name), ...(unit ? [now(unit.cell)] : [])]))
    }
  }
  return { ...named, cells: named.cells.map((cell) => changed.get(cell) ?? cell) }
}

function withKnownName(cell: Cell, { vocabulary }: Knowledge): Cell {
  if (cell.recognition === undefined || readNumberCell(cell.text)) return cell
  const repaired = repairName(cell.text, cell.recognition, vocabulary)
  return repaired === undefined ? cell : repairedCell(cell, repaired)
}

type Place = {
  readonly cell: Cell
  readonly row: number
  readonly column: number
  readonly role: HeadRole
  readonly subject: Subject
  readonly name: Cell
}

/** Every recognised cell of a row or column that is about a subject. */
function placesOf(grid: Grid, segment: Segment, columns: Columns, knowledge: Knowledge): Place[] {
  const places: Place[] = []
  for (let row = segment.bodyStart; row < segment.end; row++)
    for (let column = 0; column < grid.columns; column++) {
      const cell = grid.at(row, column)
      if (cell?.recognition === undefined || !grid.starts(row, column) || isPlaceholder(cell.text)) continue
      const about = subjectAt(grid, row, column, segment, columns, knowledge)
      if (about !== undefined) places.push({ cell, row, column, ...about })
    }
  return places
}

/** What a place is about, by its row's name or else by its column's heading, with the cell that names it. */
function subjectAt(
  grid: Grid,
  row: number,
  column: number,
  { bodyStart }: Segment,
  { heads, labels }: Columns,
  { vocabulary }: Knowledge,
): Pick<Place, 'role' | 'subject' | 'name'> | undefined {
  const label = labels.findLast((one) => one <= column) ?? labels[0] ?? 0
  const byRow = vocabulary.subjects.get(readLabel(grid.text(row, label), vocabulary).subject ?? '')
  const subject = byRow ?? vocabulary.subjects.get(heads[column]?.label.subject ?? '')
  const name = byRow === undefined ? grid.at(bodyStart - 1, column) : grid.at(row, label)
  if (subject === undefined || name === undefined) return undefined
  const role = byRow === undefined ? 'value' : column === label ? 'label' : (heads[column]?.role ?? 'unknown')
  return { role, subject, name }
}

function repairedAt(
  { cell, row, column, role, subject, name }: Place,
  grid: Grid,
  segment: Segment,
  columns: Columns,
  { standard }: Knowledge,
): Cell {
  const { recognition } = cell
  if (recognition === undefined) return cell
  if (role === 'unit' || role === 'label') return withUnit(cell, role === 'unit' ? cell.text : bracketed(cell.text), subject)
  if (!numeric.has(role) || subject.qualitative) return cell
  const around: Around = {
    decimals: decimalsAround(grid, row, column, columns),
    signed: othersSigned(grid, segment, row, column),
    limits: role === 'standard' ? standard.indicators.filter(({ id }) => id === subject.id).flatMap(allLimits) : [],
  }
  const repaired = repairNumber(cell.text, recognition, around)
  const own = withUnit(repaired === undefined ? cell : repairedCell(cell, repaired), cell.text.replace(/^[^\d]*[\d.,]+/, ''), subject)
  const doubt = name.recognition?.repairs === undefined ? 1 : name.recognition.confidence
  return own.recognition === undefined || own.recognition.confidence <= doubt
    ? own
    : { ...own, confidence: Math.min(own.confidence, doubt), recognition: { ...own.recognition, confidence: doubt } }
}

/** A value tells of the repairs to its name and unit, too. */
function withRepairsOf(cell: Cell, others: readonly Cell[]): Cell {
  const repairs = others.flatMap(({ recognition }) => recognition?.repairs ?? [])
  const { recognition } = cell
  return recognition === undefined || repairs.length === 0
    ? cell
    : { ...cell, recognition: { ...recognition, repairs: [...(recognition.repairs ?? []), ...repairs] } }
}

const bracketed = (text: string): string => /[(（]([^()（）]+)[)）]\s*$/.exec(text)?.[1] ?? ''

/** The unit in a cell's text by its look-alike that measures the subject. */
function withUnit(cell: Cell, print: string, subject: Subject): Cell {
  const bare = print.replace(/\s/g, '')
  const unit = repairUnit(bare, cell.text === print ? (cell.recognition?.others ?? []) : [], subject)
  if (unit === undefined || cell.recognition === undefined) return cell
  const at = cell.text.lastIndexOf(print)
  const text = cell.text.slice(0, at) + unit + cell.text.slice(at + print.length)
  return repairedCell(cell, { text, why: `“${bare}”不是${subject.zh}的单位，形近的“${unit}”才是`, confidence: cell.recognition.confidence })
}

/** The decimals that all the other surely read values of a row have; null where they differ or there is but one. */
function decimalsAround(grid: Grid, row: number, column: number, { heads }: Columns): number | null {
  const decimals: number[] = []
  for (let other = 0; other < grid.columns; other++) {
    const cell = grid.at(row, other)
    if (other === column || heads[other]?.role !== 'value' || (cell?.recognition?.confidence ?? 1) < sureFrom) continue
    const number = readNumberCell(grid.text(row, other))
    if (number) decimals.push(number.value.split('.')[1]?.length ?? 0)
  }
  return decimals.length >= 2 && new Set(decimals).size === 1 ? (decimals[0] ?? null) : null
}

/** True where most other numbers of a column carry a sign of comparison. */
function othersSigned(grid: Grid, { bodyStart, end }: Segment, own: number, column: number): boolean {
  let [signed, all] = [0, 0]
  for (let row = bodyStart; row < end; row++) {
    const number = row === own || !grid.starts(row, column) ? undefined : readNumberCell(grid.text(row, column))
    if (number === undefined) continue
    all++
    if (number.operator !== null) signed++
  }
  return signed * 2 > all
}
