import type { Ink } from './picture.ts'

/** The ink of a line at one place along it: from its first to its last pixel across, and whether the paper beside it is white. */
export type Slice = { first: number; last: number; free: boolean }

/** Paper within this distance (inches) of a ruling line is white; print within a line of text is nearer to other print. */
const margin = 0.03

/** A ruling line in the ink: its direction, how far (pixels) it may wander off its course, and how thick it usually is. */
export type Course = { across: boolean; reach: number; thickness: number }

/** Looks at ink along a line. `place` runs along the line, `near` is where it is expected across. */
export function slicer({ width, height, bits }: Ink, { across, reach, thickness }: Course, dpi: number) {
  const [length, depth] = across ? [width, height] : [height, width]
  const [step, lineStep] = across ? [1, width] : [width, 1]
  const far = Math.max(3, Math.round(dpi * margin))
  const thickest = thickness * 2 + 2
  return (place: number, near: number): Slice | undefined => {
    if (place < 0 || place >= length) return undefined
    const inked = (at: number) => at >= 0 && at < depth && bits[place * step + at * lineStep] === 1
    const middle = nearestInk(inked, Math.round(near - 0.5), reach)
    if (middle === undefined) return undefined
    let [first, last] = [middle, middle]
    while (inked(first - 1) && middle - first <= thickest) first--
    while (inked(last + 1) && last - middle <= thickest) last++
    if (last - first + 1 > thickest) return { first: middle, last: middle, free: false }
    let free = true
    for (let off = 2; off <= far; off++) if (inked(first - off) || inked(last + off)) free = false
    return { first, last, free }
  }
}

function nearestInk(inked: (at: number) => boolean, middle: number, reach: number): number | undefined {
  for (let off = 0; off <= reach; off++) {
    if (inked(middle - off)) return middle - off
    if (inked(middle + off)) return middle + off
  }
  return undefined
}
