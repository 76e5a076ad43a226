import type { Mark } from '../../variants/print/pdf-text.ts'
import type { Raster } from '../raster.ts'
import { type Damage, isNumber, type Scene } from './damage.ts'

export type Colour = readonly [number, number, number]
/** Which of a page's marks are meant. */
export type Which = (mark: Mark, scene: Scene) => boolean

/** The cells of the row that a table begins with. */
export const headCells: Which = (mark, { marks }) => {
  const cells = marks.filter(({ kind }) => kind === 'cell')
  return mark.kind === 'cell' && mark.box[1] < Math.min(...cells.map(({ box }) => box[1])) + 1
}
export const firstLine: Which = (mark, { marks }) => mark === marks.find(({ kind }) => kind === 'line')
/** Every third number of the tables. */
export const someNumbers: Which = (mark, { marks }) =>
  mark.kind === 'cell' && isNumber(mark.text) && marks.filter(({ text }) => isNumber(text)).indexOf(mark) % 3 === 1

/** A mark's place in points; letters of a line hang lower than its size. */
function boxOf({ kind, box }: Mark, inside: number): Place {
  const [x0, y0, x1, y1] = box
  return kind === 'line' ? [x0, y0, x1, y1 + (y1 - y0) * 0.4] : [x0 + inside, y0 + inside, x1 - inside, y1 - inside]
}

/** Changes the pixels of chosen marks by what they were: how light, from 0 to 1. `inside` keeps the rules around a cell. */
function change(raster: Raster, scene: Scene, which: Which, inside: number, colourOf: (light: number, channel: number) => number): Raster {
  const { width, height, pixels } = raster
  for (const mark of scene.marks.filter((one) => which(one, scene))) {
    const [x0, y0, x1, y1] = boxOf(mark, inside).map((place) => Math.round(place * scene.zoom)) as Place
    for (let y = Math.max(0, y0); y < Math.min(height, y1); y++)
      for (let at = (y * width + Math.max(0, x0)) * 3, end = (y * width + Math.min(width, x1)) * 3; at < end; at += 3) {
        const light = (pixels[at + 1] as number) / 255
        for (let channel = 0; channel < 3; channel++) pixels[at + channel] = Math.round(colourOf(light, channel))
      }
  }
  return raster
}
type Place = [number, number, number, number]

const white = 255
const between = (from: number, to: number, share: number): number => from + (to - from) * share

/** Print in colour on white paper. */
export const inked =
  (colour: Colour, which: Which): Damage =>
  (raster, scene) =>
    change(raster, scene, which, 1, (light, channel) => between(colour[channel] as number, white, light))

/** White print on a coloured ground; the rules of the cells are white with it, or stay as they are. */
export const reversed =
  (colour: Colour, which: Which, rules: 'white' | 'black'): Damage =>
  (raster, scene) =>
    change(raster, scene, which, rules === 'black' ? 0.6 : 0, (light, channel) => between(white, colour[channel] as number, light))

/** Black print on a coloured ground. */
export const grounded =
  (colour: Colour, which: Which): Damage =>
  (raster, scene) =>
    change(raster, scene, which, 0.6, (light, channel) => between(0, colour[channel] as number, light))
