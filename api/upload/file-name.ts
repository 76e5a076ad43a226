import { Problem } from '../problem.ts'

/** Longer ones cannot be saved again on most file systems. */
const longestPart = 255
const longestName = 1_000
const deepest = 16
/** Control characters, and marks that turn the direction of writing so that a name reads as another ("gpj.exe" as "exe.jpg"). */
const unseen = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u

const refuse = (detail: string) => new Problem('upload.name', detail)

function demandPart(part: string): void {
  if (part === '..' || part === '.') throw refuse('文件名不能含有“..”。')
  if (Buffer.byteLength(part) > longestPart) throw refuse(`文件名过长，最多 ${longestPart} 个字节。`)
}

/**
 * The name under which a file of a dossier is known: its path in the dossier with "/" between folders, in the normal form NFC.
 * It is a label and never a path on a disk (bytes lie under their sha256). Throws `upload.name` for a name that leads out of
 * the dossier, is empty or too long, or holds characters that cannot be seen.
 */
export function readFileName(given: string | undefined): string {
  const name = (given ?? '').normalize('NFC').replaceAll('\\', '/').trim()
  if (name === '' || name.endsWith('/')) throw refuse('文件没有名称。')
  if (unseen.test(name)) throw refuse('文件名含有看不见的控制字符。')
  if (name.startsWith('/') || /^[a-z]:/i.test(name)) throw refuse('文件名不能是绝对路径。')
  const parts = name.split('/').filter((part) => part !== '')
  for (const part of parts) demandPart(part)
  if (parts.length > deepest) throw refuse(`文件夹层数过多，最多 ${deepest} 层。`)
  const joined = parts.join('/')
  if (Buffer.byteLength(joined) > longestName) throw refuse(`文件名过长，最多 ${longestName} 个字节。`)
  return joined
}
