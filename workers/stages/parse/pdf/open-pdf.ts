import { type Blocks, blocksOf } from './blocks.ts'
import type { Engine } from './engine.ts'
import { maxBytes, maxPages } from './limits.ts'

/** Why a file could not be opened, with a stable code and a Chinese sentence that says what to do. */
export class PdfFault extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export type OpenPdf = { pages: number; document: number; truncated: boolean; close(): void }

const passwordError = 4
const securityError = 5

/** So much of a file tells whether it is a PDF. */
export const headerBytes = 1029

/** Where "%PDF-" stands: some mailers put junk before it, which readers accept within the first kilobyte. */
function findHeader(bytes: Uint8Array): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headerBytes)).indexOf('%PDF-')
}

/** True of a PDF, and of nothing else. */
export const isPdf = (bytes: Uint8Array): boolean => bytes.length > 0 && findHeader(bytes) >= 0

function hasEnd({ size, read }: Blocks): boolean {
  const from = Math.max(0, size - 2048)
  const tail = read(from, size - from)
  return Buffer.from(tail.buffer, tail.byteOffset, tail.length).includes('%%EOF')
}

function faultOf(error: number, complete: boolean): PdfFault {
  if (error === passwordError || error === securityError) return new PdfFault('pdf.encrypted', '文件有打开密码。请换成没有密码的副本。')
  if (!complete) return new PdfFault('pdf.truncated', '文件不完整（末尾缺失），无法打开。请重新导出或重新上传完整的文件。')
  return new PdfFault('pdf.damaged', '文件已损坏，无法打开。请用原程序重新导出为PDF后再提交。')
}

function refuse({ size, read }: Blocks): void {
  if (size === 0) throw new PdfFault('file.empty', '文件是空的（0字节）。请重新上传完整的文件。')
  if (size > maxBytes) throw new PdfFault('file.too-large', '文件超过256兆字节。请压缩图片或拆分成几个文件后再提交。')
  if (findHeader(read(0, Math.min(size, headerBytes))) < 0)
    throw new PdfFault('pdf.not-a-pdf', '文件内容不是PDF。请确认文件没有改错扩展名，并重新导出为PDF。')
}

/** Size of the record (FPDF_FILEACCESS) by which PDFium fetches a file: its length, who reads it, and what the reader is told. */
const accessBytes = 12

/**
 * Opens a PDF in the engine, which fetches what it needs of its bytes and holds no copy. Throws PdfFault where it cannot be read; the caller
 * must `close()` it otherwise. `source` stays the caller's.
 */
export function openPdf(engine: Engine, source: Uint8Array | Blocks): OpenPdf {
  const blocks = source instanceof Uint8Array ? blocksOf(source) : source
  refuse(blocks)
  const { call, files } = engine
  const access = call.malloc(accessBytes)
  if (access === 0) throw new PdfFault('file.too-large', '文件太大，内存放不下。请拆分成几个文件后再提交。')
  const heap = engine.heap()
  const record = new DataView(heap.buffer, heap.byteOffset + access, accessBytes)
  for (const [at, value] of [blocks.size, engine.blockReader, access].entries()) record.setUint32(4 * at, value, true)
  files.set(access, blocks)
  const forget = () => {
    files.delete(access)
    call.free(access)
  }
  const document = call.FPDF_LoadCustomDocument(access, 0)
  const complete = hasEnd(blocks)
  if (document === 0) {
    const fault = faultOf(call.FPDF_GetLastError(), complete)
    forget()
    throw fault
  }
  const close = () => {
    call.FPDF_CloseDocument(document)
    forget()
  }
  const pages = call.FPDF_GetPageCount(document)
  if (pages > maxPages || pages <= 0) {
    close()
    if (pages > maxPages) throw new PdfFault('pdf.too-many-pages', `文件有${pages}页，超过${maxPages}页的上限。请拆分成几个文件后再提交。`)
    throw faultOf(0, complete)
  }
  // Junk after the end of a sound file is no fault: only a rebuilt reference table tells that the end is missing.
  return { pages, document, truncated: !complete && call.FPDF_DocumentHasValidCrossReferenceTable(document) === 0, close }
}
