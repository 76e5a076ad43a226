import type { Gray, Ink } from './picture.ts'

/** Paper is white after flattening; print at a quarter of the way to its darkness is ink: hyphens are faint. */
const share = 0.72
const darkestPrint = 0.01

/** How dark the print of this page is: the level that the darkest hundredth of its pixels reach. */
function measurePrint({ pixels }: Gray): number {
  const counts = new Uint32Array(256)
  for (let at = 0; at < pixels.length; at += 3) counts[pixels[at] ?? 0] = (counts[pixels[at] ?? 0] ?? 0) + 1
  let left = (pixels.length / 3) * darkestPrint
  let level = 0
  while (level < 128 && left > 0) left -= counts[level++] ?? 0
  return level
}

/** Where a flattened page is printed. A page with next to no ink gives next to none: noise stays paper. */
export function findInk(gray: Gray): Ink {
  const { width, height, pixels } = gray
  const print = measurePrint(gray)
  const limit = print + (255 - print) * share
  const bits = new Uint8Array(width * height)
  for (let at = 0; at < bits.length; at++) bits[at] = (pixels[at] ?? 0) < limit ? 1 : 0
  return { width, height, bits }
}
