import type { Gray, Picture } from '../picture.ts'

/** Light counts as red where red stands this far above green and blue. */
export const redness = 38

/** Fainter red than this is the camera's or the paper's. */
export const faint = 16
/** How dark red ink stands in its layer, for each level that red is above green and blue: full red (140 above and more) is as dark as print, its soft edge as soft. */
const gain = 1.8
const darkest = 215
/** On pages with less red there is none worth a look; with more, the light or the paper is red. */
const share = { least: 0.0001, most: 0.3 }

/** The red ink of a coloured picture alone, dark on white, whatever lies below it; undefined where the page has none. */
export function redLayer({ width, height, rgb }: Picture): Gray | undefined {
  const pixels = new Uint8Array(width * height).fill(255)
  let red = 0
  for (let at = 0, from = 0; at < pixels.length; at++, from += 3) {
    const [green, blue] = [rgb[from + 1] ?? 0, rgb[from + 2] ?? 0]
    const above = (rgb[from] ?? 0) - (green > blue ? green : blue)
    if (above <= faint) continue
    if (above > redness) red++
    pixels[at] = 255 - Math.min(darkest, (above - faint) * gain)
  }
  return red < pixels.length * share.least || red > pixels.length * share.most ? undefined : { width, height, pixels }
}
