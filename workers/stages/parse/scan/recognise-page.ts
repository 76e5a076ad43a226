import type { PageContent, Rule } from '../pdf/page-content.ts'
import { blankPage } from './blank-page.ts'
import { findPatches, type Patch } from './components.ts'
import { rememberLines } from './engines/remember-lines.ts'
import type { Engines } from './engines/start-engines.ts'
import { eraseRules } from './erase-rules.ts'
import { findCells } from './find-cells.ts'
import { findInk } from './find-ink.ts'
import { findRules, type Stroke } from './find-rules.ts'
import { liftSheet } from './find-sheet.ts'
import { flatten } from './flatten.ts'
import { groupLines, letterHeight, type Stretch } from './group-lines.ts'
import { compose, identity, scaling } from './homography.ts'
import { makeGlyphs } from './make-glyphs.ts'
import { heightOf, type Picture } from './picture.ts'
import { readStretches } from './read-stretches.ts'
import { restoreRed } from './red/restore-red.ts'
import { revertGrounds } from './revert-grounds.ts'
import { setUpright } from './set-upright.ts'

/** In inches: the lowest full letter, and the highest patch that may be one. */
const letter = { least: 0.05, most: 0.6 }
/** Ink of fewer pixels is a speck of dust. */
const speck = 3
/** A cell's own letters may be so much smaller or larger than the page's. */
const cellLetters = { least: 0.75, most: 2 }

const toRules = (strokes: readonly Stroke[], across: boolean, scale: number): Rule[] =>
  strokes.flatMap((stroke) =>
    stroke.across === across ? [{ at: stroke.at * scale, from: stroke.from * scale, to: stroke.to * scale, breaks: [] }] : [],
  )

/** Gives each patch to the first cell that holds its middle; what no cell holds stands outside of tables. */
function shareOut(patches: readonly Patch[], cells: readonly (readonly number[])[]) {
  const inside: Patch[][] = cells.map(() => [])
  const outside: Patch[] = []
  for (const patch of patches) {
    const [x, y] = [(patch.left + patch.right) / 2, (patch.top + patch.bottom) / 2]
    const at = cells.findIndex(([left = 0, top = 0, right = 0, bottom = 0]) => x >= left && x <= right && y >= top && y <= bottom)
    ;(inside[at] ?? outside).push(patch)
  }
  return { inside, outside }
}

/** Line by line from the top, each from the left. */
function inReadingOrder(stretches: readonly Stretch[], usual: number): Stretch[] {
  const middle = ({ area }: Stretch) => (area.top + area.bottom) / 2
  const lines: Stretch[][] = []
  for (const stretch of [...stretches].sort((a, b) => middle(a) - middle(b))) {
    const [first] = lines[lines.length - 1] ?? []
    if (first !== undefined && middle(stretch) - middle(first) < usual * 0.5) lines[lines.length - 1]?.push(stretch)
    else lines.push([stretch])
  }
  return lines.flatMap((line) => line.sort((a, b) => a.area.left - b.area.left))
}

/**
 * Reads the picture of a page: what it prints, in the same form in which a PDF's own text is read, in an upright frame (points)
 * with the map back to the page as displayed. Every character knows how it was read.
 */
export async function recognisePage(picture: Picture, number: number, engines: Engines): Promise<PageContent> {
  const { dpi } = picture
  const scale = 72 / dpi
  const first = rememberLines(engines.first)
  const { gray, toSource } = await setUpright(liftSheet({ gray: flatten(picture), toSource: identity }, picture), dpi, first)
  restoreRed(gray, picture, toSource)
  revertGrounds(gray, dpi)
  const ink = findInk(gray)
  const strokes = findRules(ink, dpi)
  eraseRules(gray, ink, strokes)
  const horizontals = toRules(strokes, true, scale)
  const verticals = toRules(strokes, false, scale)
  const patches = findPatches(ink).filter((patch) => patch.ink >= speck && heightOf(patch) <= dpi * letter.most)
  const usual = letterHeight(patches, dpi * letter.least)
  const cells = findCells(horizontals, verticals).map((box) => box.map((place) => place / scale))
  const { inside, outside } = shareOut(patches, cells)
  const stretches = [
    ...inside.flatMap((own) => {
      const height = letterHeight(own, dpi * letter.least)
      return groupLines(own, Math.min(Math.max(height, usual * cellLetters.least), usual * cellLetters.most))
    }),
    ...groupLines(outside, usual),
  ]
  const read = await readStretches(gray, inReadingOrder(stretches, usual), usual, { ...engines, first })
  return {
    ...blankPage({ width: gray.width, height: gray.height, dpi }, number),
    warp: compose(scaling(scale), compose(toSource, scaling(1 / scale))),
    glyphs: makeGlyphs(read, usual, scale),
    horizontals,
    verticals,
  }
}
