import { trimmed } from '../vocabulary.ts'
import type { TableContext } from './context.ts'
import type { KnownRows } from './known-rows.ts'
import words from './words.json' with { type: 'json' }

/** So many other quantities of the Standard in a table tell that 增加值 and 总产值 in it are industry's. */
const kin = 2
const otherSectors = new RegExp(words.otherSectors)

/** A short name (总产值, 增加值) in a table of the park's industry, where nothing around speaks of another sector. */
export function amongKin(
  name: string,
  around: readonly string[],
  { subjects }: KnownRows,
  { vocabulary, caption, section }: Pick<TableContext, 'vocabulary' | 'caption' | 'section'>,
): string | undefined {
  if (subjects.size < kin || [...around, caption, section ?? ''].some((text) => otherSectors.test(text))) return undefined
  for (const short of trimmed(name)) {
    const subject = vocabulary.inContext(short, words.industry)
    if (subject) return subject
  }
  return undefined
}
