import { isWide } from '../pdf/printed-character.ts'
import type { Letter } from './engines/engine.ts'
import type { Stretch } from './group-lines.ts'
import { type Area, type Gray, heightOf } from './picture.ts'
import { crop, resize } from './resize.ts'

/** Pixels of page kept around a stretch: its soft edges. */
const soft = 3
/** White around a line, in letter heights. */
const margin = 0.15
/** A line lower than this many letter heights is shown in its usual height. */
const lowest = 0.8

/** The picture of a line as the first engine reads it best, and where its left edge stands on the page. */
export function linePicture(gray: Gray, area: Area, usual: number) {
  const lift = soft + Math.max(0, Math.round((usual * lowest - heightOf(area)) / 2))
  const white = Math.round(usual * margin)
  const shown = { left: area.left - soft, right: area.right + soft, top: area.top - lift, bottom: area.bottom + lift }
  return { picture: crop(gray, shown, white), left: Math.max(0, shown.left) - white }
}

/** How wide a letter is set, in its size. */
function breadthOf(text: string): number {
  if (/[0-9]/.test(text)) return 0.5
  if (/[.,:;'|!1lI]/.test(text)) return 0.3
  return isWide(text) ? 1 : 0.8
}

/** The place between two letters: nearer to the middle of the narrower one. */
function between(a: Letter | undefined, b: Letter | undefined): number {
  if (a === undefined || b === undefined) return 0
  const [first, second] = [(a.left + a.right) / 2, (b.left + b.right) / 2]
  const [own, other] = [breadthOf(a.text), breadthOf(b.text)]
  return first + ((second - first) * own) / (own + other)
}

/** Letters part within so many line heights of where the engine saw them part; farther off a column must be so much whiter. */
const reach = 0.4
const pull = 0.25
const dark = 188

/** How much ink stands in a column, from 0 to 1. */
function inkIn({ width, pixels }: Gray, { top, bottom }: Area, x: number): number {
  let ink = 0
  for (let y = top; y < bottom; y++) ink += 255 - (pixels[y * width + x] ?? 255)
  return ink / (255 * Math.max(1, bottom - top))
}

/** The whitest column near a place between two letters. */
function cutNear(gray: Gray, area: Area, place: number): number {
  const high = heightOf(area)
  let best = { cost: Number.POSITIVE_INFINITY, x: Math.round(place) }
  for (let x = Math.ceil(place - high * reach); x <= place + high * reach; x++) {
    const cost = inkIn(gray, area, x) + (Math.abs(x - place) / high) * pull
    if (cost < best.cost) best = { cost, x }
  }
  return best.x
}

/** The area of the letters [from, to) of a stretch, parted from their neighbours at the whitest columns, as high as their ink. */
export function areaOf(gray: Gray, { area }: Stretch, letters: readonly Letter[], from: number, to: number): Area {
  const left = from === 0 ? area.left : cutNear(gray, area, between(letters[from - 1], letters[from]))
  const right = to >= letters.length ? area.right : cutNear(gray, area, between(letters[to - 1], letters[to])) + 1
  const inked = (y: number) => {
    for (let x = left; x < right; x++) if ((gray.pixels[y * gray.width + x] ?? 255) < dark) return true
    return false
  }
  let [top, bottom] = [area.top, area.bottom]
  while (top < bottom - 1 && !inked(top)) top++
  while (bottom > top + 1 && !inked(bottom - 1)) bottom--
  return { left, right, top, bottom }
}

/** A picture of one number: its own ink, with the margin that the second engine reads best with and nothing of its neighbours. */
export function numberPicture(gray: Gray, area: Area): Gray {
  const [left, right] = [Math.round(area.left) - 1, Math.round(area.right) + 1]
  const picture = crop(gray, { left, right, top: area.top - soft, bottom: area.bottom + soft }, soft - 1)
  const larger = Math.ceil(legible / picture.height)
  return larger > 1 ? resize(picture, picture.width * larger, picture.height * larger) : picture
}

/** Lower pictures than this, in pixels, are enlarged. */
const legible = 22
