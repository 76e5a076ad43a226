import type { Indicator } from '../../schemas/edition.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Reading } from '../../schemas/reading.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { groupFacts } from '../engine/index-facts.ts'
import { likeness } from '../engine/likeness.ts'

/** One mandatory indicator, or the members of an either-or group, asked of one acceptance report. */
type Wanted = Target & {
  document: Reading
  members: readonly Indicator[]
  given: ReadonlyMap<string, readonly Fact[]>
  final: ReadonlySet<string>
}

/** Fewer indicators than this mean that no table of indicators was found at all, and that is another question. */
const FEWEST_INDICATORS = 10
/** With this many indicators read for the final year, a gap in that year is the document's own. */
const FEWEST_FINAL = 20
/** More gaps than this after character recognition are gaps in reading. */
const MOST_GAPS_AFTER_OCR = 3

function questions(indicators: readonly Indicator[]): Indicator[][] {
  const groups = new Map<string, Indicator[]>()
  for (const indicator of indicators) {
    const key = indicator.rule === 'group' && indicator.group ? `group ${indicator.group}` : indicator.id
    groups.set(key, [...(groups.get(key) ?? []), indicator])
  }
  return [...groups.values()]
}

function* given(dossier: Dossier): Generator<Wanted> {
  if (dossier.stage !== 'acceptance') return
  const indicators = new Set(dossier.standard.indicators.map(({ id }) => id))
  const reached = dossier.facts.filter((fact) => fact.kind === 'actual' && indicators.has(fact.subject))
  for (const document of dossier.documents.filter((one) => one.identity.role === 'acceptance_report')) {
    const values = groupFacts(
      reached.filter((fact) => fact.document === document.id),
      (fact) => fact.subject,
    )
    const inFinal = (facts: readonly Fact[]) => facts.some(({ year }) => year === null || year === dossier.finalYear)
    const final = new Set([...values].filter(([, facts]) => inFinal(facts)).map(([subject]) => subject))
    for (const members of questions(dossier.standard.indicators)) {
      const facts = members.flatMap(({ id }) => values.get(id) ?? [])
      yield { subject: members[0]?.id ?? null, year: null, facts, document, members, given: values, final }
    }
  }
}

function check({ document, members, given: values, final }: Wanted, dossier: Dossier): Outcome {
  if (members.some(({ id }) => final.has(id))) return passed
  const elsewhere = members.some(({ id }) => values.has(id))
  if (elsewhere && (dossier.finalYear === null || final.size < FEWEST_FINAL)) return passed
  if (values.size < FEWEST_INDICATORS) return skipped(`${document.file}未识别到指标表`)
  if (document.status !== 'parsed') return skipped(`${document.file}未能完整读取，不能断定缺少该指标`)
  if (document.ocrPages > 0 && gaps(values, dossier) > MOST_GAPS_AFTER_OCR)
    return skipped(`${document.file}为扫描件，多项指标未识别到，不能断定缺少该指标`)
  const unread = findUnread(document, members)
  if (unread) return skipped(`${document.file}的“${unread.label}”（${unread.raw}）未能读出，请对照原件确认该指标`)
  const names = members.map(({ no, zh }) => `第${no}项“${zh}”`)
  const what = members.length === 1 ? `必选指标${names[0]}` : `可选指标组（${names.join('、')}）中的任何一项`
  return failed({
    message: `${document.file}未给出${what}${elsewhere ? `在验收年（${dossier.finalYear}年）的` : '的'}数值。`,
    expected: members.length === 1 ? '给出数值' : '至少给出一项',
    actual: '未给出',
  })
}

const gaps = (values: ReadonlyMap<string, unknown>, { standard }: Dossier) =>
  questions(standard.indicators).filter((members) => !members.some(({ id }) => values.has(id))).length

export default defineRule({
  id: 'completeness/required-indicator',
  severity: 'error',
  article: '17(2)',
  summary: 'The acceptance report gives a value for every mandatory indicator and for at least one member of every either-or group.',
  title: '验收报告是否给出全部必选指标和每组可选指标',
  given,
  check,
})

/** Share of two-character pieces that a row's unknown name must have in common with the indicator's to be taken for it. */
const ALIKE = 0.6

/** A row that may state the indicator and could not be read: under its own name, or under one much like it. */
const findUnread = (document: Reading, members: readonly Indicator[]) =>
  document.unread.find(({ subject, label }) =>
    members.some(({ id, zh }) => subject === id || (subject === null && likeness(label, zh) >= ALIKE)),
  )
