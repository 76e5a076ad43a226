import { runs } from './grid.ts'

/** Where a printed line of text or a cell stands: page from 1, points from the page's top left corner. */
export type Mark = { kind: 'line' | 'cell'; text: string; page: number; box: readonly [number, number, number, number] }

export type Layout = {
  doc: PDFKit.PDFDocument
  left: number
  right: number
  top: number
  bottom: number
  size: number
  mark: (mark: Omit<Mark, 'page'>) => void
}

/** Breaks text into lines no wider than `width` points; Latin words and numbers stay whole where they fit. */
export function wrap(doc: PDFKit.PDFDocument, text: string, size: number, width: number): string[] {
  return text.split('\n').flatMap((part) => wrapPart(doc, part, size, width))
}

function wrapPart(doc: PDFKit.PDFDocument, text: string, size: number, width: number): string[] {
  doc.fontSize(size)
  const pieces = text.match(/[\x21-\x7e·²³]+\^[^^]*\^|[\x21-\x7e²³]+|[\s\S]/gu) ?? []
  const lines: string[] = []
  let line = ''
  let used = 0
  const take = (piece: string): void => {
    const wide = widthOf(doc, piece, size)
    if (used + wide > width && line !== '' && !/^[，。、；：）》”％]$/.test(piece)) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += piece
    used += wide
  }
  for (const piece of pieces) {
    if (piece.length > 1 && widthOf(doc, piece, size) > width) for (const character of piece) take(character)
    else take(piece)
  }
  return [...lines, line].map((one) => one.trimEnd())
}

type Used = { name: string; font: { hasGlyphForCodePoint: (code: number) => boolean } }
const usedFont = (doc: PDFKit.PDFDocument): Used => (doc as unknown as { _font: Used })._font

/** A character that the cut-down font lacks would print as a box: better no document than a wrong one. */
function mustHave(doc: PDFKit.PDFDocument, character: string): void {
  const { name, font } = usedFont(doc)
  if (!font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
    throw new Error(`the font ${name} lacks ${character}: see samples/fonts/README.md`)
}

const widthsOf = new Map<string, Map<string, number>>()
export function widthOf(doc: PDFKit.PDFDocument, text: string, size: number): number {
  const { name } = usedFont(doc)
  const widths = widthsOf.get(name) ?? new Map<string, number>()
  widthsOf.set(name, widths)
  let total = 0
  for (const character of text.replaceAll('^', '')) {
    let em = widths.get(character)
    if (em === undefined) {
      mustHave(doc, character)
      em = doc.fontSize(100).widthOfString(character) / 100
      widths.set(character, em)
      doc.fontSize(size)
    }
    total += em * size
  }
  return total
}

/** One line at a point, raised characters smaller and higher. */
export function write(doc: PDFKit.PDFDocument, line: string, x: number, y: number, size: number): void {
  let at = x
  for (const run of runs(line)) {
    const s = run.raised ? size * 0.65 : size
    doc.fontSize(s).text(run.text, at, run.raised ? y - size * 0.12 : y, { lineBreak: false })
    at += widthOf(doc, run.text, s)
  }
}
