import type { Homography, Point } from './homography.ts'
import { compose, toCorners } from './homography.ts'
import type { Picture } from './picture.ts'
import { type Placed, warp } from './straighten.ts'

/** The sheet is looked for in a picture of about this many pixels along its long side. */
const across = 420
/** Levels of brightness that may part a sheet from what it lies on, also where a shadow falls on both. */
const levels = { from: 60, to: 215, step: 5 }
/** A sheet takes at least so much of a photo, is so full of paper, and has so little as bright around it. */
const sheet = { least: 0.25, filled: 0.93, around: 0.12 }
/** Sides farther than this from upright and level (in slope) are no sheet held by hand. */
const steepest = 0.3
/** On this many sides the ground must be seen, so wide (in lengths of the picture): dark print at one end of a page is no ground. */
const leastFree = 3
const leastShift = 0.004

type Small = { width: number; height: number; light: Uint8Array; step: number }

/** The picture's brightness in blocks of pixels. */
function shrink({ width, height, rgb }: Picture): Small {
  const step = Math.max(1, Math.ceil(Math.max(width, height) / across))
  const [columns, rows] = [Math.floor(width / step), Math.floor(height / step)]
  const light = new Uint8Array(columns * rows)
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      let sum = 0
      for (let dy = 0; dy < step; dy++) {
        const from = ((y * step + dy) * width + x * step) * 3
        for (let at = from; at < from + step * 3; at += 3) sum += Math.max(rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0)
      }
      light[y * columns + x] = sum / (step * step)
    }
  return { width: columns, height: rows, light, step }
}

/** The place nearest to the picture's middle, below a short walk along its row, that is as bright; -1 where none is. */
function startOf({ width, height, light }: Small, level: number): number {
  const middle = Math.floor(height / 2) * width
  for (let away = 0; away < width / 4; away++)
    for (const x of [width / 2 + away, width / 2 - away]) if ((light[middle + Math.floor(x)] ?? 0) >= level) return middle + Math.floor(x)
  return -1
}

/**
 * The places of one connected bright patch, the one that holds the picture's middle or is nearest to it, at one level of brightness
 * after another, each lower than the one before: it only grows.
 */
class BrightPatch {
  readonly places: Uint8Array
  private readonly small: Small
  /** Places beside the patch that were too dark for it, by their brightness. */
  private darker: number[][] = []
  private readonly seen: Uint8Array
  private readonly open: Int32Array
  private waiting = 0

  constructor(small: Small) {
    this.small = small
    this.places = new Uint8Array(small.light.length)
    this.seen = new Uint8Array(small.light.length)
    this.open = new Int32Array(small.light.length)
  }

  /** Whether the patch grew, or is another one. */
  lower(level: number): boolean {
    const start = startOf(this.small, level)
    if (start < 0) return false
    if (this.places[start] !== 1) this.forget()
    this.visit(start, level)
    for (let light = level; light < this.darker.length; light++) {
      for (const at of this.darker[light] ?? []) this.add(at)
      this.darker[light] = []
    }
    const grows = this.waiting > 0
    this.grow(level)
    return grows
  }

  /** A place that the patch so far does not reach: what is found may still join both. */
  private forget(): void {
    this.places.fill(0)
    this.seen.fill(0)
    this.darker = []
  }

  private add(at: number): void {
    this.places[at] = 1
    this.open[this.waiting++] = at
  }

  private visit(at: number, level: number): void {
    if (this.seen[at] === 1) return
    this.seen[at] = 1
    const light = this.small.light[at] ?? 0
    if (light >= level) this.add(at)
    else {
      while (this.darker.length <= light) this.darker.push([])
      this.darker[light]?.push(at)
    }
  }

  private grow(level: number): void {
    const { width, height } = this.small
    while (this.waiting > 0) {
      const at = this.open[--this.waiting] ?? 0
      const x = at % width
      if (x > 0) this.visit(at - 1, level)
      if (x < width - 1) this.visit(at + 1, level)
      if (at >= width) this.visit(at - width, level)
      if (at < width * (height - 1)) this.visit(at + width, level)
    }
  }
}

/** A side as across = offset + slope · along. */
type Side = { offset: number; slope: number }

function fitLine(points: readonly Point[]): Side {
  const mean = (pick: (point: Point) => number) => points.reduce((sum, point) => sum + pick(point), 0) / points.length
  const [mx, my] = [mean(([x]) => x), mean(([, y]) => y)]
  const [xx, xy] = [mean(([x]) => (x - mx) ** 2), mean(([x, y]) => (x - mx) * (y - my))]
  const slope = xx === 0 ? 0 : xy / xx
  return { slope, offset: my - slope * mx }
}

/** The line along a side: fitted, then once more without what strays from it (fingers, folded corners, print at the edge). */
function fitSide(points: readonly Point[]): Side | undefined {
  if (points.length < 20) return undefined
  let kept: readonly Point[] = points
  let side = fitLine(kept)
  for (const reach of [6, 3, 2]) {
    kept = points.filter(([x, y]) => Math.abs(y - side.offset - side.slope * x) <= reach)
    if (kept.length < points.length * 0.5) return undefined
    side = fitLine(kept)
  }
  return Math.abs(side.slope) <= steepest ? side : undefined
}

