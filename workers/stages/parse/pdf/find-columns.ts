import type { TextLine } from './compose-line.ts'
import { isWide } from './printed-character.ts'
import { atomsOf, inkOf, isJump, type Span, widestInside } from './text-columns.ts'

/** A strip of white between two columns: `crossed` by the texts that run over it, `told` by the lines that show it. */
type Gutter = { from: number; to: number; crossed: number; told: number }

type Line = { base: number; size: number; limit: number; atoms: Span[] }

/** A white strip narrower than this (points, between texts whose ends count `hair` less) parts nothing. */
const narrowest = 1.6
const hair = 0.5
/** Texts over several columns (headings, group rows) may cross a gutter that this many times as many lines show. */
const perCrossing = 3
/** Two lines whose baselines are this many font sizes apart cannot be lines of one cell. */
const staggered = [0.25, 0.85] as const

/** More strips than this are a drawing's. */
const mostGutters = 200

/** A number of the table's body; a year may stand in its header, whose spanning texts must not close a gutter. */
const bodyNumber = /^(?!(?:19|20)\d{2}$)[≥≤<>]?\s*[-−－]?[\d,]+(?:\.\d+)?\s*[%％‰]?$/

/** The white strips at which fewer texts run across than on either side, from the left. */
function findStrips(lines: readonly Line[], header: number): Gutter[] {
  const ends: { x: number; by: number }[] = []
  for (const line of lines)
    for (const atom of line.atoms) {
      const [x0, x1] = inkOf(atom)
      const inset = Math.min(hair, (x1 - x0) / 4)
      const by = line.base < header ? 0.5 : 1
      ends.push({ x: x0 + inset, by }, { x: x1 - inset, by: -by })
    }
  ends.sort((a, b) => a.x - b.x)
  const strips: Gutter[] = []
  let crossed = 0
  for (const [index, end] of ends.entries()) {
    crossed += end.by
    const next = ends[index + 1]
    if (next !== undefined && end.by < 0 && next.by > 0 && next.x - end.x >= narrowest)
      strips.push({ from: end.x, to: next.x, crossed, told: 0 })
  }
  return strips
}

/** Single ideographs far apart are a spaced word (单　位), not two cells. */
const isSpacedWord = (left: Span, right: Span) =>
  left.glyphs.length === 1 && right.glyphs.length === 1 && isWide(left.text) && isWide(right.text) && right.x0 - left.x1 < left.size * 4

/** How many lines show a gutter at x: by a gap too wide for one cell or a jump of the content, or by texts on its two sides at heights that one cell never has. */
function countTelling(lines: readonly Line[], x: number): number {
  let told = 0
  for (const [index, line] of lines.entries()) {
    const [left, right] = neighbours(line.atoms, x)
    if (left !== undefined && right !== undefined) {
      if (isApart(left, right, line.limit) && !isSpacedWord(left, right)) told++
      continue
    }
    const next = lines[index + 1]
    if (next === undefined || (left === undefined && right === undefined)) continue
    const apart = (next.base - line.base) / Math.max(line.size, next.size)
    if (apart < staggered[0] || apart > staggered[1]) continue
    const [nextLeft, nextRight] = neighbours(next.atoms, x)
    if (
      (left !== undefined && nextLeft === undefined && nextRight !== undefined) ||
      (right !== undefined && nextRight === undefined && nextLeft !== undefined)
    )
      told++
  }
  return told
}

/** The texts that stand next to x on either side. */
function neighbours(atoms: readonly Span[], x: number): [Span | undefined, Span | undefined] {
  const left = atoms.findLast((atom) => (atom.x0 + atom.x1) / 2 <= x)
  const right = atoms.find((atom) => (atom.x0 + atom.x1) / 2 > x)
  return [left, right]
}

/**
 * The x that part the columns of these lines: the white strips over all of them that at most a few texts cross, and that
 * some line shows to part two cells. `ems`: gaps wider than this part two cells for certain. Empty with one column.
 */
export function findColumns(lines: readonly TextLine[], ems: number): number[] {
  const own = lines
    .filter((line) => !line.turned)
    .map((line): Line => ({ base: line.base, size: line.size, limit: widestInside(line, ems), atoms: atomsOf(line) }))
    .sort((a, b) => a.base - b.base)
  const first = own.find((line) => line.atoms.filter((atom) => bodyNumber.test(atom.text)).length >= 2)
  const strips = findStrips(own, first?.base ?? Number.NEGATIVE_INFINITY)
  const most = own.length / perCrossing
  const gutters = strips.filter((strip) => {
    if (strip.crossed > most) return false
    strip.told = countTelling(own, (strip.from + strip.to) / 2)
    return strip.told >= Math.max(1, strip.crossed * perCrossing)
  })
  gutters.sort((a, b) => a.crossed - b.crossed || b.told - a.told || b.to - b.from - (a.to - a.from))
  gutters.splice(mostGutters)
  const kept: Gutter[] = []
  for (const gutter of gutters) if (kept.every((other) => holdsColumn(own, gutter, other))) kept.push(gutter)
  return kept.map(({ from, to }) => (from + to) / 2).sort((a, b) => a - b)
}

/** Whether texts stand between the two gutters, set apart on both sides, and enough of them to be a column. */
function holdsColumn(lines: readonly Line[], a: Gutter, b: Gutter): boolean {
  const [left, right] = a.from < b.from ? [a, b] : [b, a]
  let whole = 0
  let begins = 0
  let ends = 0
  for (const { atoms, limit } of lines) {
    const from = atoms.findIndex((atom) => atom.x0 >= left.to - 1)
    const to = atoms.findLastIndex((atom) => atom.x1 <= right.from + 1)
    if (from < 0 || to < from) continue
    whole++
    if (isApart(atoms[from - 1], atoms[from], limit)) begins++
    if (isApart(atoms[to], atoms[to + 1], limit)) ends++
  }
  const crossed = Math.max(a.crossed, b.crossed)
  const needed = crossed === 0 ? 1 : Math.max(2, Math.min(a.told, b.told) * 0.3)
  return whole >= needed && begins > 0 && ends > 0
}

/** Whether these neighbours surely belong to two cells. */
function isApart(left: Span | undefined, right: Span | undefined, limit: number): boolean {
  if (left === undefined || right === undefined || right.x0 - left.x1 > limit) return true
  const [last, first] = [left.glyphs[left.glyphs.length - 1], right.glyphs[0]]
  return last !== undefined && first !== undefined && isJump(last, first)
}
