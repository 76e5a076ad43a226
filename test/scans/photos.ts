import { type Random, seeded } from '../variants/random.ts'
import { blank, cloud, type Raster, shade } from './raster.ts'

type Colour = readonly [number, number, number]
type Scene = (raster: Raster, random: Random) => Raster

const mix = (from: Colour, to: Colour, share: number, channel: number): number =>
  (from[channel] as number) * (1 - share) + (to[channel] as number) * share

/** Light that changes evenly from the top to the bottom: sky, a wall, water. */
const evenly =
  (from: Colour, to: Colour): Scene =>
  (raster) =>
    shade(raster, (_, _x, y, channel) => mix(from, to, y / raster.height, channel))

function fill({ width, height, pixels }: Raster, [x0, y0, x1, y1]: readonly number[], colour: Colour): void {
  for (let y = Math.max(0, Math.round(y0 as number)); y < Math.min(height, Math.round(y1 as number)); y++)
    for (let x = Math.max(0, Math.round(x0 as number)); x < Math.min(width, Math.round(x1 as number)); x++)
      for (let channel = 0; channel < 3; channel++) pixels[(y * width + x) * 3 + channel] = colour[channel] as number
}

/** Factory halls and offices with rows of windows before the sky. */
const buildings: Scene = (raster, random) => {
  const { width, height } = raster
  for (let left = -20; left < width; ) {
    const [wide, high] = [random.between(0.08, 0.25) * width, random.between(0.2, 0.6) * height]
    const tone = random.int(70, 225)
    const box = [left, height * 0.8 - high, left + wide, height * 0.8]
    fill(raster, box, [tone, tone - random.int(0, 20), tone - random.int(0, 40)])
    const [across, down] = [random.int(3, 9), random.int(3, 9)]
    const window: Colour = random.pick([
      [40, 52, 66],
      [90, 110, 130],
      [220, 225, 230],
    ])
    for (let column = 0; column < across; column++)
      for (let row = 0; row < down; row++) {
        const [x, y] = [left + (wide * (column + 0.25)) / across, height * 0.8 - high + (high * (row + 0.25)) / down]
        fill(raster, [x, y, x + (wide * 0.5) / across, y + (high * 0.45) / down], window)
      }
    left += wide + random.between(-0.02, 0.08) * width
  }
  fill(raster, [0, height * 0.8, width, height], [96, 96, 92])
  return raster
}

/** Leaves, gravel, heaps of waste: light and dark at every size. */
const rough =
  (tint: Colour, sizes: readonly number[]): Scene =>
  (raster, random) => {
    const grains = sizes.map((size) => cloud(random.next, raster.width, raster.height, size))
    return shade(raster, (value, x, y, channel) => {
      const grain = grains.reduce((sum, one, at) => sum + one(x, y) / (1 + at * 0.3), 0)
      return value * 0.4 + (tint[channel] as number) * (0.6 + grain * 0.55)
    })
  }

/** Pipes, fences and stairs: parallel bars. */
const bars: Scene = (raster, random) => {
  const { width, height } = raster
  for (let at = 0; at < 26; at++) {
    const across = random.next() < 0.5
    const place = random.next() * (across ? height : width)
    const thick = random.between(2, 0.03 * height)
    const tone = random.int(30, 230)
    fill(raster, across ? [0, place, width, place + thick] : [place, 0, place + thick, height], [tone, tone, tone - 12])
  }
  return raster
}

/** The grain of a small sensor. */
const grainy =
  (strength: number): Scene =>
  (raster, random) =>
    shade(raster, (value) => value + (random.next() + random.next() - 1) * strength)

const kinds: Record<string, readonly Scene[]> = {
  sky: [evenly([120, 170, 230], [225, 235, 245]), grainy(8)],
  overcast: [evenly([236, 238, 240], [250, 250, 250]), buildings, grainy(8)],
  estate: [evenly([120, 170, 230], [220, 230, 240]), buildings, grainy(10)],
  trees: [evenly([150, 190, 235], [80, 110, 60]), rough([70, 105, 50], [3, 9, 28, 90]), grainy(12)],
  gravel: [evenly([180, 175, 165], [150, 145, 140]), rough([165, 160, 150], [2, 5, 12]), grainy(16)],
  plant: [evenly([190, 205, 220], [120, 120, 118]), buildings, bars, grainy(10)],
  river: [evenly([200, 215, 225], [60, 90, 100]), rough([120, 150, 160], [6, 40]), grainy(10)],
  hall: [evenly([90, 92, 96], [60, 58, 55]), bars, rough([110, 108, 105], [14, 60]), grainy(14)],
}

export const photoKinds: readonly string[] = Object.keys(kinds)

/** A picture of that kind without any print, as a camera on site takes it. */
export function takePhoto(kind: string, width: number, height: number): Raster {
  const random = seeded(`photo-${kind}`)
  return (kinds[kind] ?? []).reduce((raster, scene) => scene(raster, random), blank(width, height))
}
