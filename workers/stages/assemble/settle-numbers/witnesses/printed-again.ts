import { agree } from '../../../../../rules/engine/agree-facts.ts'
import { keyOf } from '../../../../../rules/engine/index-facts.ts'
import { fromSpan, type Interval } from '../../../../../rules/engine/interval.ts'
import type { Standard } from '../../../../../schemas/edition.ts'
import type { Fact } from '../../../../../schemas/fact.ts'
import { together, type Witness } from '../witness.ts'

const width = ({ low, high }: Interval) => high.minus(low)

/** Whether a print says a value to its last digit: one that is coarser or finer may agree with a value that has lost or gained a digit. */
function confirms(print: Fact, value: Fact, standard: Standard): boolean | undefined {
  const same = agree(value, print, standard)
  if (same !== true || print.interval === null || value.interval === null || value.canonical === null)
    return same === false ? false : undefined
  const [said, own] = [fromSpan(print.interval), fromSpan(value.interval)]
  const holds = said.low.lte(value.canonical.value) && said.high.gte(value.canonical.value)
  return holds && width(said).lte(width(own)) ? true : undefined
}

/** Prints that contradict one another bear out nothing. */
function agreesWithAll(value: Fact, prints: readonly Fact[], standard: Standard): boolean | undefined {
  const key = keyOf(value)
  return together(prints.filter((print) => keyOf(print) === key).map((print) => confirms(print, value, standard)))
}

/** The same value printed once more in the same document. */
export const printedAgain: Witness = {
  why: '本文件另一处所印',
  says: (value, { own, standard }) => agreesWithAll(value, own, standard),
}

/** The same value in other documents of the dossier. */
export const printedElsewhere: Witness = {
  why: '其他材料所印',
  says: (value, { others, standard }) => agreesWithAll(value, others, standard),
}
