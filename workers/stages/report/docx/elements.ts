import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Piece } from '../differing-digits.ts'
import { visible } from '../plain-text.ts'

export const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' }
export const hei = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: '黑体' }

/** Usable width of A4 between the margins, in twentieths of a point. */
export const textWidth = 11906 - 2 * 1304

type Look = { bold?: boolean; color?: string; size?: number; font?: typeof song }

/** A run of text; `size` is in half points. Characters that a word processor cannot hold are dropped. */
export const run = (text: string, look: Look = {}): TextRun => new TextRun({ text: visible(text), font: song, ...look })

/** Runs in which the differing digits are bold, underlined and filled, so that they survive a grey print. */
export const digitRuns = (pieces: readonly Piece[], look: Look = {}): TextRun[] =>
  pieces.map(({ text, differs }) =>
    differs
      ? new TextRun({
          text: visible(text),
          font: song,
          ...look,
          bold: true,
          underline: {},
          shading: { type: ShadingType.CLEAR, fill: 'FFD84D', color: 'auto' },
        })
      : run(text, look),
  )

type Frame = { align?: 'left' | 'right' | 'center'; keepNext?: boolean; before?: number; after?: number; indent?: boolean }

/** A paragraph of body text, or of a cell; spaces in twentieths of a point. */
export const paragraph = (
  runs: readonly TextRun[] | string,
  { align = 'left', keepNext = false, before = 0, after = 60, indent = false }: Frame = {},
): Paragraph =>
  new Paragraph({
    children: typeof runs === 'string' ? [run(runs)] : [...runs],
    alignment: AlignmentType[align === 'left' ? 'LEFT' : align === 'right' ? 'RIGHT' : 'CENTER'],
    keepNext,
    spacing: { before, after },
    ...(indent ? { indent: { firstLine: 440 } } : {}),
  })

export const heading = (text: string, level: 1 | 2 = 1): Paragraph =>
  new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    children: [new TextRun({ text: visible(text), font: hei })],
  })

export type CellContent = string | readonly TextRun[] | readonly Paragraph[]
type Column = { width: number; align?: Frame['align'] }
type RowLook = { header?: boolean; height?: number; keepNext?: boolean }

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const border = { style: BorderStyle.SINGLE, size: 4, color: '7F8896' }

/**
 * A table of text over the whole width; `columns` share it by their numbers. A row's last cell spans the columns that are left.
 * Rows are never torn by a page break.
 */
export function table(columns: readonly Column[], rows: readonly { cells: readonly CellContent[]; look?: RowLook }[]): Table {
  const total = sum(columns.map(({ width }) => width))
  const widths = columns.map(({ width }) => Math.floor((width / total) * textWidth))
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border },
    rows: rows.map(({ cells, look = {} }) => tableRow(cells, columns, widths, look)),
  })
}

function tableRow(
  cells: readonly CellContent[],
  columns: readonly Column[],
  widths: readonly number[],
  { header = false, height, keepNext = false }: RowLook,
): TableRow {
  const last = cells.length - 1
  return new TableRow({
    tableHeader: header,
    cantSplit: true,
    ...(height === undefined ? {} : { height: { value: height, rule: 'atLeast' as const } }),
    children: cells.map(
      (content, at) =>
        new TableCell({
          width: { size: at === last ? sum(widths.slice(at)) : (widths[at] ?? 0), type: WidthType.DXA },
          ...(at === last && widths.length > cells.length ? { columnSpan: widths.length - last } : {}),
          margins: { top: 40, bottom: 40, left: 90, right: 90 },
          verticalAlign: VerticalAlign.CENTER,
          ...(header ? { shading: { type: ShadingType.CLEAR, fill: 'EBEDF1', color: 'auto' } } : {}),
          children: cellParagraphs(content, { align: columns[at]?.align ?? 'left', keepNext, after: 0 }, header),
        }),
    ),
  })
}

function cellParagraphs(content: CellContent, frame: Frame, header: boolean): Paragraph[] {
  if (typeof content === 'string') return [paragraph([run(content, { size: 19, bold: header })], frame)]
  const paragraphs = content.filter((child): child is Paragraph => child instanceof Paragraph)
  if (paragraphs.length > 0) return paragraphs
  return [
    paragraph(
      content.filter((child): child is TextRun => child instanceof TextRun),
      frame,
    ),
  ]
}
