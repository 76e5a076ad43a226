import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import type { Block } from './block.ts'

/** Prints blocks as a word-processor document with heading styles and ruled tables. */
export async function printDocx(blocks: readonly Block[]): Promise<Uint8Array> {
  const document = new Document({ sections: [{ children: blocks.flatMap(element) }] })
  return new Uint8Array(await Packer.toBuffer(document))
}

function element(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER })]
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_1 })]
    case 'paragraph':
      return [new Paragraph({ text: block.text, indent: { firstLine: 480 } })]
    case 'signature':
      return [new Paragraph({ text: block.text, alignment: AlignmentType.RIGHT })]
    case 'table': {
      const rows = block.rows.map(
        (row, i) => new TableRow({ tableHeader: i === 0, children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
      )
      return [
        new Paragraph({ text: block.caption, alignment: AlignmentType.CENTER }),
        new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } }),
        new Paragraph(''),
      ]
    }
  }
}
