import type { Recognition } from '../../../../schemas/document.ts'
import type { Letter } from './engines/engine.ts'
import type { Engines } from './engines/start-engines.ts'
import { findLost } from './find-lost.ts'
import { findNumbers, mayBeNumber, type NumberRun } from './find-numbers.ts'
import type { Stretch } from './group-lines.ts'
import { judgeNumber, judgeWords } from './judge-number.ts'
import { areaOf, numberPicture } from './line-pictures.ts'
import type { ReadStretch } from './make-glyphs.ts'
import type { Gray } from './picture.ts'
import { readLines } from './read-lines.ts'
import { readRaised } from './read-raised.ts'
import { setBrackets } from './set-brackets.ts'

/**
 * Reads every stretch of print on a page, and every number in it once more with the second engine. A stretch in which
 * nothing is legible has no letters.
 */
export async function readStretches(
  gray: Gray,
  stretches: readonly Stretch[],
  usual: number,
  { first, second }: Engines,
): Promise<ReadStretch[]> {
  const lines = await readLines(gray, stretches, usual, first)
  if (second !== null) await readRaised(gray, lines, second)
  for (const line of lines) {
    setBrackets(line)
    findLost(line)
  }
  const numbered = lines.map((line) => {
    const mistaken = mayBeNumber(line.letters)
    return { ...line, mistaken, runs: mistaken ? [{ from: 0, to: line.letters.length }] : findNumbers(line.letters) }
  })
  const pictures = numbered.flatMap(({ stretch, letters, runs }) =>
    runs.map(({ from, to }) => numberPicture(gray, areaOf(gray, stretch, letters, from, to))),
  )
  const seconds = second === null ? [] : await second.readNumbers(pictures)
  let next = 0
  return numbered.map(({ stretch, letters, runs, mistaken }) => {
    const own = runs.map(() => seconds[next++] ?? null)
    return mistaken ? readAsNumber(stretch, letters, own[0] ?? null) : { stretch, letters, recognitions: judge(letters, runs, own) }
  })
}

/** Letters that look like digits, and nothing else, are the digits that the engine of numbers sees. */
function readAsNumber(stretch: Stretch, letters: Letter[], second: string | null): ReadStretch {
  const recognition = judgeNumber(letters, second)
  if (second === null || !/^[0-9]/.test(second)) return { stretch, letters, recognitions: letters.map(() => recognition) }
  const { left, right } = stretch.area
  const width = (right - left) / second.length
  const digits = [...second].map((text, at) => ({ text, left: left + at * width, right: left + (at + 1) * width, odds: 0, others: [] }))
  return { stretch, letters: digits, recognitions: digits.map(() => recognition) }
}

/** How each letter was read: numbers twice, the words between them once. */
function judge(letters: readonly Letter[], runs: readonly NumberRun[], seconds: readonly (string | null)[]): Recognition[] {
  const recognitions: Recognition[] = []
  const fill = (recognition: Recognition, to: number) => {
    while (recognitions.length < to) recognitions.push(recognition)
  }
  for (const [at, { from, to }] of runs.entries()) {
    fill(judgeWords(letters.slice(recognitions.length, from)), from)
    fill(judgeNumber(letters.slice(from, to), seconds[at] ?? null), to)
  }
  fill(judgeWords(letters.slice(recognitions.length)), letters.length)
  return recognitions
}
