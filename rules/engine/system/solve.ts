import { Decimal } from '../decimal.ts'
import type { Interval } from '../interval.ts'

/** Eight digits are plenty to tell whether two ranges of printed digits meet. */
const Quick = Decimal.clone({ precision: 18 })
const STEPS = 26
/** How far a misprint reaches: eight powers of ten either way, small steps near the print. */
const powers = [0.1, 0.3, 0.6, 1, 2, 3, 4, 5, 6, 8]

type Computed = (x: Decimal) => Interval | undefined

/** Below, within or above the wanted range. */
const sideOf = (found: Interval | undefined, wanted: Interval): -1 | 0 | 1 | undefined =>
  found === undefined ? undefined : found.high.lt(wanted.low) ? -1 : found.low.gt(wanted.high) ? 1 : 0

/** The point between two where the side stops being the one of `from`. */
function edge(compute: Computed, wanted: Interval, from: Decimal, to: Decimal): Decimal {
  const side = sideOf(compute(from), wanted)
  let [a, b] = [from, to]
  for (let step = 0; step < STEPS; step += 1) {
    const middle = a.plus(b).div(2)
    if (sideOf(compute(middle), wanted) === side) a = middle
    else b = middle
  }
  return b
}

type Point = { readonly x: Decimal; readonly side: -1 | 0 | 1 }

/** The first two neighbouring points, walking away from the print, of which the farther has another side. */
function findTurn(from: Point, points: readonly Decimal[], compute: Computed, wanted: Interval): readonly [Point, Point] | undefined {
  let last = from
  for (const x of points) {
    const side = sideOf(compute(x), wanted)
    if (side === undefined) return undefined
    const here = { x, side }
    if (side !== from.side) return [last, here]
    last = here
  }
  return undefined
}

/** The range that begins between two points, the nearer being outside it. */
function rangeFrom([outside, next]: readonly [Point, Point], beyond: readonly Decimal[], compute: Computed, wanted: Interval): Interval {
  const begin = edge(compute, wanted, outside.x, next.x)
  const leave = next.side === 0 ? findTurn(next, beyond, compute, wanted) : ([outside, next] as const)
  const end = leave === undefined ? (beyond.at(-1) ?? next.x) : edge(compute, wanted, leave[1].x, next.side === 0 ? leave[0].x : outside.x)
  return begin.lte(end) ? { low: begin, high: end } : { low: end, high: begin }
}

/**
 * The values of one input for which a computed range meets a wanted one, searched outwards from a positive print; undefined where
 * there are none or where they cannot be told (the result does not exist, or does not move with the input).
 */
export function solve(compute: Computed, wanted: Interval, around: Decimal): Interval | undefined {
  if (around.lte(0)) return undefined
  const start = new Quick(around)
  const walk = (sign: 1 | -1) => powers.map((power) => start.times(new Quick(10).pow(sign * power)))
  const side = sideOf(compute(start), wanted)
  if (side === undefined) return undefined
  const from: Point = { x: start, side }
  const [up, down] = [walk(1), walk(-1)]
  if (side === 0) {
    const [above, below] = [findTurn(from, up, compute, wanted), findTurn(from, down, compute, wanted)]
    return {
      low: below ? edge(compute, wanted, below[1].x, below[0].x) : (down.at(-1) ?? start),
      high: above ? edge(compute, wanted, above[1].x, above[0].x) : (up.at(-1) ?? start),
    }
  }
  const ranges = [up, down].flatMap((points) => {
    const turn = findTurn(from, points, compute, wanted)
    return turn ? [{ near: points.findIndex((x) => x.eq(turn[1].x)), turn, points }] : []
  })
  const [nearest] = ranges.sort((a, b) => a.near - b.near)
  return nearest && rangeFrom(nearest.turn, nearest.points.slice(nearest.near + 1), compute, wanted)
}
