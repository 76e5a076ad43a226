/** A paragraph as read: its text with its list number, and what tells a heading from a line of text. */
export type Paragraph = {
  kind: 'paragraph'
  number: string
  /** '\n' where the writer broke the line. */
  text: string
  style: { id: string; name: string; level: number | null }
  /** Whether most of its characters are bold; their largest size in half points; their East Asian font. */
  bold: boolean
  size: number | null
  font: string | null
  centred: boolean
  /** The ids of the footnotes (f…) and endnotes (e…) it refers to. */
  notes: string[]
}

export type RawCell = { column: number; span: number; merge: 'start' | 'continue' | null; content: Content[] }
export type RawRow = { cells: RawCell[] }
export type RawTable = { kind: 'table'; grid: number[]; rows: RawRow[] }
/** A picture, by the id under which the part points at it; it follows the paragraph that it stands in. */
export type Picture = { kind: 'picture'; link: string }
export type Content = Paragraph | RawTable | Picture
