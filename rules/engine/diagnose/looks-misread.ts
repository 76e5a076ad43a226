import type { Fact } from '../../../schemas/fact.ts'

/** Characters that recognition takes for one another. */
const alike = ['0O8659', '1I7l4', '358', '2Z7', '017', '69', '49']
const confusable = (a: string, b: string): boolean => alike.some((group) => group.includes(a) && group.includes(b))

const bare = (print: string | null): string => (print ?? '').replace(/^(-?)0+(?=\d)/, '$1')

/** What stays different between two prints once equal ends are taken off. */
function difference(a: string, b: string): [string, string] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)]
}

/** The numbers that recognition held possible beside the one that it chose. */
export function otherReadings({ recognition }: Fact): string[] {
  if (recognition === undefined) return []
  return [recognition.second ?? '', ...recognition.others].flatMap((print) => {
    const number = /^[^\d-]*(-?\d[\d,]*(?:\.\d+)?)\D*$/.exec(print.normalize('NFKC').replaceAll(' ', ''))?.[1]
    return number === undefined ? [] : [bare(number.replaceAll(',', ''))]
  })
}

/**
 * Whether two prints in the same unit differ by no more than recognition commonly gets wrong: one look-alike digit, one
 * character lost or added (often the point or a sign), or a dropped point; or by what another reader saw.
 */
export function looksMisread(a: Fact, b: Fact): boolean {
  if (otherReadings(a).includes(bare(b.value)) || otherReadings(b).includes(bare(a.value))) return true
  const [left, right] = difference(bare(a.value), bare(b.value))
  if (left.length + right.length <= 1) return true
  if (left.length === 1 && right.length === 1) return confusable(left, right)
  return bare(a.value).replace(/[.-]/g, '') === bare(b.value).replace(/[.-]/g, '')
}
