import { Standard } from '../../schemas/edition.ts'
import { inputsOf, parseFormula } from '../engine/formula.ts'
import { parseThreshold } from '../engine/threshold.ts'
import hj274y2015 from './hj274-2015.json' with { type: 'json' }

/** Every quantity that a formula of the edition names is one of its own; every formula and threshold can be read. */
function checkFormulas({ id, quantities, indicators }: Standard): void {
  const known = new Set(quantities.map((quantity) => quantity.id))
  for (const indicator of indicators) {
    parseThreshold(indicator.threshold)
    for (const formula of [indicator.formula, ...indicator.parts.map((part) => part.formula)])
      for (const { quantity } of formula === null ? [] : inputsOf(parseFormula(formula)))
        if (!known.has(quantity))
          throw new Error(`${id}: formula of ${indicator.id} names "${quantity}", which is no quantity of the edition`)
  }
}

/** An edition from its JSON. Throws where it does not fit the schema or holds a formula that cannot be read, saying which and where. */
export function parseStandard(json: unknown): Standard {
  const standard = Standard.parse(json)
  checkFormulas(standard)
  return standard
}

/** Every edition of the Standard, oldest first. A new edition is one JSON file and one line here. */
export const standards: readonly Standard[] = [hj274y2015].map(parseStandard)

/** The edition with this id. Throws where there is none. */
export function readStandard(id: string, editions: readonly Standard[] = standards): Standard {
  const standard = editions.find((edition) => edition.id === id)
  if (standard === undefined) throw new Error(`没有标准版本 ${id}；现有：${editions.map((edition) => edition.id).join('、')}`)
  return standard
}

/** The edition in force on a day (ISO); the latest where the day is unknown, the first where it lies before all. */
export function standardFor(on: string | null, editions: readonly Standard[] = standards): Standard {
  const byDate = [...editions].sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn))
  const inForce = on === null ? byDate : byDate.filter((edition) => edition.effectiveOn <= on)
  const standard = inForce.at(-1) ?? byDate[0]
  if (standard === undefined) throw new Error('没有任何标准版本')
  return standard
}
