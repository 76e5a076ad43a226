/** A made-up park's data as its documents print them: by quantity id, and by the number of an indicator of HJ 274-2015. */
export type Row = { name: string; unit: string; values: Record<string, string>; target?: string }
export type Data = { base: number; final: number; quantities: Record<string, Row>; indicators: Record<string, Row> }

/** The thresholds that HJ 274-2015 sets, as a document quotes them. */
export const quoted: readonly string[] = [
  '≥30',
  '≥15',
  '≥15',
  '≥30',
  '≥6',
  '≥70',
  '≥80',
  '≥9',
  '≥6',
  '≤0.6',
  '≤0.5',
  '≥9',
  '≤0.55',
  '≤8',
  '≥75',
  '≥10',
  '达标',
  '全部完成',
  '0',
  '100',
  '100',
  '具备',
  '100',
  '100',
  '≤0.3',
  '≥3',
  '≤7',
  '≤0.1',
  '≥15',
  '100',
  '100',
  '≥2',
]

/** Reads a row that the data must have. */
export function readRow(rows: Record<string, Row>, id: string): Row {
  const row = rows[id]
  if (!row) throw new Error(`no row ${id}`)
  return row
}

/** The value of a row in a year as printed, "—" where it has none. */
export const at = (row: Row, year: number): string => row.values[String(year)] ?? '—'
