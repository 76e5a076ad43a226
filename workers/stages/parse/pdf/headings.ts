import { sentenceEnd } from './table-words.ts'

/** Numbering schemes from the outermost to the innermost; `strong` ones make a heading even in the body's own size. */
const schemes: readonly { pattern: RegExp; rank: number; strong: boolean }[] = [
  { pattern: /^第\s*[一二三四五六七八九十百\d]+\s*[章篇]/, rank: 0, strong: true },
  { pattern: /^第\s*[一二三四五六七八九十百\d]+\s*(?:节|部分)/, rank: 1, strong: true },
  { pattern: /^[一二三四五六七八九十]{1,3}\s*[、.．]/, rank: 2, strong: true },
  { pattern: /^[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]/, rank: 3, strong: true },
  { pattern: /^\d{1,2}[.．]\d{1,2}[.．]\d{1,2}[.．]\d{1,2}(?![\d.．])/, rank: 7, strong: true },
  { pattern: /^\d{1,2}[.．]\d{1,2}[.．]\d{1,2}(?![\d.．])/, rank: 6, strong: true },
  {
    pattern: /^\d{1,2}[.．]\d{1,2}(?![\d.．])(?!\s*(?:[亿万千百]|吨|元|[%％‰]|倍|个|家|人|公顷|亩|平方|立方|公里|米|k|m|t|[—～~÷×＝=]))/,
    rank: 5,
    strong: true,
  },
  { pattern: /^\d{1,2}\s*[、]/, rank: 8, strong: false },
  { pattern: /^\d{1,2}[.．](?!\d)/, rank: 8, strong: false },
  { pattern: /^[（(]\s*\d{1,2}\s*[）)]/, rank: 9, strong: false },
  { pattern: /^\d{1,2}[)）]/, rank: 9, strong: false },
  {
    pattern:
      /^\d{1,2}(?:\s+|(?=[一-龥]))(?!\s*(?:[亿万千百]|吨|元|[%％‰]|倍|个|家|人|项|年|月|日|次|公顷|亩|平方|立方|公里|米|位|种|条|台|套|座|处|—|～|~))(?=\D)/,
    rank: 4,
    strong: true,
  },
]

const longestHeading = 45
const longestPlain = 30
const tableOfContents = /[.·…．]{3,}\s*\d*$|…{2,}/

/** The numbering scheme that a line begins with, or undefined. */
export function findScheme(text: string): { rank: number; strong: boolean } | undefined {
  return schemes.find(({ pattern }) => pattern.test(text))
}

/** How a paragraph is printed, against the body. */
export type Print = { lines: number; larger: boolean; muchLarger: boolean; bold: boolean; centred: boolean; fields: boolean }

/**
 * The rank of a heading, or undefined for body text. Numbered lines must be short and end no sentence; weakly numbered
 * ones (1、 （1）) and unnumbered ones must be printed larger or bolder than the body.
 */
export function findHeadingRank(text: string, print: Print): number | undefined {
  if (text.length > longestHeading || sentenceEnd.test(text) || tableOfContents.test(text) || print.fields || print.lines > 2)
    return undefined
  const scheme = findScheme(text)
  const stands = print.larger || print.bold
  if (scheme === undefined) return print.muchLarger && /[一-龥]/.test(text) ? unnumbered : undefined
  if (/[。；]/.test(text)) return undefined
  if (stands) return scheme.rank
  return scheme.strong && text.length <= longestPlain && print.lines === 1 ? scheme.rank : undefined
}

/** The rank of a heading without a number: its level follows from its size. */
export const unnumbered = -1

/** Levels from 1 for the ranks that a document really uses. */
export function levelsOf(ranks: readonly number[]): Map<number, number> {
  const used = [...new Set(ranks.filter((rank) => rank !== unnumbered))].sort((a, b) => a - b)
  return new Map(used.map((rank, index) => [rank, index + 1]))
}
