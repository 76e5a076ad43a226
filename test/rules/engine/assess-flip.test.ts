import { describe, expect, test } from 'vitest'
import { assess } from '../../../rules/engine/assess.ts'
import { findAssessed } from '../../../rules/engine/assess-value.ts'
import { Decimal } from '../../../rules/engine/decimal.ts'
import { evaluate } from '../../../rules/engine/evaluate.ts'
import { recalculate } from '../../../rules/engine/evaluate-series.ts'
import { parseFormula } from '../../../rules/engine/formula.ts'
import { exactly } from '../../../rules/engine/interval.ts'
import type { Assessment } from '../../../schemas/report.ts'
import { cleanDossier } from '../../diagnosis/clean-dossier.ts'

const { dossier } = cleanDossier('flips')
const flips = assess(dossier).flatMap((row) => (row.flip ? [{ ...row, flip: row.flip }] : []))
const at = findAssessed(dossier)
if (at === undefined) throw new Error('nothing is judged')
const years = { year: at.year, base: dossier.baseYear, final: at.year }

/** By how much an indicator exceeds its limit when one input is another, all others as printed; undefined where it then has no value. */
function excess({ subject, threshold }: Assessment, input: string, value: Decimal): Decimal | undefined {
  const formula = parseFormula(dossier.standard.indicators.find(({ id }) => id === subject)?.formula ?? '')
  const result = recalculate(formula, at?.series ?? never(), years)
  const inputs = 'found' in result ? (result.found[0]?.inputs ?? []) : []
  const found = evaluate(
    formula,
    (quantity, year) => {
      const one = inputs.find(({ fact }) => fact.subject === quantity && fact.year === year)
      if (one === undefined) return undefined
      return exactly(quantity === input && year === years.year ? value : new Decimal(one.fact.canonical?.value ?? 0))
    },
    years,
  )
  return 'interval' in found ? found.interval.low.minus(threshold?.match(/-?[\d.]+/)?.[0] ?? 0) : undefined
}
const never = (): never => {
  throw new Error('no value')
}

const inputsOf = ({ subject }: Assessment): string[] =>
  [...new Set(dossier.standard.indicators.find(({ id }) => id === subject)?.formula?.match(/[a-z]\w*/g) ?? [])].filter((name) =>
    dossier.standard.quantities.some(({ id }) => id === name),
  )

const levelOf = (quantity: string): Decimal => {
  const fact = dossier.facts.find(
    (one) => one.document === at.document.id && one.subject === quantity && one.year === at.year && one.statedIn === 'table',
  )
  return new Decimal(fact?.canonical?.value ?? 0)
}

describe('the smallest change that turns a verdict', () => {
  test('a park has many', () => {
    expect(flips.length).toBeGreaterThan(12)
  })

  test.each(flips)('$subject: past it the verdict is another, short of it the same', (row) => {
    const from = new Decimal(row.flip.from)
    const to = new Decimal(row.flip.to)
    const side = (value: Decimal) => Math.sign(excess(row, row.flip.subject, value)?.toNumber() ?? Number.NaN)
    const counted = /家|人/.test(dossier.standard.quantities.find(({ id }) => id === row.flip.subject)?.unit ?? '')
    if (counted) {
      expect(side(to)).not.toBe(side(from))
      return
    }
    const step = to.minus(from)
    expect(side(from.plus(step.times('1.00001')))).not.toBe(side(from.plus(step.times('0.9999'))))
    expect(side(from.plus(step.times('0.9999')))).toBe(side(from) || side(from.plus(step.times('0.9999'))))
  })

  test.each(flips)('$subject: no smaller change of another input does it', (row) => {
    const share = new Decimal(row.flip.to).minus(row.flip.from).div(row.flip.from).abs().times('0.999')
    for (const input of inputsOf(row)) {
      const level = levelOf(input)
      const before = Math.sign(excess(row, input, level)?.toNumber() ?? Number.NaN)
      if (level.isZero() || before === 0) continue
      for (const factor of [new Decimal(1).minus(share), new Decimal(1).plus(share)]) {
        const by = excess(row, input, level.times(factor))
        if (by === undefined) continue
        const after = Math.sign(by.toNumber())
        expect(`${input} ×${factor.toSignificantDigits(6)}: ${after}`).toBe(`${input} ×${factor.toSignificantDigits(6)}: ${before}`)
      }
    }
  })
})
