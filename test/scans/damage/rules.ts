import type { Raster } from '../raster.ts'
import type { Damage } from './damage.ts'

/** Takes what is printed between two corners (points) off a page. */
function wipe({ width, height, pixels }: Raster, zoom: number, [x0, y0, x1, y1]: readonly [number, number, number, number]): void {
  for (let y = Math.max(0, Math.floor(y0 * zoom)); y < Math.min(height, Math.ceil(y1 * zoom)); y++) {
    const [from, to] = [Math.max(0, Math.floor(x0 * zoom)), Math.min(width, Math.ceil(x1 * zoom))]
    if (to > from) pixels.fill(255, (y * width + from) * 3, (y * width + to) * 3)
  }
}

/** Worn printing: pieces of the rules around cells are missing, `share` of the edges having a gap each. */
export const gaps =
  (share: number): Damage =>
  (raster, { marks, zoom, random }) => {
    for (const { kind, box } of marks) {
      if (kind !== 'cell') continue
      const [x0, y0, x1, y1] = box
      if (random.next() < share) {
        const [at, long] = [random.between(x0, Math.max(x0, x1 - 10)), random.between(4, 10)]
        wipe(raster, zoom, [at, y1 - 1, at + long, y1 + 1])
      }
      if (random.next() < share) {
        const [at, long] = [random.between(y0, Math.max(y0, y1 - 6)), random.between(3, 6)]
        wipe(raster, zoom, [x1 - 1, at, x1 + 1, at + long])
      }
    }
    return raster
  }

/** Faded printing: `share` of the edges of cells are missing from corner to corner. */
export const lostSides =
  (share: number): Damage =>
  (raster, { marks, zoom, random }) => {
    for (const { kind, box } of marks) {
      if (kind !== 'cell') continue
      const [x0, y0, x1, y1] = box
      if (random.next() < share) wipe(raster, zoom, [x0 + 1, y1 - 1, x1 - 1, y1 + 1])
      if (random.next() < share) wipe(raster, zoom, [x1 - 1, y0 + 1, x1 + 1, y1 - 1])
    }
    return raster
  }
