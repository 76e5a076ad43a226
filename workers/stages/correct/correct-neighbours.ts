import { intervalOf, toSpan } from '../../../rules/engine/interval.ts'
import { conversion } from '../../../rules/engine/units.ts'
import type { Fact } from '../../../schemas/fact.ts'
import type { Evidence } from '../../../schemas/place.ts'
import type { Calculation, Reading, Sum } from '../../../schemas/reading.ts'

type Change = { readonly from: Fact; readonly to: Fact }

const placeOf = ({ page, bbox, table, row, column, sheet, cell, paragraph }: Evidence): string =>
  JSON.stringify([page, bbox, table, row, column, sheet, cell, paragraph])
const isSamePlace = (a: Evidence, b: Evidence): boolean => placeOf(a) === placeOf(b)

type Part = Sum['parts'][number]

/** A sum's part or total that is the misread print: its digits in the sum's unit. What cannot be brought to that unit stays as it was read. */
function correctPart(part: Part, unit: string | null, changes: readonly Change[]): Part {
  const change = changes.find(({ from }) => from.value !== null && isSamePlace(from.evidence, part.evidence))
  if (change?.to.value == null) return part
  const { raw, value, unit: printed } = change.to
  const factor = unit === null || printed === null || unit === printed ? 1 : conversion(printed, unit)
  return factor === undefined ? part : { ...part, raw, interval: toSpan(intervalOf(value, factor)) }
}

/** An input or result of a printed calculation is known by its digits and unit, as the calculation has one place for all of them. */
function correctCalculation(calculation: Calculation, changes: readonly Change[]): Calculation {
  const changed = <T extends { raw: string; value: string; unit: string | null }>(print: T): T => {
    const change = changes.find(
      ({ from }) => from.value === print.value && from.unit === print.unit && isSamePlace(from.evidence, calculation.evidence),
    )
    return change?.to.value == null ? print : { ...print, raw: change.to.raw, value: change.to.value, unit: change.to.unit }
  }
  const result = changed(calculation.result)
  const interval = result === calculation.result ? result.interval : toSpan(intervalOf(result.value))
  return { ...calculation, inputs: calculation.inputs.map(changed), result: { ...result, interval } }
}

/** The same misread print, where it was read as something beside a fact too: a sum's part, a calculation's input. */
export function correctNeighbours(reading: Reading, changes: readonly Change[]): Reading {
  return {
    ...reading,
    sums: reading.sums.map((sum) => ({
      ...sum,
      parts: sum.parts.map((part) => correctPart(part, sum.unit, changes)),
      total: correctPart(sum.total, sum.unit, changes),
    })),
    calculations: reading.calculations.map((calculation) => correctCalculation(calculation, changes)),
  }
}
