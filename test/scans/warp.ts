import { blank, type Raster } from './raster.ts'

export type Point = readonly [number, number]
export type Quad = readonly [Point, Point, Point, Point]

/** The projective map that takes four points to four others, as nine numbers, row by row. */
export function projection(from: Quad, to: Quad): number[] {
  const rows = from.flatMap(([x, y], i) => {
    const [u, v] = to[i] as Point
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ]
  })
  return [...solve(rows), 1]
}

/** Gauss with pivots; each row ends with its right-hand side. */
function solve(rows: number[][]): number[] {
  const size = rows.length
  for (let i = 0; i < size; i++) {
    const pivot = rows.slice(i).reduce((best, row, at) => (Math.abs(row[i] ?? 0) > Math.abs(rows[best]?.[i] ?? 0) ? i + at : best), i)
    const [a, b] = [rows[i] as number[], rows[pivot] as number[]]
    rows[i] = b
    rows[pivot] = a
    for (let other = 0; other < size; other++) {
      if (other === i) continue
      const row = rows[other] as number[]
      const factor = (row[i] as number) / (b[i] as number)
      for (let k = i; k <= size; k++) row[k] = (row[k] as number) - factor * (b[k] as number)
    }
  }
  return rows.map((row, i) => (row[size] as number) / (row[i] as number))
}

/** Lays `page` over a copy of `ground`, so that its corners (from the top left, clockwise) come to stand on `corners`. */
export function lay(page: Raster, corners: Quad, ground: Raster): Raster {
  const { width, height, pixels } = page
  const own: Quad = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
  const [a, b, c, d, e, f, g, h, i] = projection(corners, own) as [number, number, number, number, number, number, number, number, number]
  const out = { ...ground, pixels: Buffer.from(ground.pixels) }
  for (let y = 0, to = 0; y < out.height; y++)
    for (let x = 0; x < out.width; x++, to += 3) {
      const w = g * (x + 0.5) + h * (y + 0.5) + i
      const u = (a * (x + 0.5) + b * (y + 0.5) + c) / w - 0.5
      const v = (d * (x + 0.5) + e * (y + 0.5) + f) / w - 0.5
      if (u < 0 || v < 0 || u >= width - 1 || v >= height - 1) continue
      const [left, top] = [Math.floor(u), Math.floor(v)]
      const [right, down] = [u - left, v - top]
      const at = (top * width + left) * 3
      const below = at + width * 3
      for (let channel = 0; channel < 3; channel++) {
        const upper = (pixels[at + channel] as number) * (1 - right) + (pixels[at + channel + 3] as number) * right
        const lower = (pixels[below + channel] as number) * (1 - right) + (pixels[below + channel + 3] as number) * right
        out.pixels[to + channel] = upper * (1 - down) + lower * down
      }
    }
  return out
}

/** The raster turned by degrees about its middle, on paper of one shade; its size stays. */
export function skewed(raster: Raster, degrees: number, paper = 255): Raster {
  const { width, height } = raster
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const turn = ([x, y]: Point): Point => {
    const [dx, dy] = [x - width / 2, y - height / 2]
    return [width / 2 + dx * cos - dy * sin, height / 2 + dx * sin + dy * cos]
  }
  const corners: Quad = [turn([0, 0]), turn([width, 0]), turn([width, height]), turn([0, height])]
  return lay(raster, corners, blank(width, height, paper))
}

/** The raster turned clockwise by quarters of a circle. */
export function turned({ width, height, pixels }: Raster, quarters: 1 | 2 | 3): Raster {
  const out = quarters === 2 ? blank(width, height) : blank(height, width)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 3) {
      const [u, v] = quarters === 1 ? [height - 1 - y, x] : quarters === 2 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x]
      pixels.copy(out.pixels, (v * out.width + u) * 3, at, at + 3)
    }
  return out
}
