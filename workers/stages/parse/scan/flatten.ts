import { brightness, type Gray, type Picture } from './picture.ts'
import { faint, redness } from './red/red-layer.ts'

/** Side of the squares (inches) in which the paper's own brightness is looked for. */
const square = 0.16
/** Paper is at least as bright as all but this share of a square's pixels. */
const brightest = 0.1
/**
 * The text channel of a coloured picture: the red light alone. A red stamp shines as brightly in it as paper, while black,
 * grey and blue print stay dark, also under the stamp. Red print goes with it, and is put back where it is known for print (red/).
 */
function redChannel({ width, height, rgb }: Picture): Gray {
  const pixels = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < pixels.length; at++, from += 3) {
    const red = rgb[from] ?? 0
    const green = rgb[from + 1] ?? 0
    const blue = rgb[from + 2] ?? 0
    const above = red - (green > blue ? green : blue)
    const light = brightness(red, green, blue)
    if (above <= faint) {
      pixels[at] = light
      continue
    }
    // Dark red is red ink over print or a shadow: it brightens only as far as it is red. A hardly inked seal is pale red, and goes by degrees.
    const bright = Math.min(255, red + (above >> 1))
    pixels[at] = above >= redness ? bright : light + ((bright - light) * (above - faint)) / (redness - faint)
  }
  return { width, height, pixels }
}

/** The paper's brightness in each square: nearly the brightest of its pixels, smoothed over the neighbours. */
function measurePaper({ width, height, pixels }: Gray, side: number) {
  const columns = Math.max(1, Math.ceil(width / side))
  const rows = Math.max(1, Math.ceil(height / side))
  const raw = new Float32Array(columns * rows)
  const counts = new Uint32Array(256)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      counts.fill(0)
      let seen = 0
      const bottom = Math.min(height, (row + 1) * side)
      const right = Math.min(width, (column + 1) * side)
      for (let y = row * side; y < bottom; y += 2)
        for (let x = column * side; x < right; x += 2) {
          const value = pixels[y * width + x] ?? 0
          counts[value] = (counts[value] ?? 0) + 1
          seen++
        }
      let left = seen * brightest
      let level = 255
      while (level > 0 && left >= (counts[level] ?? 0)) left -= counts[level--] ?? 0
      raw[row * columns + column] = level
    }
  return { columns, rows, levels: smooth(raw, columns, rows) }
}

/** A dark square among bright ones is print (a heading in reverse, a picture), not dark paper: the median of the neighbourhood counts. */
function smooth(raw: Float32Array, columns: number, rows: number): Float32Array {
  const levels = new Float32Array(raw.length)
  const around: number[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      around.length = 0
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) around.push(raw[y * columns + x] ?? 0)
      around.sort((a, b) => a - b)
      levels[row * columns + column] = Math.max(around[around.length >> 1] ?? 0, raw[row * columns + column] ?? 0)
    }
  return levels
}

/** A line of weights that carries a position in pixels to its two neighbouring squares. */
function weights(length: number, side: number, count: number) {
  const first = new Int32Array(length)
  const share = new Float32Array(length)
  for (let at = 0; at < length; at++) {
    const place = Math.min(Math.max((at + 0.5) / side - 0.5, 0), count - 1)
    first[at] = Math.min(Math.floor(place), Math.max(0, count - 2))
    share[at] = count === 1 ? 0 : place - (first[at] ?? 0)
  }
  return { first, share }
}

/** The picture in grey on white paper: stamps dropped, shadows and tinted backgrounds evened out. Same size as the picture. */
export function flatten(picture: Picture): Gray {
  const gray = redChannel(picture)
  const { width, height, pixels } = gray
  const side = Math.max(8, Math.round(picture.dpi * square))
  const { columns, rows, levels } = measurePaper(gray, side)
  const across = weights(width, side, columns)
  const down = weights(height, side, rows)
  const paper = new Float32Array(columns)
  for (let y = 0; y < height; y++) {
    const top = (down.first[y] ?? 0) * columns
    const below = rows === 1 ? top : top + columns
    const part = down.share[y] ?? 0
    for (let column = 0; column < columns; column++)
      paper[column] = 255 / Math.max(48, (levels[top + column] ?? 0) * (1 - part) + (levels[below + column] ?? 0) * part)
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const column = across.first[x] ?? 0
      const gain = (paper[column] ?? 0) + ((paper[column + 1] ?? paper[column] ?? 0) - (paper[column] ?? 0)) * (across.share[x] ?? 0)
      const value = (pixels[at] ?? 0) * gain
      pixels[at] = value > 255 ? 255 : value
    }
  }
  return gray
}
