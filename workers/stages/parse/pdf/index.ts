import type { ParsedDocument, Problem } from '../../../../schemas/document.ts'
import type { Recognise } from '../scan/scan.ts'
import { buildDocument } from './build-document.ts'
import { dropEngine, startEngine } from './engine.ts'
import { openPdf, PdfFault } from './open-pdf.ts'
import { readPages } from './parse-pages.ts'

export { judgeTextLayer, type Unusable } from './judge-text-layer.ts'
export { type CutRegion, renderRegions } from './render-regions.ts'
export { secondReading } from './second-reading.ts'

export type ParsedPdf = Pick<ParsedDocument, 'status' | 'problems' | 'pages' | 'ocrPages' | 'title' | 'blocks' | 'runningHeads'>

const failed = (problem: Problem): ParsedPdf => ({
  status: 'failed',
  problems: [problem],
  pages: 0,
  ocrPages: 0,
  title: null,
  blocks: [],
  runningHeads: [],
})

/**
 * Reads a PDF into blocks with their places (points from the top left of the page as displayed). Never throws for bad
 * input: an encrypted, damaged or empty file is `failed`, one with unreadable or scanned pages `partial`, each with a
 * Problem that says what to do.
 */
export async function parsePdf(bytes: Uint8Array, recognise: Recognise): Promise<ParsedPdf> {
  try {
    return await parseOpen(bytes, recognise)
  } catch (fault) {
    if (fault instanceof PdfFault) return failed({ code: fault.code, message: fault.message, page: null })
    dropEngine()
    return failed({ code: 'pdf.damaged', message: '读取文件时出错，文件可能已损坏。请用原程序重新导出为PDF后再提交。', page: null })
  }
}

async function parseOpen(bytes: Uint8Array, recognise: Recognise): Promise<ParsedPdf> {
  const engine = await startEngine()
  const pdf = openPdf(engine, bytes)
  try {
    const { records, problems, unread, recognised } = await readPages(engine, pdf, recognise)
    if (pdf.truncated) {
      problems.unshift({
        code: 'pdf.truncated',
        message: '文件不完整（末尾缺失），可能少了页面。请重新导出或重新上传完整的文件。',
        page: null,
      })
    }
    const status = unread === pdf.pages ? 'failed' : problems.length > 0 ? 'partial' : 'parsed'
    return { status, problems, pages: pdf.pages, ocrPages: recognised, ...buildDocument(records) }
  } finally {
    pdf.close()
  }
}
