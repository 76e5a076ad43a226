import type { Placed } from './place-name.ts'

/** One printed number of a dossier as a string: a cell by its place, a number in a sentence by its paragraph and print. */
export function placeKey({ document, evidence, raw }: Placed & { readonly raw: string }): string {
  const { page, table, row, column, sheet, cell, paragraph } = evidence
  if (cell !== null) return [document, sheet, cell].join('|')
  return [document, page, ...(row !== null && column !== null ? [table, row, column] : [paragraph, raw])].join('|')
}
