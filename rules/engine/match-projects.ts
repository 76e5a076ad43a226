import type { Project } from '../../schemas/reading.ts'
import { likeness } from './likeness.ts'
import { compact } from './normalise.ts'

/** A project's name without its punctuation and spaces, in one spelling. */
export const bareName = (name: string): string => compact(name).replace(/[^\p{L}\p{N}]/gu, '')

/** 一期 and 二期, or 20兆瓦 and 30兆瓦, are different projects however alike their names. */
const numbered = (name: string): string => (name.match(/\d+|[一二三四五六七八九十](?=期|号|标段|线)/g) ?? []).join('|')

const ALIKE = 0.7

/**
 * The entries of a list for each wanted project: those of the same name, else, of those left over, the most alike one
 * whose numbers are the same. No entry is given to two projects by likeness.
 */
export function matchProjects(wanted: readonly Project[], listed: readonly Project[]): Map<Project, readonly Project[]> {
  const matched = new Map<Project, readonly Project[]>()
  for (const project of wanted) {
    const same = listed.filter((one) => bareName(one.name) === bareName(project.name))
    if (same.length > 0) matched.set(project, same)
  }
  const taken = new Set([...matched.values()].flat())
  const candidates = wanted
    .filter((project) => !matched.has(project))
    .flatMap((project) => listed.map((entry) => ({ project, entry, score: scoreOf(project, entry) })))
    .filter(({ entry, score }) => score >= ALIKE && !taken.has(entry))
    .sort((a, b) => b.score - a.score)
  for (const { project, entry } of candidates) {
    if (matched.has(project) || taken.has(entry)) continue
    matched.set(project, [entry])
    taken.add(entry)
  }
  return matched
}

function scoreOf(project: Project, entry: Project): number {
  const [a, b] = [bareName(project.name), bareName(entry.name)]
  if (numbered(a) !== numbered(b)) return 0
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.includes(short) && short.length >= 6 ? Math.max(0.9, likeness(a, b)) : likeness(a, b)
}