/** The outermost places of the patch along rows or columns, seen from one side, without the ends where the other sides turn in. */
function edge({ width, height }: Small, patch: Uint8Array, along: 'row' | 'column', last: boolean): Point[] {
  const [lines, length] = along === 'row' ? [height, width] : [width, height]
  const points: Point[] = []
  for (let line = 0; line < lines; line++) {
    const at = (place: number) => (along === 'row' ? line * width + place : place * width + line)
    let place = last ? length - 1 : 0
    while (place >= 0 && place < length && patch[at(place)] === 0) place += last ? -1 : 1
    if (place >= 0 && place < length) points.push([line + 0.5, last ? place + 1 : place])
  }
  const trimmed = Math.floor(points.length * 0.06)
  return points.slice(trimmed, points.length - trimmed)
}

/** Where a level side (y by x) and an upright side (x by y) cross. */
function crossing(level: Side, upright: Side): Point {
  const y = (level.offset + level.slope * upright.offset) / (1 - level.slope * upright.slope)
  return [upright.offset + upright.slope * y, y]
}

type Corners = readonly [Point, Point, Point, Point]

function cornersOf(small: Small, patch: Uint8Array): Corners | undefined {
  const [left, right] = [fitSide(edge(small, patch, 'row', false)), fitSide(edge(small, patch, 'row', true))]
  const [top, bottom] = [fitSide(edge(small, patch, 'column', false)), fitSide(edge(small, patch, 'column', true))]
  if (!left || !right || !top || !bottom) return undefined
  return [crossing(top, left), crossing(top, right), crossing(bottom, right), crossing(bottom, left)]
}

const distance = ([ax, ay]: Point, [bx, by]: Point) => Math.hypot(ax - bx, ay - by)

/** Between which places a line across a picture so wide lies between the corners: [first, end). */
function spanInside(y: number, width: number, corners: Corners): [number, number] {
  let [from, to] = [0, width]
  for (const [at, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(at + 1) % 4] ?? [0, 0]
    const x = ax + ((bx - ax) * (y - ay)) / (by - ay)
    if (by > ay) to = Math.min(to, Math.floor(x - 0.5) + 1)
    else if (by < ay) from = Math.max(from, Math.ceil(x - 0.5))
    else if ((bx - ax) * (y - ay) < 0) to = from
  }
  return [from, Math.max(from, to)]
}

/** How well corners hold a sheet: how full of paper they are, less what is as bright outside; undefined where they do not. */
function judge({ width, height }: Small, patch: Uint8Array, corners: Corners): number | undefined {
  let [inside, filled, all] = [0, 0, 0]
  for (let y = 0; y < height; y++) {
    const [from, to] = spanInside(y + 0.5, width, corners)
    inside += to - from
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const own = patch[at] ?? 0
      all += own
      if (x >= from && x < to) filled += own
    }
  }
  const [outside, bright] = [width * height - inside, all - filled]
  const full = filled / Math.max(1, inside)
  const around = bright / Math.max(1, outside)
  return inside >= width * height * sheet.least && full >= sheet.filled - 0.35 && around <= sheet.around && outside > 0
    ? full - around
    : undefined
}

/** The corners of the sheet that a photo shows, in its pixels: top left, top right, bottom right, bottom left; undefined where it shows no sheet on darker ground. */
export function findSheet(picture: Picture): Corners | undefined {
  const small = shrink(picture)
  const patch = new BrightPatch(small)
  let best: { corners: Corners; score: number } | undefined
  for (let level = levels.to; level >= levels.from; level -= levels.step) {
    const corners = patch.lower(level) ? cornersOf(small, patch.places) : undefined
    const score = corners && judge(small, patch.places, corners)
    if (corners !== undefined && score !== undefined && (best === undefined || score >= best.score)) best = { corners, score }
  }
  if (best === undefined) return undefined
  const scaled = best.corners.map(([x, y]): Point => [x * small.step, y * small.step])
  const [a, b, c, d] = scaled
  if (!a || !b || !c || !d) return undefined
  return freeSides([a, b, c, d], picture) >= leastFree ? [a, b, c, d] : undefined
}

/** How many of the four sides stand off the picture's edge: the ground is seen beside them. */
function freeSides([a, b, c, d]: Corners, { width, height }: Picture): number {
  const least = Math.max(width, height) * leastShift
  const off = [
    [a[0], d[0]],
    [a[1], b[1]],
    [width - b[0], width - c[0]],
    [height - c[1], height - d[1]],
  ]
  return off.filter((ends) => ends.every((end) => end > least)).length
}

/** The sheet of a photo, seen from straight above and alone; as it is where no sheet is found. */
export function liftSheet(placed: Placed, picture: Picture): Placed {
  const corners = findSheet(picture)
  if (corners === undefined) return placed
  const [a, b, c, d] = corners
  const width = Math.round((distance(a, b) + distance(d, c)) / 2)
  const height = Math.round((distance(a, d) + distance(b, c)) / 2)
  const map: Homography = toCorners(width, height, corners)
  return { gray: warp(placed.gray, map, width, height), toSource: compose(placed.toSource, map) }
}
