import type { Fact } from '../../schemas/fact.ts'
import type { Calculation } from '../../schemas/reading.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { isSure } from '../engine/agree-facts.ts'
import { Decimal } from '../engine/decimal.ts'
import type { Years } from '../engine/evaluate.ts'
import { misreadingExplains } from '../engine/evaluate-misread.ts'
import { checkPrint } from '../engine/evaluate-print.ts'
import { type Recalculation, type Recalculations, recalculate } from '../engine/evaluate-series.ts'
import { parseFormula } from '../engine/formula.ts'
import { spellAs, writeComputed, writeFormula } from '../engine/formula-words.ts'
import { factsByDocument } from '../engine/index-facts.ts'
import { fromSpan, overlap, toSpan } from '../engine/interval.ts'
import { subjectName } from '../engine/know-subject.ts'
import { documentName, placeName, roleName } from '../engine/place-name.ts'
import { createSeries } from '../engine/series.ts'
import { showFact } from '../engine/show-fact.ts'

type Derived = Target & {
  readonly formula: string
  readonly year: number
  readonly years: Years
  readonly printed: readonly Fact[]
  readonly result: Recalculations
  readonly calculations: readonly Calculation[]
}

const isPrinted = (fact: Fact) => fact.kind === 'actual' && fact.interval !== null && !fact.approximate

/** Every derived value that a document states, with what its own inputs give for it. */
function* given(dossier: Dossier): Generator<Derived> {
  const formulas = new Map(dossier.standard.indicators.map(({ id, formula }) => [id, formula]))
  for (const document of dossier.documents) {
    const own = factsByDocument(dossier).get(document.id) ?? new Map<string, readonly Fact[]>()
    const series = createSeries([...own.values()].flat())
    for (const stated of own.values()) {
      const printed = stated.filter(isPrinted)
      const [first] = printed
      const formula = first === undefined ? undefined : formulas.get(first.subject)
      if (first === undefined || first.year === null || formula == null) continue
      const years = { year: first.year, base: dossier.baseYear ?? document.identity.baseYear, final: first.year }
      const result = recalculate(parseFormula(formula), series, years)
      const inputs = 'found' in result ? (result.found[0]?.inputs ?? []) : []
      const calculations = document.calculations.filter((one) => one.subject === first.subject && one.year === first.year)
      yield {
        subject: first.subject,
        formula,
        years,
        printed,
        result,
        calculations,
        year: first.year,
        facts: [...printed, ...inputs.map((input) => input.fact)],
      }
    }
  }
}

const agrees = (fact: Fact, { interval }: Recalculation) => fact.interval !== null && overlap(fromSpan(fact.interval), interval)

function contradicted(wrong: Fact, best: Recalculation, { formula, year, years }: Derived, dossier: Dossier): Outcome {
  const computed = writeComputed(best.interval, wrong)
  const tree = parseFormula(formula)
  if (misreadingExplains(tree, years, wrong, best.inputs, best.interval))
    return skipped(
      `扫描件识别可信度低，与重算值${computed}的差异可能来自识别，请对照原件：${placeName(wrong, dossier)}为${showFact(wrong)}`,
    )
  const calculation = writeFormula(tree, years, spellAs(best.inputs))
  const unsure = [wrong, ...best.inputs.map((input) => input.fact)].some((fact) => !isSure(fact))
  const { low, high } = toSpan(best.interval)
  return failed({
    message: `${year}年${subjectName(wrong.subject, dossier.standard)}：${roleName(wrong.role)}印${showFact(wrong)}（${placeName(wrong, dossier)}），按其自身数据重算为${computed}（${calculation}），两者不一致${unsure ? '；识别可信度低，请对照原件核对' : ''}。`,
    actual: wrong.raw,
    expected: `${computed}（${calculation}）`,
    tolerance: `印刷位数代表的区间${wrong.interval?.low}～${wrong.interval?.high}与重算区间${shorten(low)}～${shorten(high)}不相交`,
    expectedValue: { low, high },
    suspect: wrong,
    ...(unsure ? { severity: 'warning' as const } : {}),
  })
}

/** Eight significant digits say enough of a computed end in a sentence. */
const shorten = (end: string) => new Decimal(end).toSignificantDigits(8).toFixed()

/** A printed calculation whose own numbers do not give its own result. */
function miscalculated({ printed, calculations, year }: Derived, dossier: Dossier): Outcome | undefined {
  for (const calculation of calculations) {
    const check = checkPrint(calculation)
    if (check === undefined || check.holds) continue
    const { document, evidence, result, subject } = calculation
    const suspect = printed.find((fact) => fact.statedIn === 'calculation' && fact.value === result.value) ?? printed[0]
    const computed = writeComputed(check.computed, { value: result.value, canonical: null })
    return failed({
      message: `${year}年${subjectName(subject, dossier.standard)}的算式“${calculation.expression}”印得${result.raw}（${placeName({ document, evidence }, dossier)}），按式中数字计算为${computed}，两者不一致。`,
      actual: result.raw,
      expected: computed,
      tolerance: '式中各数按印刷位数取区间，与所印结果的区间不相交',
      places: [{ document, evidence }],
      ...(suspect ? { suspect } : {}),
    })
  }
  return undefined
}

function compareWithInputs(target: Derived, dossier: Dossier): Outcome {
  const { printed, result } = target
  if ('undefined' in result) return skipped(`无法重算：${result.undefined}`)
  if ('missing' in result) {
    const names = result.missing.map(({ quantity, year }) => `${year}年${subjectName(quantity, dossier.standard)}`)
    return skipped(`${documentName(printed[0]?.document ?? '', dossier)}缺${names.join('、')}，无法重算`)
  }
  const wrong = printed.find((fact) => !result.found.some((one) => agrees(fact, one)))
  const best = result.found[0]
  return wrong === undefined || best === undefined ? passed : contradicted(wrong, best, target, dossier)
}

/** Every value derived by a formula of the Standard is what the same document's own inputs of the right years give. */
export default defineRule({
  id: 'formula/recalculation',
  severity: 'error',
  article: '17(6)',
  summary: 'A derived value is what the formula of the Standard gives for the inputs that the same document prints.',
  title: '指标值按同一文件自身的基础数据和标准公式重算是否一致',
  given,
  check: (target, dossier) => {
    const outcome = compareWithInputs(target, dossier)
    return outcome.outcome === 'failed' ? outcome : (miscalculated(target, dossier) ?? outcome)
  },
})
