import { brightness, type Gray, type Picture } from './picture.ts'

/** Print is looked for in squares of this many pixels, in the picture as it is and shrunk so often by half: letters of any size have strokes in one of them. */
const square = 16
const halvings = 2
/** Print stands off its paper by this many levels. */
const contrast = 40
/** Of a square of print at most this share lies between the levels of paper and of ink, and most is paper: textures have every level. */
const share = { between: 0.34, paper: 0.45, ink: 0.04 }
/** Levels count as paper's or ink's within this part of the way from one to the other. */
const near = 0.3
/** The outermost pixels of a square do not count: dust, noise. */
const outermost = 0.03
/** A row of a square is crossed by so many strokes in the mean: an edge in a photo crosses it once or never. */
const strokes = 1.15
/** So many squares of print in a row or a column are a line of it; a texture has single ones. */
const line = 3
/** A photo has so many squares with contrast and no print: a blank page or one with a single word has few. */
const leastBusy = 0.15

function lightOf({ width, height, rgb }: Picture): Gray {
  const pixels = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < pixels.length; at++, from += 3)
    pixels[at] = brightness(rgb[from] ?? 0, rgb[from + 1] ?? 0, rgb[from + 2] ?? 0)
  return { width, height, pixels }
}

function halve({ width, height, pixels }: Gray): Gray {
  const [across, down] = [width >> 1, height >> 1]
  const half = new Uint8Array(across * down)
  for (let y = 0, at = 0; y < down; y++)
    for (let x = 0; x < across; x++, at++) {
      const from = y * 2 * width + x * 2
      half[at] = ((pixels[from] ?? 0) + (pixels[from + 1] ?? 0) + (pixels[from + width] ?? 0) + (pixels[from + width + 1] ?? 0)) >> 2
    }
  return { width: across, height: down, pixels: half }
}

/** The level below which this share of the counted pixels lies. */
function levelAt(counts: Uint32Array, part: number): number {
  let left = square * square * part
  let level = 0
  while (level < 255 && left >= (counts[level] ?? 0)) left -= counts[level++] ?? 0
  return level
}

/** How many strokes cross the rows of a square. */
function crossings({ width, pixels }: Gray, left: number, top: number, middle: number, inkIsDark: boolean): number {
  let crossed = 0
  for (let y = top; y < top + square; y++) {
    let inside = false
    for (let at = y * width + left, end = at + square; at < end; at++) {
      const own = (pixels[at] ?? 0) < middle === inkIsDark
      if (own && !inside) crossed++
      inside = own
    }
  }
  return crossed
}

/** What a square shows: nothing, strokes of ink on paper (dark on light or light on dark), or something else. */
function lookAt(light: Gray, left: number, top: number, counts: Uint32Array): 'even' | 'print' | 'busy' {
  const { width, pixels } = light
  counts.fill(0)
  for (let y = top; y < top + square; y++)
    for (let at = y * width + left, end = at + square; at < end; at++) counts[pixels[at] ?? 0] = (counts[pixels[at] ?? 0] ?? 0) + 1
  const [dark, bright] = [levelAt(counts, outermost), levelAt(counts, 1 - outermost)]
  if (bright - dark < contrast) return 'even'
  const reach = (bright - dark) * near
  let [below, above] = [0, 0]
  for (let level = 0; level < 256; level++) {
    if (level <= dark + reach) below += counts[level] ?? 0
    else if (level >= bright - reach) above += counts[level] ?? 0
  }
  const all = square * square
  if (all - below - above > all * share.between || Math.max(below, above) < all * share.paper || Math.min(below, above) < all * share.ink)
    return 'busy'
  return crossings(light, left, top, (dark + bright) / 2, above >= below) >= square * strokes ? 'print' : 'busy'
}

/** Whether a line of print is seen; where none is, how much of the picture is busy with something else. */
function look(light: Gray): 'print' | number {
  const counts = new Uint32Array(256)
  const [across, down] = [Math.floor(light.width / square), Math.floor(light.height / square)]
  const above = new Uint8Array(across)
  let busy = 0
  for (let row = 0; row < down; row++) {
    let before = 0
    for (let column = 0; column < across; column++) {
      const seen = lookAt(light, column * square, row * square, counts)
      before = seen === 'print' ? before + 1 : 0
      above[column] = seen === 'print' ? (above[column] ?? 0) + 1 : 0
      if (before >= line || (above[column] ?? 0) >= line) return 'print'
      if (seen === 'busy') busy++
    }
  }
  return busy / Math.max(1, across * down)
}

/**
 * Whether a picture is a photo in which nothing is printed: full of contrast, and nowhere a line of strokes on even ground. Told without
 * any engine, which would read letters into leaves and gravel for seconds. A page with a line of print is none, whatever lies around it.
 */
export function isPhoto(picture: Picture): boolean {
  let light = lightOf(picture)
  const seen = look(light)
  if (seen === 'print' || seen < leastBusy) return false
  for (let at = 0; at < halvings; at++) {
    light = halve(light)
    if (look(light) === 'print') return false
  }
  return true
}
