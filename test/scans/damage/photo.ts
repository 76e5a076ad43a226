import { blank, cloud, shade } from '../raster.ts'
import { lay, type Point, type Quad } from '../warp.ts'
import type { Damage } from './damage.ts'

export type Camera = {
  /** How far the corners may stand off a rectangle, as a share of the picture's height. */
  tilt: number
  /** How dark the shadow falls: 0 none, 1 black. */
  shadow: number
  /** The picture's height in pixels. */
  height: number
}

/** The page photographed on a desk by hand: in perspective, with a shadow across it. */
export const photo =
  ({ tilt, shadow, height }: Camera): Damage =>
  (raster, { random }) => {
    const width = Math.round((height * 3) / 4)
    const [rise, scale] = [raster.height / raster.width, 0.9]
    const wide = Math.min(width * scale, (height * scale) / rise)
    const [left, top] = [(width - wide) / 2, (height - wide * rise) / 2]
    const off = (x: number, y: number): Point => [x + random.between(-tilt, tilt) * height, y + random.between(-tilt, tilt) * height]
    const corners: Quad = [off(left, top), off(left + wide, top), off(left + wide, top + wide * rise), off(left, top + wide * rise)]
    const grain = cloud(random.next, width, height, 24)
    const desk = shade(blank(width, height), (_, x, y, channel) => ([104, 82, 66][channel] as number) + 14 * grain(x, y))
    const picture = lay(raster, corners, desk)
    const [edge, slope, lean] = [random.between(0.35, 0.6) * width, random.between(0.06, 0.12) * width, random.between(-0.3, 0.3)]
    return shade(picture, (value, x, y) => {
      const depth = (x - edge - lean * (y - height / 2)) / slope
      const light = 1 - shadow / (1 + Math.exp(-depth))
      return value * light * (0.94 + 0.04 * (y / height))
    })
  }
