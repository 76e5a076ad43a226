import BufferReader from 'word-extractor/lib/buffer-reader.js'
import WordOleExtractor, { type Extracted, type Piece } from 'word-extractor/lib/word-ole-extractor.js'

const pageSize = 512
/** A row with many columns keeps its properties in another stream ([MS-DOC] 2.6.2, sprmPHugePapx), where the extractor does not look. */
const hugeProperties = new Set([0x6646, 0x6645])
const cellMark = '\u0007'

/** Whether a paragraph's properties ([MS-DOC] 2.9.179, PapxInFkp) begin by pointing at another stream. */
function pointsElsewhere(page: Buffer, at: number): boolean {
  const start = page.readUInt8(at) === 0 ? at + 2 : at + 1
  return start + 4 <= pageSize && hugeProperties.has(page.readUInt16LE(start + 2))
}

/** The file positions at which paragraphs end whose properties stand in another stream ([MS-DOC] 2.8.26, PlcBtePapx). */
function* wideRowEnds(text: Buffer, tables: Buffer): Generator<number> {
  const at = text.readUInt32LE(0x102)
  const count = Math.floor((text.readUInt32LE(0x106) - 4) / 8)
  for (let index = 0; index < count; index++) {
    const number = tables.readUInt32LE(at + (count + 1) * 4 + index * 4)
    const page = text.subarray(number * pageSize, (number + 1) * pageSize)
    if (page.length < pageSize) return
    const runs = page.readUInt8(pageSize - 1)
    for (let run = 0; run < runs; run++) {
      const properties = page.readUInt8((runs + 1) * 4 + run * 13) * 2
      if (properties > 0 && pointsElsewhere(page, properties)) yield page.readUInt32LE((run + 1) * 4)
    }
  }
}

/** Makes the cell mark that ends a row, just before `end` in the file, a line end. */
function endRow(pieces: readonly Piece[], end: number) {
  for (const piece of pieces) {
    const at = (end - piece.startFilePos) / piece.bpc - 1
    if (end > piece.endFilePos || piece.text[at] !== cellMark) continue
    piece.text = `${piece.text.slice(0, at)}\n${piece.text.slice(at + 1)}`
    return
  }
}

class RowAwareExtractor extends WordOleExtractor {
  override writeParagraphProperties(text: Buffer, tables: Buffer): void {
    super.writeParagraphProperties(text, tables)
    for (const end of wideRowEnds(text, tables)) endRow(this._pieces, end)
  }
}

/** Extracts a legacy Word file with a line end after the last cell of every table row, also of rows with many columns. */
export async function extractWord(bytes: Uint8Array): Promise<Extracted> {
  const reader = new BufferReader(Buffer.from(bytes))
  await reader.open()
  return await new RowAwareExtractor().extract(reader)
}
