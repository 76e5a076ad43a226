import type { Measured } from './measure-page.ts'

export const head = [
  ...['page', 'numbers', 'right', '≥ ≤', 'right', 'wrong but sure', 'label CER', 'prose CER', 's/page', 'CPU s/page'],
  ...['| tesseract: right', 'prose CER', 's/page', 'CPU s/page'],
]

const share = (part: number, whole: number): string => (whole === 0 ? '' : (part / whole).toFixed(4))
const count = (value: number): string => (value === 0 ? '' : String(value))
const times = ({ seconds, processor, pages }: Measured): string[] => [(seconds / pages).toFixed(2), (processor / pages).toFixed(2)]

/** One line of the bench's table: the product's measures, then tesseract's. */
export function row(name: string, mine: Measured, theirs: Measured | undefined): string[] {
  const { score } = mine
  return [
    ...[name, count(score.numbers), share(score.right, score.numbers)],
    ...[count(score.thresholds), share(score.thresholdsRight, score.thresholds), count(score.sure)],
    ...[share(score.labelErrors, score.labels), share(score.errors, score.characters), ...times(mine)],
    ...(theirs
      ? [share(theirs.score.right, theirs.score.numbers), share(theirs.score.errors, theirs.score.characters), ...times(theirs)]
      : []),
  ]
}

export const totals = (mine: Measured, theirs: Measured): string[] => row('together', mine, theirs.pages > 0 ? theirs : undefined)
