import type { Damage } from './damage.ts'

/** Worn printing: pieces of the rules around cells are missing, `share` of the edges having a gap each. */
export const gaps =
  (share: number): Damage =>
  (raster, { marks, zoom, random }) => {
    const { width, height, pixels } = raster
    const wipe = (x0: number, y0: number, x1: number, y1: number): void => {
      for (let y = Math.max(0, Math.floor(y0 * zoom)); y < Math.min(height, Math.ceil(y1 * zoom)); y++) {
        const [from, to] = [Math.max(0, Math.floor(x0 * zoom)), Math.min(width, Math.ceil(x1 * zoom))]
        if (to > from) pixels.fill(255, (y * width + from) * 3, (y * width + to) * 3)
      }
    }
    for (const { kind, box } of marks) {
      if (kind !== 'cell') continue
      const [x0, y0, x1, y1] = box
      if (random.next() < share) {
        const [at, long] = [random.between(x0, Math.max(x0, x1 - 10)), random.between(4, 10)]
        wipe(at, y1 - 1, at + long, y1 + 1)
      }
      if (random.next() < share) {
        const [at, long] = [random.between(y0, Math.max(y0, y1 - 6)), random.between(3, 6)]
        wipe(x1 - 1, at, x1 + 1, at + long)
      }
    }
    return raster
  }
