import { AlignmentType, Document, Packer, Paragraph } from 'docx'
import type { FormField } from '../../../../schemas/form.ts'
import type { Report } from '../../../../schemas/report.ts'
import { fixZipDates } from '../fixed-zip-dates.ts'
import { shorten, visible } from '../plain-text.ts'
import { type CellContent, hei, paragraph, run, song, table } from './elements.ts'
import { coreProperties } from './properties.ts'

const cellOf = ({ value, note }: FormField): CellContent => [
  paragraph([run(value === null ? '' : shorten(value, 400), { size: 21 })], { after: 0 }),
  ...(note === null ? [] : [paragraph([run(`（${note}）`, { size: 16, color: '5E6876' })], { after: 0 })]),
]

/** A field that is a table stands below the form, under its name. */
function tableOf({ zh, rows }: FormField): (Paragraph | ReturnType<typeof table>)[] {
  const [heads, ...lines] = rows
  if (heads === undefined) return []
  const columns = heads.map((_, at) => ({ width: at === 0 ? 34 : 66 / Math.max(1, heads.length - 1) }))
  return [
    new Paragraph({ spacing: { before: 240, after: 100 }, keepNext: true, children: [run(zh, { font: hei, size: 24 })] }),
    table(columns, [
      { cells: heads, look: { header: true } },
      ...lines.map((cells) => ({ cells: cells.map((cell) => shorten(cell, 200)) })),
    ]),
  ]
}

/**
 * The draft of the form that the regulation has filled at this stage, as a Word document; null where there is none. Grey notes
 * tell where each value stands or why a field is open. Equal reports give equal bytes.
 */
export async function writeForm({ form }: Report): Promise<Uint8Array | null> {
  if (form === null) return null
  const title = visible(`${form.zh}（草稿）`)
  const single = form.fields.map((field) => ({
    cells: [[run(field.zh, { bold: true, size: 21 })], field.rows.length > 0 ? '见后附表' : cellOf(field)],
  }))
  const document = new Document({
    title,
    creator: '园核',
    styles: { default: { document: { run: { font: song, size: 22 }, paragraph: { spacing: { line: 320 } } } } },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1361, bottom: 1361, left: 1304, right: 1304 } } },
        children: [
          paragraph([run(form.id, { font: hei, size: 22 })]),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { before: 60, after: 200 },
            children: [run(title, { font: hei, size: 32 })],
          }),
          ...(form.note === null ? [] : [paragraph([run(form.note, { size: 18, color: '5E6876' })], { after: 120 })]),
          table([{ width: 24 }, { width: 76 }], single),
          ...form.fields.flatMap(tableOf),
        ],
      },
    ],
  })
  return fixZipDates(await Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data: coreProperties(title) }]))
}
