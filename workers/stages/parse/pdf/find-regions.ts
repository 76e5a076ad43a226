import type { Box } from '../../../../schemas/place.ts'
import { around, type Rule } from './page-content.ts'
import type { Region } from './page-table.ts'

/** Lines that end this near to a crossing line meet it. */
const touch = 4
/** Rules of one open table begin and end within this distance of one another. */
const sameEnd = 6
/** More crossings than this to look at is a drawing, not a table. */
const maxCrossings = 4_000_000

const meets = (h: Rule, v: Rule) => h.at >= v.from - touch && h.at <= v.to + touch && v.at >= h.from - touch && v.at <= h.to + touch

class Groups {
  private readonly parent: number[]
  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, index) => index)
  }
  find(index: number): number {
    let root = index
    while (this.parent[root] !== root) root = this.parent[root] ?? root
    this.parent[index] = root
    return root
  }
  join(a: number, b: number): void {
    this.parent[this.find(a)] = this.find(b)
  }
}

const boxOf = (horizontals: Rule[], verticals: Rule[]): Box =>
  around([
    ...horizontals.map((rule): Box => [rule.from, rule.at, rule.to, rule.at]),
    ...verticals.map((rule): Box => [rule.at, rule.from, rule.at, rule.to]),
  ])

/** Areas where horizontal and vertical lines meet, smallest first, so that a nested table comes before the one around it. */
export function findClosedRegions(horizontals: readonly Rule[], verticals: readonly Rule[]): Region[] {
  if (horizontals.length * verticals.length > maxCrossings) return []
  const groups = new Groups(horizontals.length + verticals.length)
  for (const [i, h] of horizontals.entries())
    for (const [j, v] of verticals.entries()) if (meets(h, v)) groups.join(i, horizontals.length + j)
  const members = new Map<number, { horizontals: Rule[]; verticals: Rule[] }>()
  const memberOf = (index: number) => {
    const root = groups.find(index)
    const member = members.get(root) ?? { horizontals: [], verticals: [] }
    members.set(root, member)
    return member
  }
  for (const [i, h] of horizontals.entries()) memberOf(i).horizontals.push(h)
  for (const [j, v] of verticals.entries()) memberOf(horizontals.length + j).verticals.push(v)
  return [...members.values()]
    .filter(
      (member) =>
        member.horizontals.length + member.verticals.length >= 3 && member.horizontals.length >= 1 && member.verticals.length >= 1,
    )
    .map((member) => ({ ...member, box: boxOf(member.horizontals, member.verticals), closed: true }))
    .filter(({ box }) => box[2] - box[0] > 20 && box[3] - box[1] > 8)
    .sort((a, b) => areaOf(a.box) - areaOf(b.box))
}

const areaOf = (box: Box) => (box[2] - box[0]) * (box[3] - box[1])
const sameSpan = (a: Rule, b: Rule) => Math.abs(a.from - b.from) <= sameEnd && Math.abs(a.to - b.to) <= sameEnd

/** Stacks of horizontal rules of one width (three-line tables), with the shorter rules that lie between them. */
export function findRuleStacks(horizontals: readonly Rule[]): { full: Rule[]; partial: Rule[] }[] {
  const sorted = [...horizontals].sort((a, b) => a.at - b.at)
  const long = sorted.filter((rule) => rule.to - rule.from >= 60)
  const stacks: Rule[][] = []
  for (const rule of long.sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const stack = stacks.find((candidate) => candidate[0] !== undefined && sameSpan(candidate[0], rule))
    if (stack === undefined) stacks.push([rule])
    else stack.push(rule)
  }
  return stacks
    .filter((stack) => stack.length >= 2)
    .map((stack) => {
      const full = addCutEnds(
        stack.sort((a, b) => a.at - b.at),
        sorted,
      )
      const [first, last] = [full[0], full[full.length - 1]]
      const partial = sorted.filter(
        (rule) =>
          first !== undefined &&
          last !== undefined &&
          !full.includes(rule) &&
          rule.at > first.at &&
          rule.at < last.at &&
          rule.from >= first.from - sameEnd &&
          rule.to <= first.to + sameEnd,
      )
      return { full, partial }
    })
}

/** A row is at most this high, in points. */
const highestRow = 120

/**
 * Where a page break cuts a merged cell, the last rule of the page (or the first of the next) runs under the other
 * columns only: it belongs to the stack all the same.
 */
function addCutEnds(full: Rule[], all: readonly Rule[]): Rule[] {
  const [first, last] = [full[0], full[full.length - 1]]
  if (first === undefined || last === undefined || full.length < 3) return full
  const width = first.to - first.from
  const isPart = (rule: Rule) =>
    !full.includes(rule) && rule.to - rule.from >= width * 0.6 && Math.abs(rule.to - first.to) <= sameEnd && rule.from > first.from
  const below = all.filter((rule) => isPart(rule) && rule.at > last.at && rule.at < last.at + highestRow)
  const chain: Rule[] = []
  let from = last.at
  for (const rule of below)
    if (rule.at - from < highestRow / 2) {
      chain.push(rule)
      from = rule.at
    }
  return [...full, ...chain]
}
