import type { Stretch } from './group-lines.ts'
import { type Gray, heightOf, widthOf } from './picture.ts'

/** A mark is at most as dark as this. */
const dark = 170
const slimmest = 3
/** A slash leans by this much for every pixel of its height; a 1, an I and a bar stand upright. */
const leastLean = 0.16
const mostLean = 0.9
/** How far, in stroke widths, a straight stroke's rows may lie from its own axis. */
const mostBend = 0.35

/** The middles and widths of a stroke's rows. */
function rowsOf({ width, pixels }: Gray, { area }: Stretch): { y: number; middle: number; breadth: number }[] {
  const rows: { y: number; middle: number; breadth: number }[] = []
  for (let y = area.top; y < area.bottom; y++) {
    let [ink, sum] = [0, 0]
    for (let x = area.left; x < area.right; x++) {
      const weight = 255 - (pixels[y * width + x] ?? 255)
      if (weight < 255 - dark) continue
      ink += weight
      sum += weight * x
    }
    if (ink > 0) rows.push({ y, middle: sum / ink, breadth: ink / 255 })
  }
  return rows
}

function isSlash(gray: Gray, stretch: Stretch): boolean {
  const rows = rowsOf(gray, stretch)
  if (rows.length < heightOf(stretch.area) * 0.8) return false
  const mean = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + pick(row), 0) / rows.length
  const [y, x, breadth] = [mean((row) => row.y), mean((row) => row.middle), mean((row) => row.breadth)]
  const spread = mean((row) => (row.y - y) ** 2)
  const lean = mean((row) => (row.y - y) * (row.middle - x)) / spread
  if (lean > -leastLean || lean < -mostLean) return false
  const bend = Math.sqrt(mean((row) => (row.middle - x - lean * (row.y - y)) ** 2))
  return bend <= Math.max(0.7, breadth * mostBend)
}

/**
 * A mark that stands alone in its place and says that there is no value: a dash or a slash, told by its shape, because
 * engines take them for digits. Undefined for anything else.
 */
export function readMark(gray: Gray, stretch: Stretch, usual: number): '—' | '-' | '/' | undefined {
  const { area, patches } = stretch
  const [width, height] = [widthOf(area), heightOf(area)]
  if (height <= Math.max(3, usual * 0.2) && width >= Math.max(height * slimmest, usual * 0.25)) return width >= usual * 0.6 ? '—' : '-'
  if (patches.length === 1 && height >= usual * 0.7 && width <= height * 0.9 && isSlash(gray, stretch)) return '/'
  return undefined
}
