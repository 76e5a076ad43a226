import { applyTo, compose, type Homography } from './homography.ts'
import type { Gray } from './picture.ts'

/** The picture seen through a map from the result's pixels to its own; outside of it is paper. */
export function warp({ width, height, pixels }: Gray, map: Homography, toWidth: number, toHeight: number): Gray {
  const result = new Uint8Array(toWidth * toHeight).fill(255)
  const [a, , , d, , , g] = map
  const affine = map[6] === 0 && map[7] === 0
  for (let y = 0; y < toHeight; y++) {
    const [across, down, depth] = [map[1] * (y + 0.5) + map[2], map[4] * (y + 0.5) + map[5], map[7] * (y + 0.5) + map[8]]
    for (let x = 0, at = y * toWidth; x < toWidth; x++, at++) {
      const w = affine ? 1 : g * (x + 0.5) + depth
      const sx = (a * (x + 0.5) + across) / w - 0.5
      const sy = (d * (x + 0.5) + down) / w - 0.5
      const left = Math.floor(sx)
      const top = Math.floor(sy)
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue
      const dx = sx - left
      const dy = sy - top
      const from = top * width + left
      const upper = (pixels[from] ?? 0) * (1 - dx) + (pixels[from + 1] ?? 0) * dx
      const lower = (pixels[from + width] ?? 0) * (1 - dx) + (pixels[from + width + 1] ?? 0) * dx
      result[at] = upper * (1 - dy) + lower * dy + 0.5
    }
  }
  return { width: toWidth, height: toHeight, pixels: result }
}

/** The map from the pixels of a page set straight to those of the page whose lines fall by so many degrees to the right. */
export function skewed(degrees: number, width: number, height: number): Homography {
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [cx, cy] = [width / 2, height / 2]
  return [cos, -sin, cx - cos * cx + sin * cy, sin, cos, cy - sin * cx - cos * cy, 0, 0, 1]
}

/** The map from a picture turned by quarters clockwise (so that it stands upright) to the picture of this size before that. */
export function quarterTurned(quarters: number, width: number, height: number): Homography {
  if (quarters === 1) return [0, 1, 0, -1, 0, height, 0, 0, 1]
  if (quarters === 2) return [-1, 0, width, 0, -1, height, 0, 0, 1]
  if (quarters === 3) return [0, -1, width, 1, 0, 0, 0, 0, 1]
  return [1, 0, 0, 0, 1, 0, 0, 0, 1]
}

/** A picture and the map from its pixels to those of the picture as it came. */
export type Placed = { gray: Gray; toSource: Homography }

/** The smallest skew worth resampling the page for. */
const leastDegrees = 0.04

/** Where the first pixel of a turned picture stands among the rows of the picture, and how far off the next to the right and below stand. */
function placesIn(map: Homography, width: number): [number, number, number] {
  const placeOf = (x: number, y: number) => {
    const [sx, sy] = applyTo(map, x + 0.5, y + 0.5)
    return Math.floor(sy) * width + Math.floor(sx)
  }
  const first = placeOf(0, 0)
  return [first, placeOf(1, 0) - first, placeOf(0, 1) - first]
}

/** Turns a placed picture by quarters clockwise. */
export function turn({ gray, toSource }: Placed, quarters: number): Placed {
  if (quarters === 0) return { gray, toSource }
  const { width, height, pixels } = gray
  const [toWidth, toHeight] = quarters % 2 === 0 ? [width, height] : [height, width]
  const map = quarterTurned(quarters, width, height)
  const result = new Uint8Array(width * height)
  const [first, right, below] = placesIn(map, width)
  for (let y = 0, at = 0; y < toHeight; y++)
    for (let x = 0, from = first + y * below; x < toWidth; x++, at++, from += right) result[at] = pixels[from] ?? 255
  return { gray: { width: toWidth, height: toHeight, pixels: result }, toSource: compose(toSource, map) }
}

/** Sets the lines of a placed picture level. */
export function level(placed: Placed, degrees: number): Placed {
  if (Math.abs(degrees) < leastDegrees) return placed
  const { width, height } = placed.gray
  const map = skewed(degrees, width, height)
  return { gray: warp(placed.gray, map, width, height), toSource: compose(placed.toSource, map) }
}
