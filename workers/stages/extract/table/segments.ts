import { readLabel } from '../label.ts'
import { readNumberCell } from '../numbers.ts'
import { remember } from '../remember.ts'
import { findQualitative, isPlaceholder, type Vocabulary } from '../vocabulary.ts'
import type { Grid } from './grid.ts'
import { findYear } from './head.ts'
import words from './words.json' with { type: 'json' }

/** Rows [headerStart, bodyStart) are headings over the rows [bodyStart, end). Rows count from 0. */
export type Segment = { readonly headerStart: number; readonly bodyStart: number; readonly end: number }

/** A year in brackets behind a value: 356.42亿元（2022年，2020年不变价）. */
export const yearBehind = /(?<=.)[(（]((?:19|20)\d{2})年[^()（）]{0,16}[)）]$/
const bareYear = /^(?:19|20)\d{2}$/
const maximalHeader = 5
const roleWords = Object.values(words.roles).map((pattern) => new RegExp(pattern, 'i'))

/** Cuts a table into parts that each have their own headings; most tables are one part. */
export function cutSegments(grid: Grid, vocabulary: Vocabulary): Segment[] {
  const segments: Segment[] = []
  let headerStart = 0
  while (headerStart < grid.rows) {
    let bodyStart = headerStart
    while (bodyStart < grid.rows && bodyStart - headerStart < maximalHeader && isHeading(grid, bodyStart, vocabulary)) bodyStart += 1
    let end = bodyStart + (bodyStart === headerStart ? 1 : 0)
    while (end < grid.rows && !startsAnew(grid, end, vocabulary)) end += 1
    segments.push({ headerStart, bodyStart, end })
    headerStart = end
  }
  return segments
}

/** A row of headings holds no value: no number but years, and not one subject's name before words like 达标. */
function isHeading(grid: Grid, row: number, vocabulary: Vocabulary): boolean {
  const texts = distinct(grid, row)
  if (texts.length === 0) return false
  if (texts.some((text) => isValue(text))) return false
  const named = texts.filter((text) => readLabel(text, vocabulary).subject !== undefined)
  return !(named.length === 1 && texts.some((text) => findQualitative(text) !== undefined || isPlaceholder(text)))
}

const isValue = remember((text) => {
  const bare = text.replace(yearBehind, '')
  return !bareYear.test(text) && readNumberCell(bare) !== undefined && findYear(bare) === null
})

/** A short text that heads a column: a year, or one of the words for roles. */
const isHead = remember(
  (text) => bareYear.test(text) || findYear(text) !== null || (text.length <= 12 && roleWords.some((word) => word.test(text))),
)

/** Within the body, a row of several headings in words (指标, 单位, 2021年 …) begins a new part. */
function startsAnew(grid: Grid, row: number, vocabulary: Vocabulary): boolean {
  const texts = distinct(grid, row)
  if (texts.length < 3 || texts.some(isValue)) return false
  const heads = texts.filter(isHead)
  return (
    heads.length >= 2 &&
    heads.length >= texts.length - 1 &&
    texts.every((text) => findQualitative(text) === undefined) &&
    texts.every((text) => readLabel(text, vocabulary).subject === undefined)
  )
}

function distinct(grid: Grid, row: number): string[] {
  const texts: string[] = []
  for (let column = 0; column < grid.columns; column++) {
    const text = grid.text(row, column)
    if (text && (column === 0 || grid.at(row, column) !== grid.at(row, column - 1))) texts.push(text)
  }
  return texts
}
