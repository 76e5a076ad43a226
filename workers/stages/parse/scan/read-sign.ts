import type { Patch } from './components.ts'
import { type Area, type Gray, heightOf, join, overlap, widthOf } from './picture.ts'

/** What a sign of comparison is made of is darker than this. */
const dark = 150
/** Its height in letter heights, and its width in its own heights. */
const height = { least: 0.5, most: 1.25 }
const breadth = { least: 0.55, most: 1.8 }
/** An arm rises by so much of the sign's height, as straight as this. */
const rise = { least: 0.22, most: 0.75 }
const straight = 0.95
/** Arms are seen apart over this share of the sign's width. */
const apart = 0.35

export type Sign = { text: '≥' | '≤' | '>' | '<'; area: Area; patches: Patch[] }

type Run = { middle: number; depth: number }

/** The runs of ink in one column, from the top. */
function runsIn({ width, pixels }: Gray, { top, bottom }: Area, x: number): Run[] {
  const runs: Run[] = []
  let start = -1
  for (let y = top; y <= bottom; y++) {
    const inked = y < bottom && (pixels[y * width + x] ?? 255) < dark
    if (inked && start < 0) start = y
    if (!inked && start >= 0) {
      runs.push({ middle: (start + y) / 2, depth: y - start })
      start = -1
    }
  }
  return runs
}

/** How far a row of points rises from its first to its last, and how straight it is (1 is a line). */
function trend(points: readonly { x: number; y: number }[]): { rise: number; straightness: number } {
  const n = points.length
  const mean = (pick: (point: { x: number; y: number }) => number) => points.reduce((sum, point) => sum + pick(point), 0) / n
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)]
  const [xx, yy, xy] = [mean(({ x }) => (x - mx) ** 2), mean(({ y }) => (y - my) ** 2), mean(({ x, y }) => (x - mx) * (y - my))]
  const span = (points[n - 1]?.x ?? 0) - (points[0]?.x ?? 0)
  return { rise: xx === 0 ? 0 : (xy / xx) * span, straightness: xx === 0 || yy === 0 ? 0 : Math.abs(xy) / Math.sqrt(xx * yy) }
}

/** What a group of patches shows: two straight arms that meet at a side, with or without a bar below them. */
function shapeOf(gray: Gray, area: Area): Sign['text'] | undefined {
  const high = heightOf(area)
  const columns = Array.from({ length: widthOf(area) }, (_, at) => ({ x: area.left + at, runs: runsIn(gray, area, area.left + at) }))
  const open = columns.filter(({ runs }) => runs.length === 2 || runs.length === 3)
  if (open.length < widthOf(area) * apart || columns.some(({ runs }) => runs.length > 3)) return undefined
  const barred = open.filter(({ runs }) => runs.length === 3)
  const hasBar = barred.length >= open.length * 0.5
  const seen = hasBar ? barred : open.filter(({ runs }) => runs.length === 2)
  if (seen.length < 4) return undefined
  const upper = trend(seen.map(({ x, runs }) => ({ x, y: runs[0]?.middle ?? 0 })))
  const lower = trend(seen.map(({ x, runs }) => ({ x, y: runs[1]?.middle ?? 0 })))
  const isArm = ({ rise: own, straightness }: typeof upper) =>
    straightness >= straight && Math.abs(own) >= high * rise.least * apart && Math.abs(own) <= high * rise.most
  if (!isArm(upper) || !isArm(lower) || Math.sign(upper.rise) === Math.sign(lower.rise)) return undefined
  const closes = upper.rise > 0
  if (hasBar) return closes ? '≥' : '≤'
  return closes ? '>' : '<'
}

/**
 * The sign of comparison that a line begins with, told by its shape: engines take it for a letter or a digit. Undefined
 * where the line begins with anything else, or is nothing but the sign.
 */
export function findSign(gray: Gray, patches: readonly Patch[], usual: number): Sign | undefined {
  const sorted = [...patches].sort((a, b) => a.left - b.left)
  const [first] = sorted
  if (first === undefined) return undefined
  const own = sorted.filter((patch) => overlap(first.left, first.right, patch.left, patch.right) > widthOf(patch) * 0.5)
  if (own.length > 3 || own.length === patches.length) return undefined
  const area = own.reduce<Area>((whole, patch) => join(whole, patch), first)
  const ratio = widthOf(area) / heightOf(area)
  if (heightOf(area) < usual * height.least || heightOf(area) > usual * height.most || ratio < breadth.least || ratio > breadth.most)
    return undefined
  const text = shapeOf(gray, area)
  return text === undefined ? undefined : { text, area, patches: own }
}
