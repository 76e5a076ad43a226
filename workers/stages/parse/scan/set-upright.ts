import { isWide } from '../pdf/printed-character.ts'
import { findPatches } from './components.ts'
import { type Engine, textOf } from './engines/engine.ts'
import { findInk } from './find-ink.ts'
import { findSkew } from './find-skew.ts'
import { groupLines, letterHeight } from './group-lines.ts'
import { linePicture } from './line-pictures.ts'
import { type Gray, heightOf, widthOf } from './picture.ts'
import { level, type Placed, turn } from './straighten.ts'

/** Lines must stand out this much more clearly along the other axis before a page counts as lying on its side. */
const clearlySideways = 1.25
/** So many lines are read to tell which way up a page stands. */
const sampled = 6
const sampleLetters = { least: 4, most: 30 }

/**
 * How well a few lines of the page read as it stands: the mean odds of their letters, halved where none is Chinese. Upside down,
 * engines see digits and Latin letters, and are sure of them.
 * Undefined where there is no line.
 */
async function legibility(gray: Gray, dpi: number, engine: Engine): Promise<number | undefined> {
  const patches = findPatches(findInk(gray)).filter((patch) => patch.ink >= 6 && heightOf(patch) < dpi * 0.5 && widthOf(patch) < dpi * 0.5)
  const usual = letterHeight(patches, dpi * 0.05)
  const lines = groupLines(patches, usual)
    .filter(
      ({ area }) =>
        widthOf(area) >= usual * sampleLetters.least && widthOf(area) <= usual * sampleLetters.most && heightOf(area) <= usual * 1.6,
    )
    .sort((a, b) => widthOf(b.area) - widthOf(a.area))
    .slice(0, sampled)
  if (lines.length === 0) return undefined
  const readings = await engine.readLines(lines.map(({ area }) => linePicture(gray, area, usual).picture))
  const letters = readings.filter((reading) => textOf(reading) !== '').flatMap((reading) => reading.letters)
  if (letters.length < 4) return 0
  const odds = letters.reduce((sum, letter) => sum + letter.odds, 0) / letters.length
  return (odds * (1 + letters.filter(({ text }) => isWide(text)).length / letters.length)) / 2
}

/** Another way up must read this much better than the likelier one: lines of numbers read as well lying down. */
const clearlyBetter = 1.15

/** Well enough read that no other way up can read better. */
const clear = 0.97

/**
 * Turns a page so that its lines run level from left to right. A page on its side is told by its lines; which way up it
 * stands, by how well they read.
 */
export async function setUpright(placed: Placed, dpi: number, engine: Engine): Promise<Placed> {
  const { upright, sideways } = findSkew(placed.gray)
  if (upright.score === 0 && sideways.score === 0) return placed
  const likely = sideways.score > upright.score * clearlySideways ? [1, 3, 0, 2] : [0, 2, 1, 3]
  let best: { odds: number; page: Placed } | undefined
  for (const quarters of likely) {
    const degrees = quarters % 2 === 0 ? upright.degrees : sideways.degrees
    const page = level(turn(placed, quarters), degrees)
    const odds = await legibility(page.gray, dpi, engine)
    // Nothing reads better than perfectly: the likeliest way up, once read as well as this, stays the best whatever the others give.
    if (odds !== undefined && odds >= (best === undefined ? 1 / clearlyBetter : clear)) return page
    // A page without a line stays as it came: what was not read reads no better another way up.
    if (odds === undefined && best === undefined && quarters === 0) return page
    if (odds !== undefined && (best === undefined || odds > best.odds * clearlyBetter)) best = { odds, page }
  }
  return best?.page ?? placed
}
