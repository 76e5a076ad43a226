/** A picture in colour as drawn or decoded: rows of R, G, B from the top left. `dpi` tells how large it is on paper. */
export type Picture = { width: number; height: number; rgb: Uint8Array; dpi: number }

/** A picture in grey, 0 black to 255 white, rows from the top left. */
export type Gray = { width: number; height: number; pixels: Uint8Array }

/** Ink or no ink: 1 where a pixel is printed. */
export type Ink = { width: number; height: number; bits: Uint8Array }

/** A rectangle of pixels; right and bottom lie outside of it. */
export type Area = { left: number; top: number; right: number; bottom: number }

export const widthOf = (area: Area) => area.right - area.left
export const heightOf = (area: Area) => area.bottom - area.top

/** The smallest area around both. */
export const join = (a: Area, b: Area): Area => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
})

/** The share of an area's pixels that are darker than a level; 0 of none. */
export function shareDarker({ width, pixels }: Gray, { left, top, right, bottom }: Area, level: number): number {
  let dark = 0
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if ((pixels[y * width + x] ?? 255) < level) dark++
  return dark / Math.max(1, (right - left) * (bottom - top))
}

/** How bright a colour looks, 0 to 255. */
export const brightness = (red: number, green: number, blue: number): number => (red * 77 + green * 151 + blue * 28) >> 8

/** How many pixels both share along one axis; negative where a gap parts them. */
export const overlap = (from: number, to: number, otherFrom: number, otherTo: number) => Math.min(to, otherTo) - Math.max(from, otherFrom)
