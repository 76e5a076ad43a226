import type { TextLine } from './compose-line.ts'

/** The page's text area and the document's usual size and line distance, found from the lines themselves. */
export type BodyStyle = { size: number; pitch: number; left: number; right: number }

function mode(weights: Map<number, number>): number {
  let best = 0
  let most = -1
  for (const [value, weight] of weights)
    if (weight > most) {
      best = value
      most = weight
    }
  return best
}

const add = (weights: Map<number, number>, value: number, weight: number) => weights.set(value, (weights.get(value) ?? 0) + weight)

/** The outermost edge that at least a twentieth of the long lines share. */
function sharedEdge(values: readonly number[], outward: (a: number, b: number) => number): number | undefined {
  const sorted = [...values].sort(outward)
  const needed = Math.max(1, Math.floor(values.length / 20))
  return sorted[Math.min(needed, sorted.length - 1)]
}

/** Measures the body text of pages that share one width. */
export function measureBody(lines: readonly TextLine[], pageWidth: number): BodyStyle {
  const sizes = new Map<number, number>()
  const pitches = new Map<number, number>()
  for (const [index, line] of lines.entries()) {
    add(sizes, Math.round(line.size * 4) / 4, line.text.length)
    const pitch = Math.round((line.base - (lines[index - 1]?.base ?? line.base)) * 2) / 2
    if (pitch > line.size * 0.9 && pitch < line.size * 3) add(pitches, pitch, line.text.length)
  }
  const size = mode(sizes) || 10.5
  const body = lines.filter((line) => Math.abs(line.size - size) < size * 0.1 && line.text.length >= 10)
  const left = sharedEdge(
    body.map((line) => line.box[0]),
    (a, b) => a - b,
  )
  const right = sharedEdge(
    body.map((line) => line.box[2]),
    (a, b) => b - a,
  )
  return { size, pitch: mode(pitches) || size * 1.5, left: left ?? pageWidth * 0.12, right: right ?? pageWidth * 0.88 }
}
