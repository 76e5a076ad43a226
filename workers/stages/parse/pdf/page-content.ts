import type { Recognition } from '../../../../schemas/document.ts'
import type { Box } from '../../../../schemas/place.ts'
import { applyTo, type Homography } from '../scan/homography.ts'

/** Quarter turns, clockwise. */
export type Turns = 0 | 1 | 2 | 3

/**
 * One printed character in the upright frame of its page: points, origin top left, y downwards.
 * `base` is its baseline, `size` its font size, `turned` its own quarter turns against that frame.
 */
export type Glyph = {
  text: string
  x0: number
  x1: number
  top: number
  bottom: number
  base: number
  size: number
  bold: boolean
  turned: Turns
  /** Printed without ink: the text layer that a scanner's software lays under a picture. */
  hidden: boolean
  /** Number of the text object that shows it, in the order of the page's content: no object goes over two cells unless it leaves a gap. */
  run: number
  /** How it was read, where it was read from a picture. */
  recognition?: Recognition
}

/** A straight ruling line: `at` is its y (horizontal) or x (vertical), `breaks` the ends of the pieces it was drawn from. */
export type Rule = { at: number; from: number; to: number; breaks: number[] }

/** A picture on the page; `over` where all text was drawn before it, so that it may cover the text. */
export type Picture = { box: Box; over: boolean }

/** What one page shows, in its upright frame: the frame in which most of its text reads from left to right. */
export type PageContent = {
  page: number
  width: number
  height: number
  /** Quarter turns from the page as displayed to the upright frame. */
  turns: Turns
  /** Of a page read from a picture: the map from the upright frame to the page as displayed, both in points; then `turns` is 0. */
  warp?: Homography
  glyphs: Glyph[]
  horizontals: Rule[]
  verticals: Rule[]
  pictures: Picture[]
  /** Curved path segments: a page whose letters were turned into outlines has thousands. */
  curves: number
  /** Whether a limit cut the reading short. */
  clipped: boolean
}

/** Maps a box of the upright frame back to the page as displayed. */
export function toDisplayed(page: Pick<PageContent, 'width' | 'height' | 'turns' | 'warp'>, box: Box): Box {
  const [x0, y0, x1, y1] = box
  if (page.warp !== undefined) return throughWarp(page.warp, box)
  switch (page.turns) {
    case 0:
      return box
    case 1:
      return [y0, page.width - x1, y1, page.width - x0]
    case 2:
      return [page.width - x1, page.height - y1, page.width - x0, page.height - y0]
    case 3:
      return [page.height - y1, x0, page.height - y0, x1]
  }
}

/** The smallest box around where the corners come to lie. */
function throughWarp(warp: Homography, [x0, y0, x1, y1]: Box): Box {
  const corners = [applyTo(warp, x0, y0), applyTo(warp, x1, y0), applyTo(warp, x0, y1), applyTo(warp, x1, y1)]
  return around(corners.map(([x, y]): Box => [x, y, x, y]))
}

/** The smallest box around all of them. */
export function around(boxes: readonly Box[]): Box {
  let [x0, y0, x1, y1] = boxes[0] ?? [0, 0, 0, 0]
  for (const box of boxes) {
    x0 = Math.min(x0, box[0])
    y0 = Math.min(y0, box[1])
    x1 = Math.max(x1, box[2])
    y1 = Math.max(y1, box[3])
  }
  return [x0, y0, x1, y1]
}

/** To a hundredth of a point: finer digits are float noise. */
export function rounded(box: Box): Box {
  return [round(box[0]), round(box[1]), round(box[2]), round(box[3])]
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}
