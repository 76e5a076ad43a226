import type { Stroke } from './find-rules.ts'
import type { Gray, Ink } from './picture.ts'

/** The soft edge that a printed line has in a scan. */
const edge = 1

/** Takes the ruling lines off a page, so that no engine reads them as letters. Print that touches a line keeps what stands out of it. */
export function eraseRules(gray: Gray, ink: Ink, rules: readonly Stroke[]): void {
  const { width, height } = ink
  for (const { area } of rules) {
    const right = Math.min(width, area.right + edge)
    const bottom = Math.min(height, area.bottom + edge)
    for (let y = Math.max(0, area.top - edge); y < bottom; y++) {
      const from = y * width + Math.max(0, area.left - edge)
      const to = y * width + right
      ink.bits.fill(0, from, to)
      gray.pixels.fill(255, from, to)
    }
  }
}
