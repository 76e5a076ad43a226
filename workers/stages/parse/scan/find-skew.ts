import type { Gray } from './picture.ts'

/** A scanner's feeder turns a page by up to this many degrees. */
const widest = 6
const coarse = 0.5
const fine = 0.05
/** Skew is measured on a picture of about this many pixels across. */
const across = 700

type Points = { xs: Int16Array; ys: Int16Array; width: number; height: number }

/** Dark places of a shrunken page: where a block's darkest pixel is dark. */
function darkPlaces({ width, height, pixels }: Gray): Points {
  const step = Math.max(1, Math.round(Math.max(width, height) / across))
  const xs: number[] = []
  const ys: number[] = []
  for (let y = 0; y + step <= height; y += step)
    for (let x = 0; x + step <= width; x += step) {
      let darkest = 255
      for (let dy = 0; dy < step; dy++) {
        const at = (y + dy) * width + x
        for (let dx = 0; dx < step; dx++) darkest = Math.min(darkest, pixels[at + dx] ?? 255)
      }
      if (darkest < 110) {
        xs.push(x / step)
        ys.push(y / step)
      }
    }
  return { xs: Int16Array.from(xs), ys: Int16Array.from(ys), width: Math.ceil(width / step), height: Math.ceil(height / step) }
}

/** How sharply lines and gaps alternate when the page is read along this angle. */
function sharpness({ xs, ys, width, height }: Points, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const lift = Math.ceil(Math.abs(slope) * width) + 1
  const sums = new Float64Array(height + 2 * lift)
  for (let at = 0; at < xs.length; at++) {
    const row = Math.round((ys[at] ?? 0) - slope * (xs[at] ?? 0)) + lift
    sums[row] = (sums[row] ?? 0) + 1
  }
  let sum = 0
  for (let row = 1; row < sums.length; row++) sum += ((sums[row] ?? 0) - (sums[row - 1] ?? 0)) ** 2
  return sum
}

const turned = ({ xs, ys, width, height }: Points): Points => ({ xs: ys, ys: xs.map((x) => width - 1 - x), width: height, height: width })

function best(points: Points): { degrees: number; score: number } {
  let found = { degrees: 0, score: sharpness(points, 0) }
  const look = (from: number, to: number, step: number) => {
    for (let degrees = from; degrees <= to + 1e-9; degrees += step) {
      const score = sharpness(points, degrees)
      if (score > found.score * 1.0001) found = { degrees, score }
    }
  }
  look(-widest, widest, coarse)
  const near = found.degrees
  look(near - coarse, near + coarse, fine)
  return found
}

/** By how many degrees the lines of a page fall to the right, and how clearly, also for the page turned a quarter anticlockwise. */
export function findSkew(gray: Gray): { upright: { degrees: number; score: number }; sideways: { degrees: number; score: number } } {
  const points = darkPlaces(gray)
  if (points.xs.length < 60) return { upright: { degrees: 0, score: 0 }, sideways: { degrees: 0, score: 0 } }
  return { upright: best(points), sideways: best(turned(points)) }
}
