import type { Problem } from '../../../schemas/document.ts'
import { buildDocument, type PageRecord } from './pdf/build-document.ts'
import { type Parts, problem } from './reader.ts'

/** The document that recognised pages make, in their order, with what went wrong. */
export function buildPictures(pages: number, read: { records: PageRecord[]; problems: Problem[] }): Parts {
  const records = [...read.records].sort((a, b) => a.page - b.page)
  const problems = [...read.problems].sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
  const built = buildDocument(records)
  if (built.blocks.length === 0 && problems.length === 0)
    problems.push(problem('image.no-text', '图片中没有识别出文字。请核对是否交错了文件，或重新扫描得更清晰。'))
  const status = built.blocks.length === 0 ? 'failed' : problems.length > 0 ? 'partial' : 'parsed'
  return { status, problems, pages, ocrPages: records.length, ...built }
}
