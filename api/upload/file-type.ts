import { fileTypeFromBuffer } from 'file-type'
import { Problem } from '../problem.ts'

/** What may be in a dossier. The bytes decide how a file is read; the ending only keeps out what nobody submits. */
const endings = new Set(
  'pdf docx docm dotx dotm xlsx xlsm xltx xltm doc dot xls xlt csv tsv txt md htm html json jpg jpeg png tif tiff bmp webp gif'.split(' '),
)
/** The start of a file, from which its type is told. */
export const headBytes = 4_100

const readable = /^(?:image\/(?!svg)|application\/(?:pdf|x-cfb|zip|vnd\.openxmlformats|vnd\.ms-|xml|rtf|json)|text\/)/

const refuse = (detail: string) => new Problem('upload.type', detail)

/** Throws `upload.type` where a file's ending is none that a dossier holds. */
export function demandEnding(name: string): void {
  const ending = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase()
  if (ending === undefined || !endings.has(ending))
    throw refuse(`不接收“${ending === undefined ? '无扩展名' : `.${ending}`}”文件。请提交 PDF、Word、Excel、CSV、文本、网页或图片。`)
}

/**
 * Throws `upload.type` where the first bytes are those of something that is no document: a program, an archive, a film.
 * Bytes of no known type pass where they may be text. What remains is judged by the worker, in a process with limits.
 */
export async function demandDocument(head: Uint8Array): Promise<void> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  if (found !== undefined) {
    if (!readable.test(found.mime)) throw refuse(`文件内容是 ${found.ext} 格式，不是可核查的材料。压缩包请解压后再提交。`)
    return
  }
  if (isProgram(head)) throw refuse('文件内容是程序，不是可核查的材料。')
}

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)

/** Programs that `file-type` tells only from more bytes, or not at all. */
const isProgram = (head: Uint8Array) =>
  startsWith(head, 0x4d, 0x5a) ||
  startsWith(head, 0x7f, 0x45, 0x4c, 0x46) ||
  startsWith(head, 0x23, 0x21) ||
  startsWith(head, 0xca, 0xfe, 0xba, 0xbe)
