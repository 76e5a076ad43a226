import type { Letter } from './engines/engine.ts'

/** A run of letters [from, to) that prints a number. */
export type NumberRun = { from: number; to: number }

const isDigit = (letter: Letter | undefined) => letter !== undefined && /^[0-9０-９]$/.test(letter.text)
const isInner = (letter: Letter | undefined) => letter !== undefined && /^[.,．，·:：]$/.test(letter.text)

/** What engines take digits for where no word stands beside them. */
const lookAlikes = /^[OoQDIl|!ⅡⅢSsBZz\][()'’]$/

/** Whether a stretch may be a number of which no digit was known for one: a few letters that look like digits, nothing else. */
export const mayBeNumber = (letters: readonly Letter[]) =>
  letters.length > 0 && letters.length <= 4 && letters.every(({ text }) => lookAlikes.test(text))

/** The numbers in a line: digits, with points and commas only where digits stand on both sides. */
export function findNumbers(letters: readonly Letter[]): NumberRun[] {
  const runs: NumberRun[] = []
  for (let at = 0; at < letters.length; at++) {
    if (!isDigit(letters[at])) continue
    const from = at
    while (at + 1 < letters.length && (isDigit(letters[at + 1]) || (isInner(letters[at + 1]) && isDigit(letters[at + 2])))) at++
    runs.push({ from, to: at + 1 })
  }
  return runs
}
