import { expect, it } from 'vitest'
import { makeGlyphs, type ReadStretch } from '../../../../../workers/stages/parse/scan/make-glyphs.ts'

/** Print of one line, as its ink stands on the page in pixels. */
const stretch = (text: string, left: number, top: number, bottom: number): ReadStretch => {
  const letters = [...text].map((letter, at) => ({ text: letter, left: left + at * 12, right: left + at * 12 + 10, odds: 1, others: [] }))
  const area = { left, top, right: left + text.length * 12, bottom }
  return {
    stretch: { area, patches: [] },
    letters,
    recognitions: letters.map(() => ({ read: text, second: null, others: [], confidence: 0.97 })),
  }
}

it('a dash stands on the line of the numbers beside it, not on its own ink', () => {
  const glyphs = makeGlyphs([stretch('84.53', 100, 200, 218), stretch('—', 200, 208, 210)], 23, 0.36)
  const [number, dash] = [glyphs[0], glyphs[glyphs.length - 1]]
  expect(Math.abs((number?.base ?? 0) - (dash?.base ?? 99))).toBeLessThan((number?.size ?? 0) * 0.15)
})
