import sharp, { type Sharp } from 'sharp'
import { cloud, type Raster, shade } from '../raster.ts'
import { skewed, turned } from '../warp.ts'
import type { Damage } from './damage.ts'

/** The page lies askew on the glass. */
export const skew =
  (degrees: number): Damage =>
  (raster) =>
    skewed(raster, degrees, raster.pixels[0])

/** The page was fed sideways or upside down. */
export const turn =
  (quarters: 1 | 2 | 3): Damage =>
  (raster) =>
    turned(raster, quarters)

/** The sensor's grain, by its standard deviation, with specks of dust. */
export const noise =
  (sigma: number, specks = 0): Damage =>
  (raster, { random }) => {
    const { width, height, pixels } = raster
    for (let at = 0; at < pixels.length; at += 3) {
      const grain = (random.next() + random.next() + random.next() + random.next() - 2) * 1.73 * sigma
      for (let channel = 0; channel < 3; channel++) pixels[at + channel] = clamp((pixels[at + channel] as number) + grain)
    }
    for (let i = 0; i < specks; i++) {
      const [x, y, size, tone] = [random.int(2, width - 4), random.int(2, height - 4), random.int(1, 2), random.pick([30, 60, 240])]
      for (let dy = 0; dy < size; dy++)
        for (let dx = 0; dx < size; dx++) pixels.fill(tone, ((y + dy) * width + x + dx) * 3, ((y + dy) * width + x + dx) * 3 + 3)
    }
    return raster
  }

const clamp = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value)

/** Grey or tinted paper, lit unevenly: every colour is scaled by the paper's own, darker towards one corner. */
export const paper =
  (tint: readonly [number, number, number], unevenness: number): Damage =>
  (raster, { random }) => {
    const { width, height } = raster
    const lightness = cloud(random.next, width, height, Math.ceil(Math.max(width, height) / 3))
    return shade(raster, (value, x, y, channel) => {
      const light = 1 - unevenness * (0.5 + 0.35 * lightness(x, y) + (0.3 * (x / width + y / height)) / 2)
      return value * ((tint[channel] as number) / 255) * light + 18 * (1 - value / 255)
    })
  }

/** The back of the page shines through. */
export const showThrough =
  (strength: number): Damage =>
  (raster) => {
    const { width, height } = raster
    const back = Buffer.from(raster.pixels)
    return shade(raster, (value, x, y, channel) => {
      const behind = back[(Math.min(height - 1, y + 37) * width + (width - 1 - x)) * 3 + channel] as number
      return Math.min(value, 255 - (255 - behind) * strength)
    })
  }

/** Soft focus. */
export const blur =
  (sigma: number): Damage =>
  async (raster) => ({ ...raster, pixels: await picture(raster).blur(sigma).raw().toBuffer() })

/** Black and white only, as fax machines and old copiers scan. */
export const bilevel =
  (threshold: number): Damage =>
  (raster) => {
    const { pixels } = raster
    for (let at = 0; at < pixels.length; at += 3) {
      const grey = 0.3 * (pixels[at] as number) + 0.59 * (pixels[at + 1] as number) + 0.11 * (pixels[at + 2] as number)
      pixels.fill(grey < threshold ? 0 : 255, at, at + 3)
    }
    return raster
  }

/** Saved as JPEG of that quality, in grey where asked. */
export const jpeg =
  (quality: number, grey = false): Damage =>
  async (raster) => {
    const coded = await (grey ? picture(raster).greyscale() : picture(raster)).jpeg({ quality }).toBuffer()
    return { ...raster, pixels: await sharp(coded).toColourspace('srgb').removeAlpha().raw().toBuffer() }
  }

export const picture = ({ width, height, pixels }: Raster): Sharp => sharp(pixels, { raw: { width, height, channels: 3 } })
