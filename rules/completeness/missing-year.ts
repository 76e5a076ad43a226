import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { factKey, factsByDocument, factsByKey } from '../engine/index-facts.ts'
import { subjectName, subjectsOf } from '../engine/know-subject.ts'
import { documentName } from '../engine/place-name.ts'

type Wanted = Target & { subject: string; year: number; document: string; needs: readonly string[] }

/** The years that a formula reads, from its own words: year-3, base, final, or the year itself. */
function yearsNeeded(formula: string, baseYear: number | null, finalYear: number): number[] {
  const back = [...formula.matchAll(/year\s*-\s*(\d+)/g)].map(([, years]) => finalYear - Number(years))
  return [...new Set([finalYear, ...back, ...(/\bbase\b/.test(formula) && baseYear !== null ? [baseYear] : [])])]
}

/** Every quantity and year that the recalculation of a reported final-year indicator reads, where the report has a series of it. */
function* given(dossier: Dossier): Generator<Wanted> {
  const { finalYear, baseYear } = dossier
  if (finalYear === null) return
  for (const document of dossier.documents.filter((one) => one.identity.role === 'acceptance_report' && one.status !== 'failed')) {
    const own = factsByDocument(dossier).get(document.id) ?? new Map()
    const series = new Set(
      [...own.keys()]
        .map((key: string) => key.split('|'))
        .filter(([, year, kind]) => year !== '' && kind === 'actual')
        .map(([subject]) => subject),
    )
    const needs = new Map<string, Set<string>>()
    for (const { id, indicator, inputs } of subjectsOf(dossier.standard).values())
      if (indicator?.formula && own.has(factKey(id, finalYear, 'actual')))
        for (const year of yearsNeeded(indicator.formula, baseYear, finalYear))
          for (const input of inputs.filter((name) => series.has(name))) {
            const key = `${input}|${year}`
            needs.set(key, (needs.get(key) ?? new Set()).add(id))
          }
    for (const [key, indicators] of needs) {
      const [subject = '', year] = key.split('|')
      yield {
        subject,
        year: Number(year),
        facts: own.get(factKey(subject, Number(year), 'actual')) ?? [],
        document: document.id,
        needs: [...indicators],
      }
    }
  }
}

function check({ subject, year, facts, document, needs }: Wanted, dossier: Dossier): Outcome {
  if (facts.length > 0) return passed
  if (factsByKey(dossier).has(factKey(subject, year, 'actual'))) return passed
  if (dossier.documents.some((one) => one.status !== 'parsed')) return skipped('有文件未能完整读取，不能断定缺少该年数据')
  const names = needs.map((id) => `“${subjectName(id, dossier.standard)}”`).slice(0, 3)
  return failed({
    message: `${documentName(document, dossier)}等材料均未给出${subjectName(subject, dossier.standard)}${year}年的数据，无法复算${names.join('、')}。`,
    expected: `${year}年数据`,
    actual: '未给出',
  })
}

export default defineRule({
  id: 'completeness/missing-year',
  severity: 'warning',
  article: '17(5)',
  summary: 'Every series that a recalculation reads has the years that it needs, in the acceptance report or elsewhere in the dossier.',
  title: '复算所需的数据系列是否缺少年份',
  given,
  check,
})
