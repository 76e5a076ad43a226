import { numberItems } from '../item.ts'
import { encrypted } from '../ooxml/package.ts'
import { ReadError } from '../read-error.ts'
import { type Parts, readParts } from '../reader.ts'
import { bodyItems } from './body-items.ts'
import { extractWord } from './table-rows.ts'

const exact = { filterUnicode: false }
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[-—\s]*\d*[-—\s]*$/.test(line))

/** Word marks an encrypted file in the first sector of its text ([MS-DOC] 2.5.2, fEncrypted). */
function isEncrypted(bytes: Uint8Array) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 512; at + 12 <= Math.min(file.length, 8192); at += 512)
    if (file.readUInt16LE(at) === 0xa5ec) return (file.readUInt16LE(at + 10) & 0x0100) !== 0
  return false
}

/** Reads a Word 97–2003 document: its paragraphs and tables (without spans), footnotes after the text, headers and footers apart. */
export async function readDoc(bytes: Uint8Array): Promise<Parts> {
  if (isEncrypted(bytes)) throw encrypted()
  const document = await extractWord(bytes).catch(() => {
    throw new ReadError('doc.damaged', '旧版 Word 文件已损坏，无法读取。请用 Word 打开并另存为 .docx 后再提交。')
  })
  const boxes = linesOf(document.getTextboxes({ ...exact, includeHeadersAndFooters: false })).map((text) => ({
    kind: 'paragraph' as const,
    level: null,
    text,
  }))
  const notes = [...linesOf(document.getFootnotes(exact)), ...linesOf(document.getEndnotes(exact))]
  const items = [...bodyItems(document.getBody(exact)), ...boxes, ...notes.map((text) => ({ kind: 'note' as const, level: null, text }))]
  const blocks = numberItems(items)
  const [first] = blocks
  return readParts({
    blocks,
    title: first && first.kind !== 'table' ? first.text.slice(0, 100) : null,
    runningHeads: [...new Set(linesOf(document.getHeaders({ ...exact, includeFooters: true })))],
  })
}
