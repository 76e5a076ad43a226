import { describe, expect, it } from 'vitest'
import { buildDocument } from '../../../../../workers/stages/parse/pdf/build-document.ts'
import type { Glyph, PageContent, Rule } from '../../../../../workers/stages/parse/pdf/page-content.ts'
import { recordOf } from '../../../../../workers/stages/parse/pdf/parse-pages.ts'
import { isTable } from '../printed.ts'

const size = 9
const sure = 0.97
const recognition = { read: '', second: null, others: [], confidence: sure }

/** A piece of print in the middle of a place, as read from a picture. */
const word = (text: string, x: number, y: number, run: number): Glyph[] => {
  const widths = [...text].map((letter) => (letter > '\u2fff' ? size : size / 2))
  let left = x - widths.reduce((sum, width) => sum + width, 0) / 2
  return [...text].map((letter, at): Glyph => {
    const [x0, x1] = [left, left + (widths[at] ?? 0)]
    left = x1
    const place = { x0, x1, top: y - size / 2, bottom: y + size / 2, base: y + size / 3 }
    return { text: letter, ...place, size, bold: false, turned: 0, hidden: false, run, recognition }
  })
}

const xs = [50, 200, 280, 360]
const ys = [100, 120, 140, 160, 180]
const texts = [
  ['指标名称', '2021年', '2022年'],
  ['工业增加值', '36.66', '39.44'],
  ['工业总产值', '84.53', '86.83'],
  ['综合能耗总量', '0.312', '0.270'],
]
const middle = (edges: readonly number[], at: number) => ((edges[at] ?? 0) + (edges[at + 1] ?? 0)) / 2
const whole: { horizontals: Rule[]; verticals: Rule[] } = {
  horizontals: ys.map((at) => ({ at, from: 50, to: 360, breaks: [] })),
  verticals: xs.map((at) => ({ at, from: 100, to: 180, breaks: [] })),
}
const glyphs = texts.flatMap((row, r) => row.flatMap((text, c) => word(text, middle(xs, c), middle(ys, r), r * 3 + c)))

/** The cells of the page's table: `row,column text`, with a question mark where its numbers accuse nobody. */
function read(page: Partial<PageContent>): string[] {
  const content = {
    page: 1,
    width: 595,
    height: 842,
    turns: 0 as const,
    pictures: [],
    curves: 0,
    clipped: false,
    glyphs,
    ...whole,
    ...page,
  }
  const [table] = buildDocument([recordOf(content)]).blocks.filter(isTable)
  return (table?.cells ?? []).map(({ row, column, rowSpan, columnSpan, text, confidence }) => {
    const span = rowSpan > 1 || columnSpan > 1 ? `+${rowSpan},${columnSpan}` : ''
    return `${row},${column}${span} ${text}${confidence < 0.9 ? '?' : ''}`
  })
}

const due = texts.flatMap((row, r) => row.map((text, c) => `${r + 1},${c + 1} ${text}`))
const doubted = (doubtful: readonly string[]) => due.map((cell) => (doubtful.includes(cell) ? `${cell}?` : cell))
/** The line with a stretch of it missing. */
const without = (rule: Rule, from: number, to: number): Rule[] => [
  { ...rule, to: from },
  { ...rule, from: to },
]
const swap = (rules: readonly Rule[], at: number, by: readonly Rule[]) => rules.flatMap((rule) => (rule.at === at ? by : [rule]))

describe('a table of a picture', () => {
  it('keeps its numbers sure where every cell is ruled', () => {
    expect(read({})).toEqual(due)
  })

  it('gives two numbers between which a rule was lost to their own cells, and holds neither for sure', () => {
    const verticals = whole.verticals.flatMap((rule) => (rule.at === 280 ? without(rule, 120, 140) : [rule]))
    expect(read({ verticals })).toEqual(doubted(['2,2 36.66', '2,3 39.44']))
    const horizontals = swap(whole.horizontals, 160, [
      { at: 160, from: 50, to: 200, breaks: [] },
      { at: 160, from: 280, to: 360, breaks: [] },
    ])
    expect(read({ horizontals })).toEqual(doubted(['3,2 84.53', '4,2 0.312']))
  })

  it('doubts the cells beside a rule of which a part is left', () => {
    const verticals = whole.verticals.flatMap((rule) => (rule.at === 280 ? without(rule, 146, 154) : [rule]))
    expect(read({ verticals })).toEqual(doubted(['3,2 84.53', '3,3 86.83']))
  })

  it('keeps a merged cell whose print stands over the line that is not there', () => {
    const verticals = whole.verticals.flatMap((rule) => (rule.at === 280 ? without(rule, 120, 140) : [rule]))
    const merged = glyphs.filter(({ run }) => run !== 4 && run !== 5)
    expect(read({ verticals, glyphs: [...merged, ...word('36.66', 280, 130, 4)] })).toContain('2,2+1,2 36.66')
  })

  it('doubts every number of a row in which one cell holds two', () => {
    const second = word('11.94', middle(xs, 1), 155, 20)
    const cells = read({ glyphs: [...glyphs, ...second] })
    expect(cells.filter((cell) => cell.startsWith('3,'))).toEqual([
      '3,1 工业总产值?',
      expect.stringMatching(/^3,2 84\.53.*\?$/),
      '3,3 86.83?',
    ])
    expect(cells.filter((cell) => !cell.startsWith('3,')).every((cell) => !cell.endsWith('?'))).toBe(true)
  })
})

describe('a table of a picture without rules between its rows', () => {
  const horizontals = [100, 120, 190].map((at) => ({ at, from: 50, to: 360, breaks: [] }))

  it('keeps its numbers sure where rows stand apart', () => {
    expect(read({ horizontals, verticals: [] })).toEqual(due)
  })

  it('has a heading over a group of rows in a row of its own', () => {
    const rows = [...texts.slice(0, 3), ['', '', '一、资源节约'], ...texts.slice(3)]
    const grouped = rows.flatMap((row, r) => row.flatMap((text, c) => word(text, middle(xs, c), 110 + 20 * r, r * 3 + c)))
    const longer = [100, 120, 210].map((at) => ({ at, from: 50, to: 360, breaks: [] }))
    const cells = read({ horizontals: longer, verticals: [], glyphs: grouped })
    expect(cells.filter((cell) => cell.includes('一、资源节约'))).toEqual([expect.stringMatching(/^4,\d(\+1,\d)? 一、资源节约$/)])
    expect(cells).toContain('5,2 0.312')
  })

  it('doubts rows that may be one, cut in two', () => {
    const cut = glyphs.map((glyph) =>
      glyph.run === 5 ? { ...glyph, top: glyph.top + 6, bottom: glyph.bottom + 6, base: glyph.base + 6 } : glyph,
    )
    const cells = read({ horizontals, verticals: [], glyphs: cut })
    expect(cells.filter((cell) => /36\.66|39\.44/.test(cell)).every((cell) => cell.endsWith('?'))).toBe(true)
    expect(cells.filter((cell) => /84\.53|0\.270/.test(cell)).some((cell) => cell.endsWith('?'))).toBe(false)
  })
})
