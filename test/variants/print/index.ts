import type { Block, Draft, PrinterName } from '../document.ts'
import { printDocx } from './docx.ts'
import { printHtml } from './html.ts'
import { printPdf } from './pdf.ts'
import { printCsv, printXls, printXlsx } from './sheet.ts'

/** The bytes of a document as its printer lays it out. */
export async function print(draft: Draft): Promise<Uint8Array> {
  return await printers[draft.printer](draft.blocks, draft)
}

const headOf = (draft: Draft): string => {
  const found = draft.blocks.find((block: Block) => block.kind === 'title')
  return found?.kind === 'title' ? found.text : ''
}

const printers: Record<PrinterName, (blocks: readonly Block[], draft: Draft) => Promise<Uint8Array> | Uint8Array> = {
  docx: (blocks) => printDocx(blocks, true),
  'docx-plain': (blocks) => printDocx(blocks, false),
  xlsx: (blocks) => printXlsx(blocks, true),
  'xlsx-text': (blocks) => printXlsx(blocks, false),
  'csv-gbk': (blocks) => printCsv(blocks, 'gbk'),
  'csv-utf8': (blocks) => printCsv(blocks, 'utf8'),
  html: (blocks) => printHtml(blocks),
  pdf: (blocks, draft) => printPdf(blocks, { head: headOf(draft) }),
  'pdf-wide': (blocks) => printPdf(blocks, { landscape: true, size: 9.5, continued: true }),
  xls: (blocks) => printXls(blocks),
}

/** The ending of the file name that a printer writes. */
export const extensions: Record<PrinterName, string> = {
  docx: 'docx',
  'docx-plain': 'docx',
  xlsx: 'xlsx',
  'xlsx-text': 'xlsx',
  'csv-gbk': 'csv',
  'csv-utf8': 'csv',
  html: 'html',
  pdf: 'pdf',
  'pdf-wide': 'pdf',
  xls: 'xls',
}
