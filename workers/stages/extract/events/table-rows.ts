import { normalise } from '../../../../rules/engine/normalise.ts'
import type { Cell, Table } from '../../../../schemas/document.ts'
import type { Evidence } from '../../../../schemas/place.ts'
import { evidenceOfCell } from '../evidence.ts'
import words from './table-rows.json' with { type: 'json' }

/** A row of a table read as one sentence, each of its cells a clause. */
export type RowSentence = { readonly text: string; readonly section: string; place: (start: number, end: number) => Evidence }

const tells = new RegExp(words.tells)
const other = new RegExp(words.other)
const money = new RegExp(words.money)
const empty = /^[-—–/\\\s]*$|^(?:无|未发生|没有|不涉及|暂无|合计|小计|总计)$/

/** A longer table is a record of measurements. */
const longest = 200

const byRow = (table: Table): Cell[][] => {
  const rows = new Map<number, Cell[]>()
  for (const cell of table.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell])
  return [...rows].sort(([a], [b]) => a - b).map(([, cells]) => [...cells].sort((a, b) => a.column - b.column))
}

/** 12 under 罚款金额（万元） as 罚款12万元; every other cell as it stands. */
function clauseOf(cell: Cell, heads: ReadonlyMap<number, string>): string {
  const text = normalise(cell.text).text.replace(/[。;,]+$/, '')
  const head = heads.get(cell.column) ?? ''
  if (!/^\d+(?:\.\d+)?(?:亿|万)?元?$/.test(text) || !money.test(head)) return text
  return `罚款${text}${/元$/.test(text) ? '' : (/[(]([^()]*元)[)]/.exec(head)?.[1] ?? '元')}`
}

/**
 * The rows of a table that lists events (突发环境事件, 行政处罚, 查处情况) as sentences: short cells tell nothing alone, a row tells who, when
 * and what. None where its heads speak of risks, drills or rules.
 */
export function rowSentences(table: Table, section: string | null): RowSentence[] {
  if (table.rows > longest) return []
  const [first, ...rows] = byRow(table)
  if (first === undefined || rows.length === 0) return []
  const heads = new Map(first.map((cell) => [cell.column, normalise(cell.text).text]))
  const about = [section ?? '', table.caption ?? '', ...heads.values()].join(' ')
  if (!tells.test([...heads.values(), table.caption ?? ''].join(' ')) || other.test(about)) return []
  return rows.flatMap((cells): RowSentence[] => {
    const told = cells.filter((cell) => !/^\d{1,3}$/.test(cell.text.trim()) || money.test(heads.get(cell.column) ?? ''))
    const parts = told.map((cell) => ({ cell, text: clauseOf(cell, heads) })).filter(({ text }) => !empty.test(text))
    if (parts.length < 2) return []
    const text = parts.map((part) => part.text).join(',')
    const cellAt = (end: number): Cell => {
      let at = 0
      for (const part of parts) {
        at += part.text.length + 1
        if (end < at) return part.cell
      }
      return (parts.at(-1) as (typeof parts)[number]).cell
    }
    return [
      { text, section: about, place: (_, end) => evidenceOfCell(table, cellAt(end), cells.map((cell) => cell.text).join(' | '), section) },
    ]
  })
}
