import { findPatches, type Patch } from '../components.ts'
import { groupLines, letterHeight, type Stretch } from '../group-lines.ts'
import type { Homography } from '../homography.ts'
import { type Area, type Gray, heightOf, type Ink, type Picture, shareDarker, widthOf } from '../picture.ts'
import { warp } from '../straighten.ts'
import { findSeals } from './find-seals.ts'
import { redLayer } from './red-layer.ts'

/** In inches: letters of running print, and the large ones of a red head; what is lower is a rule, a point or a speck. */
const letter = { least: 0.05, large: 0.3, most: 0.95 }
/** Red ink as dark as this in its layer. */
const dark = 225
/** Ink of fewer pixels is a speck. */
const speck = 3
/** A page of red print has some thousand patches; one with more shows bricks, or noise. */
const most = 12_000
/** Black ink under red print is no more than dust, and within a ground its rules: these shares of the area are as dark as print. */
const under = { dark: 150, letters: 0.015, ground: 0.06 }
/** So much of its area is inked in a line of letters. */
const inked = { least: 0.06, most: 0.75 }
/** The widest letter (or word of touching letters), in heights of its line and as a part of its length. */
const widestLetter = { high: 1.3, line: 0.5 }
/** A line this many times longer than high is one for its length; a shorter one (a number) only where nothing else red is near (inches). */
const longLine = 2.2
const lonely = 0.35
/** A ground in colour: its least side, how full it is, how much longer than high, or how large (square inches), and the rules between its cells. */
const ground = { least: 0.12, filled: 0.5, longer: 2.5, area: 1, apart: 0.06 }

/** Where a layer is inked. */
const inkOf = ({ width, height, pixels }: Gray): Ink => ({
  width,
  height,
  bits: Uint8Array.from(pixels, (value) => (value < dark ? 1 : 0)),
})

const isWithin = (patch: Area, { left, top, right, bottom }: Area) => {
  const [x, y] = [(patch.left + patch.right) / 2, (patch.top + patch.bottom) / 2]
  return x >= left && x < right && y >= top && y < bottom
}

const apart = (a: Area, b: Area) => Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom)

/** Whether nothing black is printed in an area of the page. */
const isClean = (gray: Gray, area: Area, most: number) => shareDarker(gray, area, under.dark) <= most

/** Full of ink, as letters never are. */
const isFull = (patch: Patch, dpi: number) =>
  Math.min(widthOf(patch), heightOf(patch)) >= ground.least * dpi && patch.ink >= widthOf(patch) * heightOf(patch) * ground.filled

/** The coloured grounds among patches: long or large ones, and the cells of a row of such. A filled seal is none of these. */
function findGrounds(patches: readonly Patch[], dpi: number): Patch[] {
  const full = patches.filter((patch) => isFull(patch, dpi))
  const isShaped = (patch: Patch) => {
    const [wide, high] = [widthOf(patch), heightOf(patch)]
    return Math.max(wide, high) >= Math.min(wide, high) * ground.longer || wide * high >= ground.area * dpi * dpi
  }
  const isBeside = (own: Patch, other: Patch) =>
    own !== other &&
    Math.abs(own.top - other.top) + Math.abs(own.bottom - other.bottom) <= ground.apart * dpi &&
    Math.max(own.left - other.right, other.left - own.right) <= ground.apart * dpi
  return full.filter((patch) => isShaped(patch) || full.some((other) => isBeside(patch, other)))
}

/** So near (in heights) to a large letter, at its height, a smaller patch is a part of its line. */
const sameLine = { beside: 3, off: 0.2 }

/** Lines of letters, those of a red head apart: it is many times as large as the text. */
function findLines(patches: readonly Patch[], dpi: number): Stretch[] {
  const large = patches.filter((patch) => heightOf(patch) >= letter.large * dpi)
  const isInHead = (patch: Patch) =>
    large.some((other) => {
      const high = heightOf(other)
      const middle = (patch.top + patch.bottom) / 2
      const beside = Math.max(other.left - patch.right, patch.left - other.right)
      return middle >= other.top - high * sameLine.off && middle <= other.bottom + high * sameLine.off && beside <= high * sameLine.beside
    })
  const head = patches.filter(isInHead)
  return [head, patches.filter((patch) => !head.includes(patch))].flatMap((own) => groupLines(own, letterHeight(own, dpi * letter.least)))
}

/** Letters, not a bow of a seal, a stroke of the pen or a tick: none takes most of a line, or is much wider than high. */
function looksPrinted({ area, patches }: Stretch, dpi: number): boolean {
  const [wide, high] = [widthOf(area), heightOf(area)]
  const ink = patches.reduce((sum, patch) => sum + patch.ink, 0) / (wide * high)
  const widest = Math.max(...patches.map(widthOf))
  const isSized = high >= letter.least * dpi && high <= letter.most * dpi
  return isSized && ink >= inked.least && ink <= inked.most && widest <= Math.max(high * widestLetter.high, wide * widestLetter.line)
}

/** The areas of a page's red ink that are print: lines of letters with nothing black under them and no seal around them, and coloured grounds of white print. */
function findPrint(red: Ink, gray: Gray, dpi: number): Area[] {
  const seals = findSeals(red, dpi)
  const patches = findPatches(red).filter((patch) => patch.ink >= speck && !seals.some((seal) => isWithin(patch, seal)))
  if (patches.length > most) return []
  const grounds = findGrounds(patches, dpi).filter((patch) => isClean(gray, patch, under.ground))
  const rest = patches.filter((patch) => heightOf(patch) <= letter.most * dpi && !grounds.some((one) => isWithin(patch, one)))
  const lines = findLines(rest, dpi)
  const clean = lines.filter((line) => looksPrinted(line, dpi) && isClean(gray, line.area, under.letters))
  const isLong = ({ area }: Stretch) => widthOf(area) >= heightOf(area) * longLine
  const strange = lines.filter((line) => !clean.includes(line) && heightOf(line.area) >= letter.least * dpi).map(({ area }) => area)
  const isLonely = ({ area }: Stretch) => [...strange, ...seals].every((other) => apart(area, other) > lonely * dpi)
  return [...grounds, ...clean.filter((line) => isLong(line) || isLonely(line)).map(({ area }) => area)]
}

/** A printed line's soft edges. */
const soft = 2

/**
 * Puts back the red print of a page, which flattening dropped with the red of its seals: headings, numbers, heads of tables. `gray` is the
 * flattened page set upright, `toSource` the map from its pixels to the picture's. Whatever is not surely print stays away: a seal's ink
 * over a number would spoil it.
 */
export function restoreRed(gray: Gray, picture: Picture, toSource: Homography): void {
  const layer = redLayer(picture)
  if (layer === undefined) return
  const upright = warp(layer, toSource, gray.width, gray.height)
  const { width, height, pixels } = gray
  for (const area of findPrint(inkOf(upright), gray, picture.dpi)) {
    const [left, right] = [Math.max(0, area.left - soft), Math.min(width, area.right + soft)]
    for (let y = Math.max(0, area.top - soft); y < Math.min(height, area.bottom + soft); y++)
      for (let at = y * width + left, end = y * width + right; at < end; at++)
        pixels[at] = Math.min(pixels[at] ?? 255, upright.pixels[at] ?? 255)
  }
}
