import type { Rule } from './page-content.ts'
import type { Piece } from './read-rules.ts'

/** Double rules stand within this distance (points) and are one. */
const doubleRule = 2.6
/** Pieces of one line may leave a gap at a corner or a crossing. */
const gap = 3
/** Dashes leave gaps up to this, when the pieces themselves are as short. */
const dashGap = 8
/** A joined line shorter than this rules nothing. */
const shortest = 6

/** Joins the pieces that lie on one line: double rules become one, dashes and per-cell pieces a single rule with its breaks. */
export function joinPieces(pieces: readonly Piece[]): Rule[] {
  const sorted = [...pieces].sort((a, b) => a.at - b.at)
  const rules: Rule[] = []
  let group: Piece[] = []
  let start = 0
  for (const piece of sorted) {
    if (group.length > 0 && piece.at - start > doubleRule) {
      rules.push(...joinLine(group))
      group = []
    }
    if (group.length === 0) start = piece.at
    group.push(piece)
  }
  if (group.length > 0) rules.push(...joinLine(group))
  return rules.filter((rule) => rule.to - rule.from >= shortest)
}

function joinLine(group: Piece[]): Rule[] {
  const sorted = [...group].sort((a, b) => a.from - b.from)
  const rules: Rule[] = []
  let weight = 0
  for (const piece of sorted) {
    const rule = rules[rules.length - 1]
    const length = piece.to - piece.from
    if (rule !== undefined && piece.from - rule.to <= (length <= dashGap ? dashGap : gap)) {
      if (length > dashGap) rule.breaks.push(piece.from, piece.to)
      rule.to = Math.max(rule.to, piece.to)
      rule.at = (rule.at * weight + piece.at * length) / (weight + length)
      weight += length
    } else {
      rules.push({ at: piece.at, from: piece.from, to: piece.to, breaks: length > dashGap ? [piece.from, piece.to] : [] })
      weight = length
    }
  }
  return rules
}
