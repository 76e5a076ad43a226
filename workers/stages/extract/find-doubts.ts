import type { ParsedDocument, Recognition } from '../../../schemas/document.ts'
import type { Doubt } from '../../../schemas/reading.ts'

/** What is read so surely holds no letter in doubt. */
const sureFrom = 0.95
/** A document of names in rare characters has some hundreds. */
const mostDoubts = 2_000
const han = /^\p{Script=Han}+$/u

const recognitionsOf = ({ blocks }: ParsedDocument): Recognition[] =>
  blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.cells.flatMap(({ recognition }) => recognition ?? [])
      : (block.recognised ?? []).map(({ recognition }) => recognition),
  )

/** Where two texts differ by one letter, or by one that one of them lacks: that letter with its neighbours, in both. */
function difference(read: string, other: string): { read: string; other: string } | undefined {
  const [a, b] = [[...read], [...other]]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const from = Math.max(0, start - 1)
  const [own, seen] = [a.slice(from, a.length - end + 1), b.slice(from, b.length - end + 1)]
  const changed = [...a.slice(start, a.length - end), ...b.slice(start, b.length - end)].join('')
  if (!han.test(changed) || seen.length < 3) return undefined
  return { read: own.join(''), other: seen.join('') }
}

/** The characters of which the engine held another one possible, each with the letters beside it: 临丰市, perhaps 临沣市. Never a digit or sign. */
export function findDoubts(document: ParsedDocument): Doubt[] {
  const found = new Map<string, Set<string>>()
  for (const { read, others, confidence } of recognitionsOf(document)) {
    if (confidence >= sureFrom) continue
    for (const other of others) {
      const doubt = difference(read.replace(/\s/g, ''), other.replace(/\s/g, ''))
      if (doubt === undefined || (found.size >= mostDoubts && !found.has(doubt.read))) continue
      found.set(doubt.read, (found.get(doubt.read) ?? new Set()).add(doubt.other))
    }
  }
  return [...found].map(([read, others]) => ({ read, others: [...others] }))
}
