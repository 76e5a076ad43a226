import { fileTypeFromBuffer } from 'file-type'
import type { Format } from '../../../schemas/document.ts'
import { findText } from './decode-text.ts'
import { oleStreamNames } from './ole-streams.ts'
import { encrypted, openPackage } from './ooxml/package.ts'
import { ReadError } from './read-error.ts'

/** PDF readers accept a little rubbish before the mark, and so do printers' drivers leave it. */
const pdfMarkWithin = 1024
/** A TIFF's directory may stand at its very end, where a look at its start does not reach. */
const tiffMarks = [
  [0x49, 0x49, 0x2a, 0],
  [0x4d, 0x4d, 0, 0x2a],
  [0x49, 0x49, 0x2b, 0],
  [0x4d, 0x4d, 0, 0x2b],
]
const oleMark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte)
const saveAs = (what: string, as: string) => new ReadError('format.unsupported', `不支持${what}。请另存为 ${as} 后再提交。`)

async function findZipFormat(bytes: Uint8Array): Promise<Format> {
  const { names, has } = await openPackage(bytes)
  const some = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has('word/document.xml') || some(/^word\/document\d*\.xml$/)) return 'docx'
  if (has('xl/workbook.xml')) return 'xlsx'
  if (has('xl/workbook.bin')) throw saveAs('二进制工作簿（.xlsb）', '.xlsx')
  if (some(/^ppt\//)) throw saveAs('演示文稿', 'PDF')
  if (has('OFD.xml')) throw saveAs(' OFD 版式文件', 'PDF')
  if (has('mimetype') && has('content.xml')) throw saveAs('开放文档格式（.odt、.ods）', '.docx 或 .xlsx')
  if (has('[Content_Types].xml')) return findByContentTypes(bytes)
  throw new ReadError('format.archive', '这是压缩包。请解压后再提交。')
}

/** Office files may name their main part as they like; their content types tell what it is. */
async function findByContentTypes(bytes: Uint8Array): Promise<Format> {
  const types = Buffer.from(await (await openPackage(bytes)).read('[Content_Types].xml')).toString('utf8')
  if (/wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled/.test(types)) return 'docx'
  if (/spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template)\.macroEnabled/.test(types)) return 'xlsx'
  throw new ReadError('format.archive', '这是压缩包。请解压后再提交。')
}

function findOleFormat(bytes: Uint8Array): Format {
  const names = oleStreamNames(bytes)
  if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo')) throw encrypted()
  if (names.includes('WordDocument')) return 'doc'
  if (names.includes('Workbook') || names.includes('Book')) return 'xls'
  if (names.includes('PowerPoint Document')) throw saveAs('演示文稿', 'PDF')
  return 'unknown'
}

const archives = /^(?:application\/(?:x-(?:rar|7z|tar|gzip|bzip2|xz|lzip)|gzip|zstd|vnd\.rar)|application\/x-.*compressed)/

async function findOtherFormat(bytes: Uint8Array): Promise<Format> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, 64 * 1024)).catch(() => undefined)
  if (!found) return 'unknown'
  if (found.mime.startsWith('image/') && found.ext !== 'djvu') return 'image'
  if (archives.test(found.mime)) throw new ReadError('format.archive', '这是压缩包。请解压后再提交。')
  return 'unknown'
}

/** Rows of the start that all hold the same number (at least one) of the same separator. */
export function findSeparator(text: string): string | undefined {
  const lines = text
    .slice(0, 32 * 1024)
    .split(/\r\n|\r|\n/)
    .slice(0, 40)
    .filter((line) => line.trim() !== '')
  const counts = [',', '\t', ';', '|'].map((separator) => {
    const widths = lines.map((line) => splitOutsideQuotes(line, separator))
    const wide = widths.filter((width) => width > 1)
    const usual = wide.filter((width) => width === wide[0]).length
    return { separator, score: wide.length >= Math.max(2, lines.length * 0.6) ? usual : 0 }
  })
  const best = counts.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score >= 2 ? best.separator : undefined
}

const splitOutsideQuotes = (line: string, separator: string) => line.replace(/"(?:[^"]|"")*"/g, '').split(separator).length

function findTextFormat(text: string): Format {
  const start = text.slice(0, 4096).trimStart()
  if (start.startsWith('{\\rtf')) throw saveAs('RTF 文档', '.docx')
  if (/^MIME-Version:/im.test(start.slice(0, 400)) && /multipart\/related/i.test(start))
    throw saveAs('单个文件网页（.mht）', '.docx 或 .xlsx')
  if (/^<\?mso-application|urn:schemas-microsoft-com:office:spreadsheet/.test(start) && start.startsWith('<?xml'))
    throw saveAs(' XML 表格', '.xlsx')
  if (/<(?:!doctype\s+html|html|head|body|table|meta|div|p)[\s>]/i.test(start) && start.startsWith('<')) return 'html'
  return findSeparator(text) === undefined ? 'text' : 'csv'
}

/**
 * What a file is, from its bytes alone; its name is never asked. Throws a ReadError that says what to do for files that
 * are known and not read: encrypted ones, archives, other office formats.
 */
export async function findFormat(bytes: Uint8Array): Promise<Format> {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, pdfMarkWithin)).includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, oleMark)) return findOleFormat(bytes)
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return findZipFormat(bytes)
  if (tiffMarks.some((mark) => startsWith(bytes, mark))) return 'image'
  const text = findText(bytes)
  return text === undefined ? await findOtherFormat(bytes) : findTextFormat(text)
}
