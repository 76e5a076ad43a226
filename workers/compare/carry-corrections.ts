import type { Correction } from '../../schemas/correction.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Reading } from '../../schemas/reading.ts'

/** A correction of an earlier review with the fact it was made of and the bytes that the fact was read from. */
export type EarlierCorrection<C> = { readonly made: C; readonly correction: Correction; readonly fact: Fact; readonly sha256: string }

/** The same print: what it is about, where it stands, and what was read there. */
const printOf = ({ misread, ...fact }: Fact): string => {
  const { subject, year, kind, raw, value, unit, text, evidence } = { ...fact, ...misread }
  return JSON.stringify([subject, year, kind, raw, value, unit, text, evidence])
}

/**
 * The corrections that are to be made again, as the same bytes are read in the same wrong way once more; each names its fact as the new
 * report will. A correction whose document was replaced, or whose print is read otherwise now, is left out.
 */
export function carryCorrections<C>(
  earlier: readonly EarlierCorrection<C>[],
  readings: readonly Pick<Reading, 'sha256' | 'facts'>[],
): { readonly made: C; readonly correction: Correction }[] {
  const waiting = new Map(earlier.map((one) => [`${one.sha256} ${printOf(one.fact)}`, one]))
  const carried: { made: C; correction: Correction }[] = []
  let count = 0
  for (const { sha256, facts } of waiting.size === 0 ? [] : readings)
    for (const fact of facts) {
      count += 1
      const key = `${sha256} ${printOf(fact)}`
      const found = waiting.get(key)
      if (found === undefined) continue
      waiting.delete(key)
      carried.push({ made: found.made, correction: { ...found.correction, fact: `f${count}` } })
    }
  return carried
}
