import type { Stroke } from './find-rules.ts'
import { heightOf, type Ink, widthOf } from './picture.ts'
import { slicer } from './rule-slice.ts'

/** A ruling line has white on both sides along this share of its ink; strokes of letters in a row have letters there. */
const leastFree = 0.5

/** Whether a stroke is a ruling line by what stands beside it: the strokes of neighbouring letters may make a line as long, never one as free. */
export function standsFree(ink: Ink, { across, at, from, to, thickness, area }: Stroke, dpi: number): boolean {
  const depth = across ? heightOf(area) : widthOf(area)
  const sliceAt = slicer(ink, { across, reach: depth, thickness }, dpi)
  let [inked, free] = [0, 0]
  for (let place = from; place < to; place++) {
    const slice = sliceAt(place, at)
    if (slice === undefined) continue
    inked++
    if (slice.free) free++
  }
  return free >= inked * leastFree
}
