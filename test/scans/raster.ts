/** A page as pixels: RGB, row by row. */
export type Raster = { width: number; height: number; pixels: Buffer }

export const blank = (width: number, height: number, shade = 255): Raster => ({
  width,
  height,
  pixels: Buffer.alloc(width * height * 3, shade),
})

/** Every pixel's channels through one function of value and place; the same raster is changed and returned. */
export function shade(raster: Raster, change: (value: number, x: number, y: number, channel: number) => number): Raster {
  const { width, height, pixels } = raster
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < 3; channel++, at++) {
        const value = change(pixels[at] as number, x, y, channel)
        pixels[at] = value < 0 ? 0 : value > 255 ? 255 : value
      }
  return raster
}

/** Smooth noise in [-1, 1]: random heights on a coarse grid, joined by straight slopes. */
export function cloud(next: () => number, width: number, height: number, cell: number): (x: number, y: number) => number {
  const across = Math.ceil(width / cell) + 2
  const heights = Float32Array.from({ length: across * (Math.ceil(height / cell) + 2) }, () => next() * 2 - 1)
  return (x, y) => {
    const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)]
    const [right, down] = [x / cell - column, y / cell - row]
    const at = row * across + column
    const top = (heights[at] as number) * (1 - right) + (heights[at + 1] as number) * right
    const bottom = (heights[at + across] as number) * (1 - right) + (heights[at + across + 1] as number) * right
    return top * (1 - down) + bottom * down
  }
}
