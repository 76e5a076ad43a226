import type { Patch } from './components.ts'
import { type Area, type Gray, heightOf, join, overlap, widthOf } from './picture.ts'

/** What a sign of comparison is made of is darker than this. */
const dark = 188
/** Its height in letter heights, and its width in its own heights. */
const height = { least: 0.5, most: 1.25 }
const breadth = { least: 0.55, most: 1.8 }
/** An arm rises by at least so much of the sign's height, as straight as this. */
const leastRise = 0.1
const straight = 0.95
/** The arms stand so far apart, in heights of the sign, at their open side and at most so far where they part first. */
const widestApart = 0.3
const nearestApart = 0.32
/** They are seen apart over this share of the sign's width, with a bar below and without. */
const open = { barred: 0.4, bare: 0.6 }

/** An arm so many times as thick as the other, over most of its columns, is an arm and a bar. */
const thicker = 1.5
const mostly = 0.7

/** A minus in letter heights, and where it stands between the top and the foot of the digit after it. */
const minus = { thickest: 0.22, shortest: 0.18, longest: 1.1, between: [0.35, 0.75] as const }

export type Sign = { text: '≥' | '≤' | '>' | '<' | '-'; area: Area }

type Run = { middle: number; depth: number }
type Column = { x: number; runs: Run[] }

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

/** Two straight arms, one rising and one falling, wide apart at one side and together at the other. */
function closesAt(high: number, arms: readonly Column[]): 'right' | 'left' | undefined {
  const upper = trend(arms.map(({ x, runs }) => ({ x, y: runs[0]?.middle ?? 0 })))
  const lower = trend(arms.map(({ x, runs }) => ({ x, y: runs[1]?.middle ?? 0 })))
  const isArm = ({ rise, straightness }: typeof upper) => straightness >= straight && Math.abs(rise) >= high * leastRise
  if (!isArm(upper) || !isArm(lower) || Math.sign(upper.rise) === Math.sign(lower.rise)) return undefined
  const gapAt = (arm: (typeof arms)[number] | undefined) => ((arm?.runs[1]?.middle ?? 0) - (arm?.runs[0]?.middle ?? 0)) / high
  const [left, right] = [gapAt(arms[0]), gapAt(arms[arms.length - 1])]
  if (Math.max(left, right) < widestApart || Math.min(left, right) > nearestApart) return undefined
  return upper.rise > 0 ? 'right' : 'left'
}

/** What a group of patches shows: two straight arms that meet at a side, with or without a bar below them. */
function shapeOf(gray: Gray, area: Area): Sign['text'] | undefined {
  const wide = widthOf(area)
  const columns = Array.from({ length: wide }, (_, at) => ({ x: area.left + at, runs: runsIn(gray, area, area.left + at) }))
  if (columns.some(({ runs }) => runs.length > 3)) return undefined
  const barred = columns.filter(({ runs }) => runs.length === 3)
  const bare = columns.filter(({ runs }) => runs.length === 2)
  if (barred.length >= wide * open.barred) {
    const side = closesAt(heightOf(area), barred)
    return side && (side === 'right' ? '≥' : '≤')
  }
  const armed = [...bare, ...barred]
    .sort((a, b) => a.x - b.x)
    .map(({ x, runs }) => ({ x, runs: [runs.slice(0, 1), runs.slice(1)].flatMap(asOne) }))
  const doubled = armed.filter(isDoubled)
  if (doubled.length >= wide * open.barred && doubled.length >= armed.length * mostly) {
    const side = closesAt(heightOf(area), withoutBars(doubled))
    return side && (side === 'right' ? '≥' : '≤')
  }
  if (barred.length > 1 || bare.length < wide * open.bare) return undefined
  const side = closesAt(heightOf(area), bare)
  return side && (side === 'right' ? '>' : '<')
}

/** Of arms with their bar in one the arms alone: the lower is as thick as the upper usually is, and stands above the bar. */
function withoutBars(arms: readonly Column[]): Column[] {
  const depth = arms.reduce((sum, { runs }) => sum + (runs[0]?.depth ?? 0), 0) / arms.length
  return arms.map(({ x, runs: [upper, lower] }) => ({
    x,
    runs: upper && lower ? [upper, { middle: lower.middle - lower.depth / 2 + depth / 2, depth }] : [],
  }))
}

/** Runs that stand close under one another as one. */
function asOne(runs: readonly Run[]): Run[] {
  const [first, last] = [runs[0], runs[runs.length - 1]]
  if (first === undefined || last === undefined) return []
  const [from, to] = [first.middle - first.depth / 2, last.middle + last.depth / 2]
  return [{ middle: (from + to) / 2, depth: to - from }]
}

/** Whether the lower arm is two lines that run into one: some types set the bar along it, a hair below. */
const isDoubled = ({ runs: [upper, lower] }: Column) => upper !== undefined && lower !== undefined && lower.depth >= upper.depth * thicker

/** A short stroke half way up before what follows. */
function isMinus(area: Area, rest: readonly Patch[], usual: number): boolean {
  const next = rest.find((patch) => heightOf(patch) >= usual * 0.5)
  if (next === undefined || next.left - area.right > usual * 0.5 || next.left < area.right - 1) return false
  const flat = heightOf(area) <= usual * minus.thickest && widthOf(area) >= usual * minus.shortest && widthOf(area) <= usual * minus.longest
  const up = ((area.top + area.bottom) / 2 - next.top) / heightOf(next)
  return flat && widthOf(area) >= heightOf(area) * 1.4 && up > minus.between[0] && up < minus.between[1]
}

/**
 * The sign of comparison or the minus that a line begins with, told by its shape: engines take the one for a letter
 * or a digit and overlook the other. Undefined
 * where the line begins with anything else, or is nothing but the sign.
 */
export function findSign(gray: Gray, patches: readonly Patch[], usual: number): Sign | undefined {
  const sorted = [...patches].sort((a, b) => a.left - b.left)
  const [first] = sorted
  if (first === undefined) return undefined
  const own = sorted.filter((patch) => overlap(first.left, first.right, patch.left, patch.right) > widthOf(patch) * 0.5)
  if (own.length > 3 || own.length === patches.length) return undefined
  const area = own.reduce<Area>((whole, patch) => join(whole, patch), first)
  const rest = sorted.filter((patch) => !own.includes(patch))
  if (isMinus(area, rest, usual)) return { text: '-', area }
  const ratio = widthOf(area) / heightOf(area)
  if (heightOf(area) < usual * height.least || heightOf(area) > usual * height.most || ratio < breadth.least || ratio > breadth.most)
    return undefined
  const text = shapeOf(gray, area)
  return text === undefined ? undefined : { text, area }
}
