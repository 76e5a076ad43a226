import type { Block, ParsedDocument, Problem } from '../../../schemas/document.ts'
import type { Recognise } from './scan/scan.ts'

/** What the reader of one format finds in a file; the rest of a parsed document does not depend on the format. */
export type Parts = Pick<ParsedDocument, 'status' | 'problems' | 'pages' | 'ocrPages' | 'title' | 'blocks' | 'runningHeads'> & {
  hiddenSheets?: string[]
}

/** Reads the bytes of one format; `recognise` reads what is only a picture. It throws a ReadError when nothing can be read, and tells partial faults as problems. */
export type Reader = (bytes: Uint8Array, recognise: Recognise) => Promise<Parts>

export const problem = (code: string, message: string): Problem => ({ code, message, page: null })

/** The parts of a document of which nothing could be read. */
export const failedParts = (code: string, message: string): Parts => ({
  status: 'failed',
  problems: [problem(code, message)],
  pages: 0,
  ocrPages: 0,
  title: null,
  blocks: [],
  runningHeads: [],
})

const nothing = () => problem('document.empty', '文件中没有任何文字或表格。请核对是否交错了文件。')

/** The parts of a document read to its end: `partial` when asked for, `failed` with a problem when it holds nothing at all. */
export function readParts(parts: Partial<Parts> & { blocks: Block[] }): Parts {
  const problems = [...(parts.problems ?? [])]
  const empty = parts.blocks.length === 0
  if (empty && problems.every(({ code }) => code === 'ooxml.macros')) problems.push(nothing())
  const status = empty ? 'failed' : 'parsed'
  return { status, pages: 1, ocrPages: 0, title: null, runningHeads: [], ...parts, problems }
}
