import { findPatches } from './components.ts'
import { type Area, type Gray, heightOf, type Ink, shareDarker, widthOf } from './picture.ts'

/** A ground is looked for in squares of this side (inches): thin rules do not join them, letters on it do not part it. */
const square = 0.04
/** Paper is white after flattening; what is darker than this in most of a square is no paper. */
const paper = 190
/** In inches: the lowest and shortest ground that a line of print has. */
const ground = { low: 0.11, short: 0.3 }
/** How much of a square, of a ground's edge and of the whole is solid: letters and thick rules have none of it. */
const solid = { square: 0.7, edge: 0.8, whole: 0.5 }
/** The share of a ground that its print takes. */
const print = { least: 0.015, most: 0.5 }
/** How far (of the way from the ground to white or black) print stands off its ground. */
const standsOff = 0.4
const palest = 90
/** The outline that is left where a ground ends, in pixels: the rule that a head's ground stands for. */
const outline = 2

/** Squares that are dark but for a letter's edge. */
function darkSquares({ width, height, pixels }: Gray, side: number): Ink {
  const [columns, rows] = [Math.floor(width / side), Math.floor(height / side)]
  const bits = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let dark = 0
      for (let y = row * side; y < (row + 1) * side; y++)
        for (let at = y * width + column * side, end = at + side; at < end; at++) if ((pixels[at] ?? 255) < paper) dark++
      if (dark >= side * side * solid.square) bits[row * columns + column] = 1
    }
  return { width: columns, height: rows, bits }
}

/** The share of an area's pixels that are no paper. */
const darkness = (gray: Gray, area: Area) => shareDarker(gray, area, paper)

/** The area moved in or out at each side until its outermost rows and columns are ground. */
function fitted(gray: Gray, area: Area, side: number): Area {
  const found = {
    left: Math.max(0, area.left - side),
    top: Math.max(0, area.top - side),
    right: Math.min(gray.width, area.right + side),
    bottom: Math.min(gray.height, area.bottom + side),
  }
  const isGround = (part: Partial<Area>) => darkness(gray, { ...found, ...part }) >= solid.edge
  for (let at = 0; at < 2 * side && !isGround({ bottom: found.top + 1 }); at++) found.top++
  for (let at = 0; at < 2 * side && !isGround({ top: found.bottom - 1 }); at++) found.bottom--
  for (let at = 0; at < 2 * side && !isGround({ right: found.left + 1 }); at++) found.left++
  for (let at = 0; at < 2 * side && !isGround({ left: found.right - 1 }); at++) found.right--
  return found
}

const hasSolidEdge = (gray: Gray, area: Area) =>
  [{ bottom: area.top + 1 }, { top: area.bottom - 1 }, { right: area.left + 1 }, { left: area.right - 1 }].every(
    (part) => darkness(gray, { ...area, ...part }) >= solid.edge,
  )

/** How many pixels of an area have each level. */
function levelsIn({ width, pixels }: Gray, { left, top, right, bottom }: Area): Uint32Array {
  const counts = new Uint32Array(256)
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const level = pixels[y * width + x] ?? 255
      counts[level] = (counts[level] ?? 0) + 1
    }
  return counts
}

const sumOf = (counts: Uint32Array, from: number, to: number) =>
  counts.subarray(Math.max(0, Math.ceil(from)), Math.max(0, Math.ceil(to))).reduce((a, b) => a + b, 0)

/** The commonest level that is no paper, among neighbours of a few levels. */
function groundLevel(counts: Uint32Array): number {
  let best = 0
  for (let level = 0; level < paper; level++) if (sumOf(counts, level - 4, level + 5) > sumOf(counts, best - 4, best + 5)) best = level
  return best
}

/** What each level becomes, so that an area's print is dark on white; undefined where it shows no print. */
function levelled(counts: Uint32Array, area: Area): Uint8Array | undefined {
  const all = widthOf(area) * heightOf(area)
  const level = groundLevel(counts)
  const light = sumOf(counts, level + (255 - level) * standsOff, 256) / all
  const dark = sumOf(counts, 0, level * (1 - standsOff)) / all
  const shows = (share: number) => share >= print.least && share <= print.most
  if (shows(light) && light > dark)
    return Uint8Array.from({ length: 256 }, (_, value) => 255 - Math.max(0, ((value - level) * 255) / (255 - level)))
  if (shows(dark) && level >= palest) return Uint8Array.from({ length: 256 }, (_, value) => Math.min(255, (value * 255) / level))
  return undefined
}

/** The ground that begins in these squares, to the pixel; undefined where it is none: letters, a rule, a dark corner of a photo. */
function groundIn(gray: Gray, squares: Area, side: number, dpi: number): Area | undefined {
  const rough = { left: squares.left * side, top: squares.top * side, right: squares.right * side, bottom: squares.bottom * side }
  if (heightOf(rough) + side < ground.low * dpi || widthOf(rough) < ground.short * dpi) return undefined
  const area = fitted(gray, rough, side)
  const isGround = heightOf(area) >= ground.low * dpi && hasSolidEdge(gray, area) && darkness(gray, area) >= solid.whole
  return isGround ? area : undefined
}

/** Gives each level of an area its new one, and the area an outline. */
function redraw({ width, pixels }: Gray, { left, top, right, bottom }: Area, becomes: Uint8Array): void {
  for (let y = top; y < bottom; y++) {
    const isEdgeRow = y < top + outline || y >= bottom - outline
    for (let x = left, at = y * width + left; x < right; x++, at++) {
      const isEdge = isEdgeRow || x < left + outline || x >= right - outline
      pixels[at] = isEdge ? 0 : (becomes[pixels[at] ?? 255] ?? 255)
    }
  }
}

/** Makes print on dark grounds (the white letters of a table's head, black ones on grey) dark on white, in place. The ground's edge stays as a rule. */
export function revertGrounds(gray: Gray, dpi: number): void {
  const side = Math.max(2, Math.round(dpi * square))
  for (const squares of findPatches(darkSquares(gray, side))) {
    const area = groundIn(gray, squares, side, dpi)
    const becomes = area && levelled(levelsIn(gray, area), area)
    if (area !== undefined && becomes !== undefined) redraw(gray, area, becomes)
  }
}
