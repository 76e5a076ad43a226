import { createHash } from 'node:crypto'
import type { Format, ParsedDocument } from '../../../schemas/document.ts'
import { findFormat } from './find-format.ts'
import { ReadError } from './read-error.ts'
import { failedParts, type Parts, type Reader } from './reader.ts'
import type { Recognise } from './scan/scan.ts'

/** One reader for each format. They load when first needed, so that a dossier of PDFs never loads a spreadsheet engine. */
const readers: Record<Format, () => Promise<Reader>> = {
  pdf: async () => (await import('./pdf/index.ts')).parsePdf,
  docx: async () => (await import('./docx/index.ts')).readDocx,
  xlsx: async () => (await import('./xlsx/index.ts')).readXlsx,
  doc: async () => (await import('./legacy/doc.ts')).readDoc,
  xls: async () => (await import('./legacy/xls.ts')).readXls,
  csv: async () => (await import('./text/csv.ts')).readCsv,
  html: async () => (await import('./html/index.ts')).readHtml,
  text: async () => (await import('./text/plain.ts')).readPlainText,
  image: async () => (await import('./image.ts')).readImage,
  unknown: async () => (await import('./unknown.ts')).readUnknown,
}

/** Reads pictures in this process; its engines load when a picture first asks for them. */
export const recogniserOf =
  (bytes: Uint8Array): Recognise =>
  async (scan) => {
    const { recogniseHere } = await import('./scan/recognise-here.ts')
    return recogniseHere(bytes)(scan)
  }

/** The largest file that is read. A dossier's largest scans are some hundred megabytes. */
const largestFile = 512 * 1024 * 1024

function failure(error: unknown): Parts {
  if (error instanceof ReadError) return failedParts(error.code, error.message)
  return failedParts('read.failed', '文件内容已损坏或格式异常，无法读取。请用原软件打开并另存为新文件后再提交。')
}

async function findFormatOf(bytes: Uint8Array): Promise<{ format: Format; fault: unknown }> {
  if (bytes.length === 0)
    return { format: 'unknown', fault: new ReadError('file.empty', '文件是空的（0 字节）。请重新导出或复制后再提交。') }
  if (bytes.length > largestFile)
    return { format: 'unknown', fault: new ReadError('file.too-large', '文件超过 512 MB。请拆分或压缩图片后再提交。') }
  try {
    return { format: await findFormat(bytes), fault: undefined }
  } catch (fault) {
    return { format: 'unknown', fault }
  }
}

/**
 * Reads one file into the document model, whatever its format, which its bytes decide and never its name. It never throws:
 * what could not be read is told by the document's status and problems. `recognise` reads pictures of print; without it, they are
 * read in this process.
 */
export async function parse(file: { name: string; bytes: Uint8Array }, recognise = recogniserOf(file.bytes)): Promise<ParsedDocument> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const { format, fault } = await findFormatOf(file.bytes)
  let parts: Parts
  try {
    if (fault !== undefined) throw fault
    const read = await readers[format]()
    parts = await read(file.bytes, recognise)
  } catch (error) {
    parts = failure(error)
  }
  return { file: file.name, sha256, format, hiddenSheets: [], ...parts }
}
