import { fileTypeFromBuffer } from 'file-type'
import { imageSize } from 'image-size'
import { Problem } from '../problem.ts'
import families from './file-types.json' with { type: 'json' }

/** The start of a file, from which its type is told: behind a camera's notes a JPEG tells its size only here. */
export const headBytes = 80_000
/** An A0 sheet at 300 dpi has 140 million. A picture of more takes gigabytes to unpack. */
const mostPixels = 200_000_000

type Family = keyof typeof families
const familyOf = new Map<string, Family>(
  Object.entries(families).flatMap(([family, { endings }]) => endings.map((ending) => [ending, family as Family])),
)

const refuse = (detail: string) => new Problem('upload.type', detail)
const endingOf = (name: string): string | undefined => /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase()

/** Throws `upload.type` where a file's ending is none that a dossier holds. */
export function demandEnding(name: string): void {
  const ending = endingOf(name)
  if (ending === undefined || !familyOf.has(ending))
    throw refuse(`不接收“${ending === undefined ? '无扩展名' : `.${ending}`}”文件。请提交 PDF、Word、Excel、CSV、文本、网页或图片。`)
}

/**
 * Throws `upload.type` where the first bytes are not what the name's ending says: a program, an archive, a film, or another kind of
 * document. Bytes of no known type pass where the ending stands for text, or for what office programs write as text (an HTML table named
 * .xls). What remains is judged by the worker, in a process with limits.
 */
export async function demandDocument(head: Uint8Array, name: string): Promise<void> {
  const ending = endingOf(name) ?? ''
  const family = familyOf.get(ending)
  if (family === undefined) throw refuse('文件没有可识别的扩展名。')
  if (isProgram(head)) throw refuse('文件内容是程序，不是可核查的材料。')
  const { types, text } = families[family]
  const found = await typeOf(head)
  const fits = found === undefined ? text : types.some((type) => found.mime.startsWith(type))
  if (fits && family === 'image') demandPixels(head)
  if (fits) return
  const content = found === undefined ? `不是 ${ending.toUpperCase()} 格式` : `是 ${found.ext} 格式`
  throw refuse(`文件内容${content}，与扩展名“.${ending}”不符。请用原软件打开并另存为正确的格式；压缩包请解压后再提交。`)
}

/** Throws `upload.type` where a picture says that it is larger than any page. One whose head does not tell is measured before it is unpacked. */
function demandPixels(head: Uint8Array): void {
  const { width, height } = findSize(head) ?? { width: 0, height: 0 }
  if (width * height > mostPixels)
    throw refuse(`图片有 ${width} × ${height} 像素，超过 ${mostPixels / 1e8} 亿像素的上限。请降低分辨率（300 dpi 即可）后再提交。`)
}

function findSize(head: Uint8Array): { width: number; height: number } | undefined {
  try {
    return imageSize(head)
  } catch {
    return undefined
  }
}

/** Office files tell their own kind only where the head holds enough of them; else they are told as the zip that they are. */
async function typeOf(head: Uint8Array): Promise<{ ext: string; mime: string } | undefined> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  if (found !== undefined) return found
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return { ext: 'zip', mime: 'application/zip' }
  // A PDF may begin with up to a kilobyte of something else.
  if (Buffer.from(head.subarray(0, 1_024)).includes('%PDF-')) return { ext: 'pdf', mime: 'application/pdf' }
  return undefined
}

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)

/** Programs that `file-type` tells only from more bytes, or not at all. */
const isProgram = (head: Uint8Array) =>
  startsWith(head, 0x4d, 0x5a) ||
  startsWith(head, 0x7f, 0x45, 0x4c, 0x46) ||
  startsWith(head, 0x23, 0x21) ||
  startsWith(head, 0xca, 0xfe, 0xba, 0xbe)
