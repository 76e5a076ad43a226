import type { Patch } from './components.ts'
import { type Area, heightOf, join, overlap, widthOf } from './picture.ts'

/** A stretch of one printed line without wide gaps, in pixels, and the patches of ink that make it. */
export type Stretch = { area: Area; patches: Patch[] }

/** Patches this much lower than the usual letter are parts of letters, points and dashes. */
const small = 0.5
/** Gaps wider than this many letter heights part columns and fields. */
const widestGap = 1.25
const sameLine = 0.5

/** The usual height of a letter among these patches: digits and full characters, not points and strokes. */
export function letterHeight(patches: readonly Patch[], least: number): number {
  const heights = patches.flatMap((patch) => (heightOf(patch) >= least ? [heightOf(patch)] : [])).sort((a, b) => a - b)
  return heights[Math.floor(heights.length * 0.7)] ?? least
}

const middle = (area: Area) => (area.top + area.bottom) / 2
const gapBetween = (a: Area, b: Area) => -overlap(a.left, a.right, b.left, b.right)

/** Joins patches into stretches of printed lines, from the top and then from the left. `usual` is the page's letter height. */
export function groupLines(patches: readonly Patch[], usual: number): Stretch[] {
  const tall = patches.filter((patch) => heightOf(patch) >= usual * small).sort((a, b) => a.left - b.left)
  const rest = patches.filter((patch) => heightOf(patch) < usual * small).sort((a, b) => a.left - b.left)
  let stretches: Stretch[] = []
  for (const patch of tall) {
    const own = stretches.findLast((stretch) => continues(stretch.area, patch, usual))
    if (own === undefined) stretches.push({ area: areaOf(patch), patches: [patch] })
    else add(own, patch)
  }
  stretches = mergeAll(stretches, usual)
  const loose: Patch[] = []
  for (const patch of rest) {
    const own = stretches
      .filter((stretch) => holds(stretch.area, patch, usual))
      .sort((a, b) => Math.abs(middle(a.area) - middle(patch)) - Math.abs(middle(b.area) - middle(patch)))[0]
    if (own === undefined) loose.push(patch)
    else add(own, patch)
  }
  return mergeAll([...stretches, ...looseStretches(loose, usual)], usual).sort(
    (a, b) => a.area.top - b.area.top || a.area.left - b.area.left,
  )
}

const areaOf = ({ left, top, right, bottom }: Area): Area => ({ left, top, right, bottom })

function add(stretch: Stretch, patch: Patch): void {
  stretch.area = join(stretch.area, patch)
  stretch.patches.push(patch)
}

/** Parts of one character: they stand over or within one another. */
const isOneLetter = (a: Area, b: Area, usual: number) =>
  gapBetween(a, b) <= -Math.min(widthOf(a), widthOf(b)) * 0.3 && heightOf(join(a, b)) <= usual * 1.15

function continues(line: Area, next: Area, usual: number): boolean {
  if (isOneLetter(line, next, usual)) return true
  const shared = overlap(line.top, line.bottom, next.top, next.bottom)
  const height = Math.max(usual, Math.min(heightOf(line), heightOf(next)))
  return shared >= Math.min(heightOf(line), heightOf(next)) * sameLine && gapBetween(line, next) <= height * widestGap
}

/** A small patch belongs to a line that it stands within or just beside: a point, a comma, a dash, a raised figure. */
function holds(line: Area, patch: Area, usual: number): boolean {
  const slack = usual * 0.3
  const within = middle(patch) >= line.top - slack && middle(patch) <= line.bottom + slack
  return within && gapBetween(line, patch) <= usual * widestGap
}

/** Strokes that no line holds: characters of strokes only (一, 二, —), joined where they stand over one another. */
function looseStretches(loose: readonly Patch[], usual: number): Stretch[] {
  const stretches: Stretch[] = []
  for (const patch of loose) {
    const own = stretches.find(({ area }) => {
      const whole = join(area, patch)
      return heightOf(whole) <= usual * 1.15 && gapBetween(area, patch) <= usual * 0.4
    })
    if (own === undefined) stretches.push({ area: areaOf(patch), patches: [patch] })
    else add(own, patch)
  }
  return stretches.filter(({ area, patches }) => {
    const ink = patches.reduce((sum, patch) => sum + patch.ink, 0)
    return widthOf(area) >= usual * 0.3 && ink >= usual * usual * 0.02
  })
}

/** Stretches that meet after growing are one. */
function mergeAll(stretches: Stretch[], usual: number): Stretch[] {
  let merged = stretches
  for (let changed = true; changed; ) {
    changed = false
    const kept: Stretch[] = []
    for (const stretch of [...merged].sort((a, b) => a.area.left - b.area.left)) {
      const own = kept.find((other) => continues(other.area, stretch.area, usual))
      if (own === undefined) kept.push(stretch)
      else {
        own.area = join(own.area, stretch.area)
        own.patches.push(...stretch.patches)
        changed = true
      }
    }
    merged = kept
  }
  return merged
}
