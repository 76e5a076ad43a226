import type { Engine } from './engine.ts'
import { joinPieces } from './join-pieces.ts'
import { maxPageSide } from './limits.ts'
import type { PageContent, Turns } from './page-content.ts'
import { type FontNames, findDirection, numberRuns, readRawGlyphs, uprightGlyphs } from './read-glyphs.ts'
import { readDrawing } from './read-rules.ts'
import { frameOf, type UserBox } from './upright-frame.ts'
import { addWordSpaces } from './word-spaces.ts'

const widget = 20
const freeText = 3

/** Filled form fields and typed remarks are annotations: flattening makes them part of the page's text. */
function hasPrintedAnnotations(engine: Engine, page: number): boolean {
  const { call } = engine
  const count = Math.min(call.FPDFPage_GetAnnotCount(page), 2000)
  for (let index = 0; index < count; index++) {
    const annotation = call.FPDFPage_GetAnnot(page, index)
    const type = call.FPDFAnnot_GetSubtype(annotation)
    call.FPDFPage_CloseAnnot(annotation)
    if (type === widget || type === freeText) return true
  }
  return false
}

/** Loads a page ready for reading or drawing; 0 where it cannot be. The caller closes it. */
export function loadPage(engine: Engine, document: number, index: number): number {
  const { call } = engine
  const page = call.FPDF_LoadPage(document, index)
  if (page === 0 || !hasPrintedAnnotations(engine, page) || call.FPDFPage_Flatten(page, 0) !== 1) return page
  call.FPDF_ClosePage(page)
  return call.FPDF_LoadPage(document, index)
}

/** The page's visible box in user space, and its own rotation. */
export function readPageBox(engine: Engine, page: number): UserBox & { rotation: Turns } {
  const { call, scratch } = engine
  const rotation = (((call.FPDFPage_GetRotation(page) % 4) + 4) % 4) as Turns
  call.FPDF_GetPageBoundingBox(page, scratch)
  const [left = 0, top = 0, right = 0, bottom = 0] = engine.floats()
  return { left, bottom: Math.min(bottom, top), right, top: Math.max(bottom, top), rotation }
}

/** Reads one page's characters, ruling lines and pictures in its upright frame. Undefined where the page cannot be loaded or has no sane size. */
export function readPage(engine: Engine, document: number, index: number, names: FontNames): PageContent | undefined {
  const { call } = engine
  const page = loadPage(engine, document, index)
  if (page === 0) return undefined
  const box = readPageBox(engine, page)
  const text = call.FPDFText_LoadPage(page)
  try {
    if (!(box.right - box.left > 1 && box.top - box.bottom > 1) || Math.max(box.right - box.left, box.top - box.bottom) > maxPageSide)
      return undefined
    const { raw, owners, clipped } = text === 0 ? { raw: [], owners: [], clipped: false } : readRawGlyphs(engine, text, names)
    numberRuns(engine, page, raw, owners)
    const direction = findDirection(raw, box.rotation)
    const frame = frameOf(box, direction)
    const drawing = readDrawing(engine, page, frame)
    return {
      page: index + 1,
      width: frame.width,
      height: frame.height,
      turns: ((direction - box.rotation + 4) % 4) as Turns,
      glyphs: addWordSpaces(uprightGlyphs(raw, box, direction)),
      horizontals: joinPieces(drawing.pieces.filter((piece) => piece.across)),
      verticals: joinPieces(drawing.pieces.filter((piece) => !piece.across)),
      pictures: drawing.pictures,
      curves: drawing.curves,
      clipped: clipped || drawing.clipped,
    }
  } finally {
    if (text !== 0) call.FPDFText_ClosePage(text)
    call.FPDF_ClosePage(page)
  }
}
