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

/** Where "%PDF-" stands: some mailers put junk before it, which readers accept within the first kilobyte. */
function findHeader(bytes: Uint8Array): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1029)).indexOf('%PDF-')
}

/** True of a PDF, and of nothing else. */
export const isPdf = (bytes: Uint8Array): boolean => bytes.length > 0 && findHeader(bytes) >= 0

function hasEnd(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - 2048))
  return Buffer.from(tail.buffer, tail.byteOffset, tail.length).includes('%%EOF')
}

function faultOf(error: number, complete: boolean): PdfFault {
  if (error === passwordError || error === securityError) return new PdfFault('pdf.encrypted', '文件有打开密码。请换成没有密码的副本。')
  if (!complete) return new PdfFault('pdf.truncated', '文件不完整（末尾缺失），无法打开。请重新导出或重新上传完整的文件。')
  return new PdfFault('pdf.damaged', '文件已损坏，无法打开。请用原程序重新导出为PDF后再提交。')
}

function refuse(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new PdfFault('file.empty', '文件是空的（0字节）。请重新上传完整的文件。')
  if (bytes.length > maxBytes) throw new PdfFault('file.too-large', '文件超过256兆字节。请压缩图片或拆分成几个文件后再提交。')
  if (findHeader(bytes) < 0) throw new PdfFault('pdf.not-a-pdf', '文件内容不是PDF。请确认文件没有改错扩展名，并重新导出为PDF。')
}

/** Opens a PDF in the engine. Throws PdfFault where it cannot be read; the caller must `close()` it otherwise. */
export function openPdf(engine: Engine, bytes: Uint8Array): OpenPdf {
  refuse(bytes)
  const { call } = engine
  const data = call.malloc(bytes.length)
  if (data === 0) throw new PdfFault('file.too-large', '文件太大，内存放不下。请拆分成几个文件后再提交。')
  engine.heap().set(bytes, data)
  const document = call.FPDF_LoadMemDocument(data, bytes.length, 0)
  const complete = hasEnd(bytes)
  if (document === 0) {
    const fault = faultOf(call.FPDF_GetLastError(), complete)
    call.free(data)
    throw fault
  }
  const close = () => {
    call.FPDF_CloseDocument(document)
    call.free(data)
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
