import type { ScannedFile } from '../../scans/pages/sheet.ts'
import { readWithProduct, readWithTesseract, type Timed } from './readers.ts'
import { type Score, scoreNumbersInText, scoreProse, scoreTables, sum } from './score-page.ts'

/** How right a reader was, and the time it took: by the clock, and of all cores. */
export type Measured = { score: Score; seconds: number; processor: number; pages: number }

const measured = (score: Score, { seconds, processor }: Timed, { leaves }: ScannedFile): Measured => ({
  score,
  seconds,
  processor,
  pages: leaves.length,
})

const isProse = ({ truth }: ScannedFile): boolean => truth.tables.length === 0

export async function measureProduct(file: ScannedFile): Promise<Measured> {
  const timed = await readWithProduct(file)
  return measured(isProse(file) ? scoreProse(file.truth, timed.read.text) : scoreTables(file.truth, timed.read), timed, file)
}

/** Text alone has no cells: a number counts as right wherever it stands. */
export async function measureTesseract(file: ScannedFile): Promise<Measured> {
  const timed = await readWithTesseract(file)
  const { text } = timed.read
  return measured(isProse(file) ? scoreProse(file.truth, text) : scoreNumbersInText(file.truth, text), timed, file)
}

export function together(all: readonly Measured[]): Measured {
  const add = (pick: (one: Measured) => number): number => all.reduce((total, one) => total + pick(one), 0)
  return {
    score: sum(all.map(({ score }) => score)),
    seconds: add(({ seconds }) => seconds),
    processor: add(({ processor }) => processor),
    pages: add(({ pages }) => pages),
  }
}
