import type { Area, Gray } from './picture.ts'

/** Where each pixel of a resized line takes its light from: a triangle as wide as the shrinkage, at least one pixel. */
function taps(from: number, to: number) {
  const ratio = from / to
  const reach = Math.max(1, ratio)
  return Array.from({ length: to }, (_, at) => {
    const middle = (at + 0.5) * ratio - 0.5
    const first = Math.ceil(middle - reach)
    const last = Math.floor(middle + reach)
    const weights: number[] = []
    let sum = 0
    for (let place = first; place <= last; place++) {
      const weight = Math.max(0, 1 - Math.abs(place - middle) / reach)
      weights.push(weight)
      sum += weight
    }
    return { first, weights: weights.map((weight) => weight / sum) }
  })
}

const clamp = (value: number, limit: number) => Math.min(Math.max(value, 0), limit - 1)

/** The picture in another size, smoothed where it shrinks. */
export function resize({ width, height, pixels }: Gray, toWidth: number, toHeight: number): Gray {
  const across = taps(width, toWidth)
  const down = taps(height, toHeight)
  const narrow = new Float32Array(toWidth * height)
  for (let x = 0; x < toWidth; x++) {
    const { first, weights } = across[x] ?? { first: 0, weights: [] }
    for (let y = 0; y < height; y++) {
      let sum = 0
      for (let k = 0; k < weights.length; k++) sum += (pixels[y * width + clamp(first + k, width)] ?? 0) * (weights[k] ?? 0)
      narrow[y * toWidth + x] = sum
    }
  }
  const result = new Uint8Array(toWidth * toHeight)
  for (let y = 0; y < toHeight; y++) {
    const { first, weights } = down[y] ?? { first: 0, weights: [] }
    for (let x = 0; x < toWidth; x++) {
      let sum = 0
      for (let k = 0; k < weights.length; k++) sum += (narrow[clamp(first + k, height) * toWidth + x] ?? 0) * (weights[k] ?? 0)
      result[y * toWidth + x] = sum + 0.5
    }
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
