/** A projective map of the plane, row by row: (x, y) → ((a x + b y + c) / (g x + h y + i), (d x + e y + f) / …). */
export type Homography = readonly [number, number, number, number, number, number, number, number, number]
export type Point = readonly [number, number]

export const identity: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1]

export const scaling = (factor: number): Homography => [factor, 0, 0, 0, factor, 0, 0, 0, 1]

/** First `inner`, then `outer`. */
export function compose(outer: Homography, inner: Homography): Homography {
  const cell = (row: number, column: number) =>
    [0, 1, 2].reduce((sum, k) => sum + (outer[row * 3 + k] ?? 0) * (inner[k * 3 + column] ?? 0), 0)
  return [cell(0, 0), cell(0, 1), cell(0, 2), cell(1, 0), cell(1, 1), cell(1, 2), cell(2, 0), cell(2, 1), cell(2, 2)]
}

export function applyTo(map: Homography, x: number, y: number): Point {
  const w = map[6] * x + map[7] * y + map[8]
  return [(map[0] * x + map[1] * y + map[2]) / w, (map[3] * x + map[4] * y + map[5]) / w]
}

/** The map from the upright rectangle (0, 0)–(width, height) to four corners: top left, top right, bottom right, bottom left. */
export function toCorners(width: number, height: number, [p0, p1, p2, p3]: readonly [Point, Point, Point, Point]): Homography {
  const [dx1, dy1] = [p1[0] - p2[0], p1[1] - p2[1]]
  const [dx2, dy2] = [p3[0] - p2[0], p3[1] - p2[1]]
  const [dx3, dy3] = [p0[0] - p1[0] + p2[0] - p3[0], p0[1] - p1[1] + p2[1] - p3[1]]
  const scale = dx1 * dy2 - dx2 * dy1
  const g = (dx3 * dy2 - dx2 * dy3) / scale
  const h = (dx1 * dy3 - dx3 * dy1) / scale
  const unit: Homography = [
    p1[0] - p0[0] + g * p1[0],
    p3[0] - p0[0] + h * p3[0],
    p0[0],
    p1[1] - p0[1] + g * p1[1],
    p3[1] - p0[1] + h * p3[1],
    p0[1],
    g,
    h,
    1,
  ]
  return compose(unit, [1 / width, 0, 0, 0, 1 / height, 0, 0, 0, 1])
}
