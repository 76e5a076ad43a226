import { findPatches, type Patch } from '../components.ts'
import { type Area, heightOf, type Ink, widthOf } from '../picture.ts'

/** Red ink is looked at in squares of this side (inches): gaps in a worn ring close, lines of print stay apart. */
const square = 0.03
/** What a seal measures in inches, from a name's to a company's with its shadow, and how far from round or square it may be. */
const seal = { least: 0.4, most: 2.7, longer: 2.2 }
/** So much of the way round a ring is inked, where the box of a seal says that it must run. */
const round = { directions: 72, from: 0.84, to: 1.02, least: 0.7 }
/** A square frame is inked along so much of each side; beside it stands no print of its height. */
const frame = { least: 0.85, longest: 1.4, nearest: 0.6 }
/** A thin bow (half a ring over the edge of a page) fills so little of its box. */
const bow = 0.3
/** Ink is spattered so far (inches) around a seal. */
const margin = 0.05

/** The ink in squares: inked where a tenth of a square is. */
function inSquares({ width, height, bits }: Ink, side: number): Ink {
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)]
  const counts = new Uint16Array(columns * rows)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / side) * columns
    for (let x = 0, at = y * width; x < width; x++, at++) if (bits[at] === 1) (counts[row + Math.floor(x / side)] as number)++
  }
  const least = Math.max(1, side * side * 0.1)
  return { width: columns, height: rows, bits: Uint8Array.from(counts, (count) => (count >= least ? 1 : 0)) }
}

const inked = ({ width, height, bits }: Ink, x: number, y: number) =>
  x >= 0 && y >= 0 && x < width && y < height && bits[Math.floor(y) * width + Math.floor(x)] === 1

/** Whether ink runs round the ellipse that the box holds. Letters have none in most directions. */
function isRing(ink: Ink, box: Area): boolean {
  const [cx, cy, rx, ry] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2, widthOf(box) / 2, heightOf(box) / 2]
  let met = 0
  for (let at = 0; at < round.directions; at++) {
    const angle = (at * 2 * Math.PI) / round.directions
    let own = false
    for (let far = round.from; far <= round.to && !own; far += 0.04)
      own = inked(ink, cx + rx * far * Math.cos(angle), cy + ry * far * Math.sin(angle))
    if (own) met++
  }
  return met >= round.directions * round.least
}

/** Whether ink runs along all four sides of the box. */
function isFramed(ink: Ink, { left, top, right, bottom }: Area): boolean {
  const side = (from: number, to: number, at: (place: number) => boolean) => {
    let met = 0
    for (let place = from; place < to; place++) if (at(place)) met++
    return met >= (to - from) * frame.least
  }
  return (
    side(left, right, (x) => inked(ink, x, top) || inked(ink, x, top + 1)) &&
    side(left, right, (x) => inked(ink, x, bottom - 1) || inked(ink, x, bottom - 2)) &&
    side(top, bottom, (y) => inked(ink, left, y) || inked(ink, left + 1, y)) &&
    side(top, bottom, (y) => inked(ink, right - 1, y) || inked(ink, right - 2, y))
  )
}

/** A frame alone in its line: 国 and 回 have frames too, among letters of their height. */
function standsAlone(own: Patch, patches: readonly Patch[]): boolean {
  const high = heightOf(own)
  return !patches.some(
    (other) =>
      other !== own &&
      Math.abs(other.top - own.top) <= high * 0.25 &&
      Math.abs(other.bottom - own.bottom) <= high * 0.25 &&
      Math.max(other.left - own.right, own.left - other.right) <= high * frame.nearest,
  )
}

/**
 * Where seals stand in the red ink of a page, with all that stands within them: rings, round or oval, whole or cut off, and square
 * frames. Red print that only lies near a seal is none of it.
 */
export function findSeals(red: Ink, dpi: number): Area[] {
  const side = Math.max(2, Math.round(dpi * square))
  const ink = inSquares(red, side)
  const patches = findPatches(ink)
  const inches = (squares: number) => (squares * side) / dpi
  const reach = Math.round(margin * dpi)
  return patches.flatMap((patch) => {
    const [wide, high] = [inches(widthOf(patch)), inches(heightOf(patch))]
    const [long, short] = [Math.max(wide, high), Math.min(wide, high)]
    if (short < seal.least || long > seal.most || long > short * seal.longer) return []
    const thin = patch.ink < widthOf(patch) * heightOf(patch) * bow
    const framed = long <= short * frame.longest && isFramed(ink, patch) && standsAlone(patch, patches)
    if (!thin && !framed && !isRing(ink, patch)) return []
    return [
      {
        left: patch.left * side - reach,
        top: patch.top * side - reach,
        right: patch.right * side + reach,
        bottom: patch.bottom * side + reach,
      },
    ]
  })
}
