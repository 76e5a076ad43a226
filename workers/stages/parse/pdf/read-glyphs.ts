import type { Engine } from './engine.ts'
import { maxGlyphsPerPage } from './limits.ts'
import type { Glyph, Turns } from './page-content.ts'
import { isBlank, printedCharacter } from './printed-character.ts'
import { frameOf, type UserBox } from './upright-frame.ts'

/** What a text object says for all its characters. */
type Style = { size: number; bold: boolean; angle: number; font: string; hidden: boolean }
export type RawGlyph = { text: string; x0: number; y0: number; x1: number; y1: number; ox: number; oy: number; style: Style; run: number }

const invisibleMode = 3
const boldWeight = 600
const plain: Style = { size: 10, bold: false, angle: 0, font: '', hidden: false }

/** Names of the fonts of one document, read once each. */
export type FontNames = Map<number, string>

function readFontName(engine: Engine, font: number, names: FontNames): string {
  const known = names.get(font)
  if (known !== undefined) return known
  const length = font === 0 ? 0 : engine.call.FPDFFont_GetBaseFontName(font, engine.scratch, 200)
  const name = Buffer.from(engine.heap().subarray(engine.scratch, engine.scratch + Math.max(0, Math.min(length, 200) - 1))).toString(
    'latin1',
  )
  names.set(font, name)
  return name
}

function readStyle(engine: Engine, text: number, index: number, object: number, names: FontNames): Style {
  const { call, scratch } = engine
  const points = call.FPDFText_GetFontSize(text, index)
  const weight = call.FPDFText_GetFontWeight(text, index)
  const font = readFontName(engine, call.FPDFTextObj_GetFont(object), names)
  const hidden = call.FPDFTextObj_GetTextRenderMode(object) === invisibleMode
  call.FPDFText_GetMatrix(text, index, scratch)
  const [a = 1, b = 0, c = 0, d = 1] = engine.floats()
  const bold = weight >= boldWeight || /bold|black|heavy|hei/i.test(font)
  return { size: points * Math.hypot(c, d), bold, angle: (Math.atan2(b, a) * 180) / Math.PI, font, hidden }
}

/** All characters of the page in user space. Spaces that PDFium generates are left out: gaps tell them better. */
export function readRawGlyphs(engine: Engine, text: number, names: FontNames): { raw: RawGlyph[]; owners: number[]; clipped: boolean } {
  const { call, scratch } = engine
  const count = call.FPDFText_CountChars(text)
  const raw: RawGlyph[] = []
  let object = 0
  const owners: number[] = []
  let style = plain
  for (let index = 0; index < Math.min(count, maxGlyphsPerPage); index++) {
    const code = call.FPDFText_GetUnicode(text, index)
    if (code <= 0x20 && code !== 0x02 && call.FPDFText_IsGenerated(text, index) === 1) continue
    const owner = call.FPDFText_GetTextObject(text, index)
    if (owner === 0) continue
    if (owner !== object) {
      object = owner
      style = readStyle(engine, text, index, owner, names)
    }
    const letter = printedCharacter(code, style.font)
    if (letter === '') continue
    if (owner !== owners[owners.length - 1] && !isBlank(letter)) owners.push(owner)
    const run = Math.max(0, owners.length - 1)
    call.FPDFText_GetLooseCharBox(text, index, scratch)
    call.FPDFText_GetCharOrigin(text, index, scratch + 32, scratch + 40)
    const [x0 = 0, y1 = 0, x1 = 0, y0 = 0] = engine.floats()
    const doubles = engine.doubles()
    raw.push({ text: letter, x0, y0, x1, y1, ox: doubles[4] ?? 0, oy: doubles[5] ?? 0, style, run })
  }
  return { raw, owners, clipped: count > maxGlyphsPerPage }
}

/**
 * Numbers the text objects as the page's content shows them: PDFium's text sorts those of one line from the left. Left as
 * it is where some stand in a form, whose objects the page does not list.
 */
export function numberRuns(engine: Engine, page: number, raw: RawGlyph[], owners: readonly number[]): void {
  const { call } = engine
  const wanted = new Map(owners.map((owner) => [owner, 0]))
  const count = call.FPDFPage_CountObjects(page)
  let next = 0
  for (let index = 0; index < count && next < wanted.size; index++) {
    const object = call.FPDFPage_GetObject(page, index)
    if (wanted.has(object)) wanted.set(object, ++next)
  }
  if (next < wanted.size) return
  for (const glyph of raw) glyph.run = wanted.get(owners[glyph.run] ?? 0) ?? glyph.run
}

const quarter = (angle: number): Turns => (((Math.round(angle / 90) % 4) + 4) % 4) as Turns
/** Text set aslant is a watermark or a stamp, not part of the body. */
const isAslant = (angle: number) => Math.abs(angle - Math.round(angle / 90) * 90) > 8

/** The direction, in quarter turns against user space, in which most characters of the page read. */
export function findDirection(raw: readonly RawGlyph[], fallback: Turns): Turns {
  const votes = [0, 0, 0, 0]
  for (const glyph of raw)
    if (!isAslant(glyph.style.angle)) votes[quarter(glyph.style.angle)] = (votes[quarter(glyph.style.angle)] ?? 0) + 1
  const most = Math.max(...votes)
  return most === 0 || votes[fallback] === most ? fallback : (votes.indexOf(most) as Turns)
}

/** The characters in the upright frame. Aslant ones (watermarks) are left out. */
export function uprightGlyphs(raw: readonly RawGlyph[], page: UserBox, direction: Turns): Glyph[] {
  const frame = frameOf(page, direction)
  const glyphs: Glyph[] = []
  for (const item of raw) {
    if (isAslant(item.style.angle)) continue
    const turned = ((quarter(item.style.angle) - direction + 4) % 4) as Turns
    const [x0, top, x1, bottom] = frame.box(item.x0, item.y0, item.x1, item.y1)
    const [ox, oy] = frame.point(item.ox, item.oy)
    const loose = turned % 2 === 0 ? bottom - top : x1 - x0
    const size = item.style.size > loose * 0.12 && item.style.size < loose * 4 ? item.style.size : loose
    if (!(size > 0.5) || x1 < 0 || bottom < 0 || x0 > frame.width || top > frame.height) continue
    const { run } = item
    const { bold, hidden } = item.style
    if (turned === 0)
      glyphs.push({ text: item.text, x0, x1, top: oy - size * 0.88, bottom: oy + size * 0.14, base: oy, size, bold, turned, hidden, run })
    else glyphs.push({ text: item.text, x0, x1, top, bottom, base: turned === 2 ? oy : ox, size, bold, turned, hidden, run })
  }
  return glyphs
}
