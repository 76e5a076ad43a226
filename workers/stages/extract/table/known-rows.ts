import { readLabel } from '../label.ts'
import { indicatorByNumber, type Vocabulary } from '../vocabulary.ts'
import type { Columns } from './columns.ts'
import type { Grid } from './grid.ts'
import type { Segment } from './segments.ts'

/** What a table's names say together: whether it counts its rows as the Standard does, and which subjects it names. */
export type KnownRows = { readonly numbered: boolean; readonly subjects: ReadonlySet<string> }

/** So many rows must bear the Standard's number of the indicator that they name, and none another, for the numbers to be the Standard's. */
const numberedRows = 4

/** Looks once over the names of a part of a table. */
export function knownRows(grid: Grid, { bodyStart, end }: Segment, { heads, labels }: Columns, vocabulary: Vocabulary): KnownRows {
  const subjects = new Set(heads.flatMap(({ label }) => label.subject ?? []))
  let [right, wrong] = [0, 0]
  for (let row = bodyStart; row < end; row++)
    for (const column of labels) {
      const { subject } = readLabel(grid.text(row, column), vocabulary)
      if (typeof subject !== 'string') continue
      subjects.add(subject)
      const no = vocabulary.subjects.get(subject)?.no ?? null
      const printed = numberBefore(grid, row, column)
      if (no === null || printed === null) continue
      if (printed === no) right += 1
      else wrong += 1
    }
  return { numbered: right >= numberedRows && wrong === 0, subjects }
}

/** The number in a column 序号 before the name. */
export function numberBefore(grid: Grid, row: number, labelColumn: number): number | null {
  for (let column = labelColumn - 1; column >= 0; column--) {
    const text = grid.text(row, column)
    if (/^\d{1,2}$/.test(text)) return Number(text)
  }
  return null
}

const shortest = 4
const alike = 0.8

/** The indicator of a number whose name a shorter one is made of: 重点污染源稳定排放 beside 17. */
export function indicatorNumbered(no: number | null, name: string, vocabulary: Vocabulary): string | undefined {
  const bare = name.replace(/[(（][^()（）]*[)）]/g, '')
  const subject = no === null ? undefined : indicatorByNumber(vocabulary, no)
  if (!subject || bare.length < shortest) return undefined
  return common(bare, subject.zh) >= alike * bare.length ? subject.id : undefined
}

/** How many characters of the one stand in the other in the same order. */
function common(a: string, b: string): number {
  let before = new Array<number>(b.length + 1).fill(0)
  for (const character of a) {
    const row = [0]
    for (let at = 1; at <= b.length; at++)
      row.push(character === b[at - 1] ? (before[at - 1] ?? 0) + 1 : Math.max(before[at] ?? 0, row[at - 1] ?? 0))
    before = row
  }
  return before[b.length] ?? 0
}
