import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { type FactKey, factKey, factsByDocument, factsByKey } from '../engine/index-facts.ts'
import { type Subject, subjectName, subjectsOf } from '../engine/know-subject.ts'
import { documentName } from '../engine/place-name.ts'

type Wanted = Target & { subject: string; year: number; document: string; needs: readonly string[] }

/** The years that a formula reads, from its own words: year-3, base, final, or the year itself. */
function yearsNeeded(formula: string, baseYear: number | null, finalYear: number): number[] {
  const back = [...formula.matchAll(/year\s*-\s*(\d+)/g)].map(([, years]) => finalYear - Number(years))
  return [...new Set([finalYear, ...back, ...(/\bbase\b/.test(formula) && baseYear !== null ? [baseYear] : [])])]
}

/** The quantities of which a document gives at least one year. */
const seriesIn = (keys: Iterable<FactKey>): ReadonlySet<string> =>
  new Set(
    [...keys].map((key) => key.split('|')).flatMap(([subject, year, kind]) => (subject && year && kind === 'actual' ? [subject] : [])),
  )

/** What the recalculation of one reported indicator reads, among the series that the report has. */
const readBy = ({ indicator, inputs }: Subject, series: ReadonlySet<string>, finalYear: number, { baseYear }: Dossier) =>
  yearsNeeded(indicator?.formula ?? '', baseYear, finalYear).flatMap((year) =>
    inputs.filter((input) => series.has(input)).map((input) => ({ subject: input, year })),
  )

/** Every quantity and year that the recalculation of a reported final-year indicator reads, where the report has a series of it. */
function* given(dossier: Dossier): Generator<Wanted> {
  const { finalYear } = dossier
  if (finalYear === null) return
  const reports = dossier.documents.filter((one) => one.identity.role === 'acceptance_report' && one.status !== 'failed')
  for (const { id: document } of reports) {
    const own = factsByDocument(dossier).get(document)
    if (!own) continue
    const series = seriesIn(own.keys())
    const reported = [...subjectsOf(dossier.standard).values()].filter(
      ({ id, indicator }) => indicator?.formula && own.has(factKey(id, finalYear, 'actual')),
    )
    const wanted = new Map<FactKey, { subject: string; year: number; needs: string[] }>()
    for (const subject of reported)
      for (const input of readBy(subject, series, finalYear, dossier)) {
        const key = factKey(input.subject, input.year, 'actual')
        wanted.set(key, { ...input, needs: [...(wanted.get(key)?.needs ?? []), subject.id] })
      }
    for (const [key, one] of wanted) yield { ...one, facts: own.get(key) ?? [], document }
  }
}

function check({ subject, year, facts, document, needs }: Wanted, dossier: Dossier): Outcome {
  if (facts.length > 0 || factsByKey(dossier).has(factKey(subject, year, 'actual'))) return passed
  if (dossier.documents.some((one) => one.status !== 'parsed')) return skipped('有文件未能完整读取，不能断定缺少该年数据')
  const names = needs
    .slice(0, 3)
    .map((id) => `“${subjectName(id, dossier.standard)}”`)
    .join('、')
  const what = `${subjectName(subject, dossier.standard)}${year}年的数据`
  return failed({
    message: `${documentName(document, dossier)}等材料均未给出${what}，无法复算${names}。`,
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
