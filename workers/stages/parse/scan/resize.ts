import type { Area, Gray } from './picture.ts'

/** For each place of a resized line: the places that it takes its light from, clamped to the line, and how much from each. */
type Taps = { reach: number; places: Int32Array; weights: Float64Array }

/** A triangle as wide as the shrinkage, at least one pixel. */
function tapsOf(from: number, to: number): Taps {
  const ratio = from / to
  const wide = Math.max(1, ratio)
  const reach = Math.floor(2 * wide) + 1
  const places = new Int32Array(to * reach)
  const weights = new Float64Array(to * reach)
  for (let at = 0; at < to; at++) {
    const middle = (at + 0.5) * ratio - 0.5
    const first = Math.ceil(middle - wide)
    let sum = 0
    for (let k = 0; k < reach; k++) {
      const weight = Math.max(0, 1 - Math.abs(first + k - middle) / wide)
      places[at * reach + k] = Math.min(Math.max(first + k, 0), from - 1)
      weights[at * reach + k] = weight
      sum += weight
    }
    for (let k = at * reach; k < (at + 1) * reach; k++) weights[k] = (weights[k] ?? 0) / sum
  }
  return { reach, places, weights }
}

/** The picture in another size, smoothed where it shrinks. */
export function resize({ width, height, pixels }: Gray, toWidth: number, toHeight: number): Gray {
  const across = tapsOf(width, toWidth)
  const down = tapsOf(height, toHeight)
  const narrow = new Float32Array(toWidth * height)
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0, tap = 0; x < toWidth; x++, to++) {
      let sum = 0
      for (let k = 0; k < across.reach; k++, tap++) sum += (pixels[y * width + (across.places[tap] ?? 0)] ?? 0) * (across.weights[tap] ?? 0)
      narrow[to] = sum
    }
  const result = new Uint8Array(toWidth * toHeight)
  for (let y = 0, to = 0; y < toHeight; y++)
    for (let x = 0; x < toWidth; x++, to++) {
      let sum = 0
      for (let k = y * down.reach; k < (y + 1) * down.reach; k++)
        sum += (narrow[(down.places[k] ?? 0) * toWidth + x] ?? 0) * (down.weights[k] ?? 0)
      result[to] = sum + 0.5
    }
  return { width: toWidth, height: toHeight, pixels: result }
}

/** A part of a picture with a margin of white around it. */
export function crop({ width, height, pixels }: Gray, area: Area, margin: number): Gray {
  const left = Math.max(0, area.left)
  const top = Math.max(0, area.top)
  const right = Math.min(width, area.right)
  const bottom = Math.min(height, area.bottom)
  const toWidth = Math.max(1, right - left) + 2 * margin
  const toHeight = Math.max(1, bottom - top) + 2 * margin
  const result = new Uint8Array(toWidth * toHeight).fill(255)
  for (let y = top; y < bottom; y++) result.set(pixels.subarray(y * width + left, y * width + right), (y - top + margin) * toWidth + margin)
  return { width: toWidth, height: toHeight, pixels: result }
}
