/** One cell to print. A plain string is a cell of one row and column; `formula` is printed by spreadsheets with its cached result. */
export type Cell = string | { text: string; rows?: number; columns?: number; formula?: string }

export type TableStyle = 'ruled' | 'filled' | 'three-line' | 'borderless'

/** What a printer lays out, in reading order. Text may hold raised characters as m^3^. */
export type Block =
  | { kind: 'title'; text: string; size?: number }
  | { kind: 'heading'; text: string; level: number }
  | { kind: 'paragraph'; text: string; align?: 'center' | 'right' }
  | {
      kind: 'table'
      caption?: string
      rows: Cell[][]
      heads: number
      style?: TableStyle
      widths?: number[]
      landscape?: boolean
      note?: string
      sheet?: string
      hidden?: true
    }
  | { kind: 'page' }

/** A fact in the truth format: one printed value that belongs to the park. */
export type TruthFact = {
  file: string
  subject: string
  year: number | null
  kind: 'actual' | 'target' | 'standard'
  value: string | null
  text?: string
  printed?: string
  unit?: string
  source?: string
  optional?: true
}

export type PrinterName = 'docx' | 'docx-plain' | 'xlsx' | 'xlsx-text' | 'csv-gbk' | 'csv-utf8' | 'html' | 'pdf' | 'pdf-wide' | 'xls'

/** A document of the dossier as invented: what to print and what it truly says. */
export type Draft = { name: string; role: string; year: number | null; blocks: Block[]; facts: TruthFact[]; printer: PrinterName }

export const title = (text: string, size?: number): Block => ({ kind: 'title', text, ...(size ? { size } : {}) })
export const h1 = (text: string): Block => ({ kind: 'heading', text, level: 1 })
export const h2 = (text: string): Block => ({ kind: 'heading', text, level: 2 })
export const p = (text: string): Block => ({ kind: 'paragraph', text })
export const centred = (text: string): Block => ({ kind: 'paragraph', text, align: 'center' })
