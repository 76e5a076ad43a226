import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx'
import type { Block } from '../document.ts'
import { place, runs } from './grid.ts'

/** Runs of a text, with line breaks kept. */
const textRuns = (text: string, bold = false): TextRun[] =>
  runs(text).flatMap((run) =>
    run.text.split('\n').map((part, i) => new TextRun({ text: part, superScript: run.raised, bold, ...(i ? { break: 1 } : {}) })),
  )
const centre = { alignment: AlignmentType.CENTER }

/** Prints a word-processor document; `styled` uses heading styles, else headings are bold paragraphs as many offices write them. */
export async function printDocx(blocks: readonly Block[], styled: boolean): Promise<Uint8Array> {
  const sections: { landscape: boolean; children: (Paragraph | Table)[] }[] = [{ landscape: false, children: [] }]
  for (const block of blocks) {
    const landscape = block.kind === 'table' && block.landscape === true
    let section = sections[sections.length - 1] as (typeof sections)[number]
    if (section.landscape !== landscape && block.kind === 'table') {
      section = { landscape, children: [] }
      sections.push(section)
    }
    section.children.push(...blockOf(block, styled))
  }
  const document = new Document({
    sections: sections.map(({ landscape, children }) => ({
      properties: landscape ? { page: { size: { orientation: PageOrientation.LANDSCAPE } } } : {},
      children,
    })),
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function blockOf(block: Block, styled: boolean): (Paragraph | Table)[] {
  if (block.kind === 'page') return [new Paragraph({ pageBreakBefore: true, children: [] })]
  if (block.kind === 'title')
    return [
      styled
        ? new Paragraph({ heading: HeadingLevel.TITLE, ...centre, children: textRuns(block.text) })
        : new Paragraph({ ...centre, children: textRuns(block.text, true) }),
    ]
  if (block.kind === 'heading')
    return [
      styled
        ? new Paragraph({ heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, children: textRuns(block.text) })
        : new Paragraph({ children: textRuns(block.text, true) }),
    ]
  if (block.kind === 'paragraph')
    return [
      new Paragraph({
        ...(block.align === 'center' ? centre : block.align === 'right' ? { alignment: AlignmentType.RIGHT } : {}),
        children: textRuns(block.text),
      }),
    ]
  const caption = block.caption ? [new Paragraph({ ...centre, children: textRuns(block.caption) })] : []
  const note = block.note ? [new Paragraph({ children: textRuns(block.note) })] : []
  return [...caption, tableOf(block), ...(note.length ? note : [new Paragraph({ children: [] })])]
}

function tableOf(block: Extract<Block, { kind: 'table' }>): Table {
  const { cells } = place(block.rows)
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const bare = block.style === 'borderless' || block.style === 'three-line'
  const rows = block.rows.map((_, r) => {
    // A merged cell below its first row must be written out as a continuation, in column order.
    const inRow = cells.filter((c) => c.row <= r && r < c.row + c.rows).sort((a, b) => a.column - b.column)
    return new TableRow({
      tableHeader: r < block.heads,
      children: inRow.map(
        (c) =>
          new TableCell({
            children: [new Paragraph({ children: c.row === r ? textRuns(c.text, r < block.heads) : [] })],
            ...(c.columns > 1 ? { columnSpan: c.columns } : {}),
            ...(c.rows > 1 ? { verticalMerge: c.row === r ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE } : {}),
          }),
      ),
    })
  })
  return new Table({
    rows,
    width: { size: 100, type: WidthType.PERCENTAGE },
    ...(bare
      ? {
          borders: {
            left: none,
            right: none,
            insideVertical: none,
            insideHorizontal: none,
            ...(block.style === 'borderless' ? { top: none, bottom: none } : {}),
          },
        }
      : {}),
  })
}
