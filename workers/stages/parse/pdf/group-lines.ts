import { composeLine, type TextLine } from './compose-line.ts'
import type { Glyph } from './page-content.ts'

/** Baselines closer than this share of the font size are one line. */
const sameBase = 0.32

type Row = { base: number; size: number; glyphs: Glyph[] }

function rowsByBase(glyphs: readonly Glyph[]): Row[] {
  const rows: Row[] = []
  for (const glyph of [...glyphs].sort((a, b) => a.base - b.base)) {
    const row = rows[rows.length - 1]
    if (row !== undefined && glyph.base - row.base <= Math.min(glyph.size, row.size) * sameBase) {
      row.glyphs.push(glyph)
      if (glyph.size > row.size) {
        row.size = glyph.size
        row.base = glyph.base
      }
    } else rows.push({ base: glyph.base, size: glyph.size, glyphs: [glyph] })
  }
  return rows
}

/** A superscript or subscript is a few characters, noticeably smaller, and raised or lowered by less than half the size. */
const longestSmall = 6
const raised = 0.55
const lowered = 0.32

const isSmall = (glyph: Glyph, row: Row) =>
  glyph.size <= row.size * 0.85 && row.base - glyph.base <= row.size * raised && glyph.base - row.base <= row.size * lowered

/** Whether a raised or lowered small character touches a character of that line on its left. */
function clings(glyph: Glyph, row: Row): boolean {
  return isSmall(glyph, row) && row.glyphs.some((other) => Math.abs(glyph.x0 - other.x1) < row.size * 0.3 && glyph.x0 > other.x0)
}

/** The stretches of a row that no gap parts. */
function runsOf(row: Row): Glyph[][] {
  const runs: Glyph[][] = []
  for (const glyph of [...row.glyphs].sort((a, b) => a.x0 - b.x0)) {
    const run = runs[runs.length - 1]
    const last = run?.[run.length - 1]
    if (run !== undefined && last !== undefined && glyph.x0 - last.x1 < glyph.size * 0.5) run.push(glyph)
    else runs.push([glyph])
  }
  return runs
}

/** Moves superscripts and subscripts, which have a baseline of their own, into the line that they cling to. */
function attachSmall(rows: Row[]): Row[] {
  for (const [index, row] of rows.entries()) {
    const hosts = [rows[index + 1], rows[index - 1], rows[index + 2], rows[index - 2]].filter(
      (other) => other !== undefined && other.size * 0.85 >= row.size && Math.abs(other.base - row.base) <= other.size * raised,
    )
    if (hosts.length === 0) continue
    row.glyphs = runsOf(row).flatMap((run) => {
      const first = run[0]
      const host =
        run.length > longestSmall ? undefined : hosts.find((other) => other !== undefined && first !== undefined && clings(first, other))
      if (host === undefined) return run
      host.glyphs.push(...run)
      return []
    })
  }
  return rows.filter((row) => row.glyphs.length > 0)
}

/** A line that reads up or down the page: composed in its own direction, without per-character edges across the page. */
function composeTurned(glyphs: readonly Glyph[]): TextLine[] {
  const turns = glyphs[0]?.turned ?? 0
  const along = (glyph: Glyph): Glyph => {
    if (turns === 2) return { ...glyph, x0: -glyph.x1, x1: -glyph.x0, base: -glyph.base }
    const [x0, x1] = turns === 1 ? [-glyph.bottom, -glyph.top] : [glyph.top, glyph.bottom]
    return { ...glyph, x0, x1, base: turns === 1 ? glyph.base : -glyph.base }
  }
  const origin = new Map(glyphs.map((glyph) => [along(glyph), glyph]))
  return rowsByBase([...origin.keys()]).flatMap((row) => {
    const line = composeLine(row.glyphs)
    if (line === undefined) return []
    const real = line.glyphs.map((glyph) => origin.get(glyph) ?? glyph)
    const box = [
      Math.min(...real.map((glyph) => glyph.x0)),
      Math.min(...real.map((glyph) => glyph.top)),
      Math.max(...real.map((glyph) => glyph.x1)),
      Math.max(...real.map((glyph) => glyph.bottom)),
    ] as const
    const xs = line.xs.map((_, index) => (index === line.xs.length - 1 ? box[2] : box[0]))
    return [
      {
        ...line,
        glyphs: real,
        box: [...box],
        xs,
        base: box[3],
        turned: true,
        segments: [{ start: 0, end: line.text.length, x0: box[0], x1: box[2] }],
      },
    ]
  })
}

/** Groups characters into printed lines, from top to bottom; labels turned on their side come as lines of their own. */
export function groupLines(glyphs: readonly Glyph[]): TextLine[] {
  const upright = glyphs.filter((glyph) => glyph.turned === 0)
  const lines = attachSmall(rowsByBase(upright)).flatMap((row) => composeLine(row.glyphs) ?? [])
  for (const turns of [1, 2, 3] as const) {
    const turned = glyphs.filter((glyph) => glyph.turned === turns)
    if (turned.length > 0) lines.push(...composeTurned(turned))
  }
  return lines.sort((a, b) => a.box[1] - b.box[1])
}

const isLetter = (letter: string) => /[A-Za-z]/.test(letter)

/**
 * Joins two printed lines of one paragraph or cell: nothing between CJK characters, a space between words;
 * a hyphen that breaks a word goes, a minus or range sign stays. `filled`: the first line reaches its right margin.
 */
export function joinText(first: string, second: string, filled: boolean): string {
  const end = first[first.length - 1] ?? ''
  const start = second[0] ?? ''
  if (end === '-' && isLetter(first[first.length - 2] ?? '') && /[a-z]/.test(start)) return first.slice(0, -1) + second
  return first + separator(end, start, filled) + second
}

function separator(end: string, start: string, filled: boolean): string {
  if (isLetter(end) && isLetter(start)) return ' '
  const word = /[A-Za-z0-9]/
  if (word.test(end) && word.test(start)) return filled && !/[A-Za-z]/.test(end + start) ? '' : ' '
  if (/[,;:.!?%)\]]/.test(end) && isLetter(start)) return ' '
  return ''
}
