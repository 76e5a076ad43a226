import type { Gray } from '../picture.ts'

/** One character as an engine read it: its left and right edge in the pixels of its picture, how sure, and what else it may be, likeliest first. */
export type Letter = { text: string; left: number; right: number; odds: number; others: string[] }

/** What an engine read in the picture of one printed line. */
export type LineReading = { letters: Letter[] }

/**
 * Reads pictures of single printed lines, dark on white, upright, in no particular size. The same pictures give the same
 * readings. Another engine is one more file with such an object, and a line in start-engines.ts.
 */
export type Engine = {
  readonly name: string
  /** One reading for each picture, in their order; one without letters where nothing is legible. */
  readLines(lines: readonly Gray[]): Promise<LineReading[]>
  close(): Promise<void>
}

/** Reads pictures of single numbers, of which only digits, points, commas, - and % are to be expected; '' where none is legible. */
export type NumberReader = {
  readonly name: string
  readNumbers(pictures: readonly Gray[]): Promise<string[]>
  close(): Promise<void>
}

export const textOf = ({ letters }: LineReading) => letters.map(({ text }) => text).join('')
