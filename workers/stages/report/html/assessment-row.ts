import { Decimal } from '../../../../rules/engine/decimal.ts'
import type { Evidence } from '../../../../schemas/place.ts'
import type { Assessment } from '../../../../schemas/report.ts'
import type { ToldVerdict } from '../../../../schemas/told-verdict.ts'
import type { NumberedFinding } from '../chapters.ts'
import { groupDigits } from '../differing-digits.ts'
import { shorten } from '../plain-text.ts'
import type { ReportIndex } from '../report-index.ts'
import { thresholdWords, unitWords, verdictWords } from '../wording.ts'
import { html, type Markup } from './markup.ts'
import { severityShape } from './shapes.ts'

/** `home` is the document whose name the place of a value leaves out. */
type Context = { readonly index: ReportIndex; readonly findings: readonly NumberedFinding[]; readonly home: string | undefined }

/** One indicator: group, name, threshold, target, value, verdict, what would turn it, where it stands, and the findings about it. */
export function renderRow(row: Assessment, at: number, verdict: ToldVerdict, { index, findings, home }: Context): Markup {
  const { shape, word } = verdictWords[verdict]
  const unit = unitWords(row.unit)
  const about = findings.filter(({ finding }) => finding.subject === row.subject)
  const links = about.map(
    ({ number, finding }) => html`<a class="ref" href="#f-${number}">${severityShape(finding.severity)}${number}</a> `,
  )
  const limit = (text: string | null) => (text === null ? '–' : thresholdWords(shorten(text, 40)))
  return html`<tr id="indicator-${at + 1}">${renderGroup(row, at, index.report.assessment)}<td class="num muted nowrap">${at + 1}</td>
<td>${row.name}${unit !== '' && html`<small>${unit}</small>`}</td><td class="num">${limit(row.threshold)}</td><td class="num">${limit(row.target)}</td>
<td class="num"><b>${row.value === null ? '–' : shorten(row.value, 40)}</b></td><td><span class="tag ${verdict}">${shape} ${word}</span></td>
<td class="flip">${renderFlip(row, index)}</td><td class="flip">${renderSource(row, home, index)}</td><td>${links}</td></tr>`
}

function renderGroup({ group, mandatory }: Assessment, at: number, all: readonly Assessment[]): Markup {
  if (group === null) return html`<td class="must">${mandatory ? '必' : ''}</td>`
  const top = all[at - 1]?.group !== group
  const end = all[at + 1]?.group !== group
  return html`<td class="member${top && ' top'}${end && ' end'}">${top ? group : html`<span class="sr">${group}</span>`}</td>`
}

function renderFlip({ flip }: Assessment, index: ReportIndex): Markup {
  if (flip === null) return html``
  const from = new Decimal(flip.from)
  const change = from.isZero() ? null : new Decimal(flip.to).minus(from).div(from.abs()).times(100)
  const sign = change?.isNegative() === true ? '−' : '+'
  const share = change === null ? '' : `（${sign}${change.abs().lt(0.1) ? '<0.1' : change.abs().toFixed(1)}%）`
  return html`${index.nameOf(flip.subject)} ${groupDigits(flip.from)} → ${groupDigits(flip.to)} ${unitWords(index.unitOf(flip.subject))}${share}`
}

/** The place of the judged value; the file only where it is another than most rows'. */
function renderSource({ fact: id }: Assessment, home: string | undefined, index: ReportIndex): Markup {
  const fact = id === null ? undefined : index.factOf(id)
  if (fact === undefined) return html``
  const place = shortPlace(fact.evidence)
  return html`${fact.document !== home && `${shorten(index.fileOf(fact.document), 40)} `}${shorten(place, 60)}`
}

const shortPlace = ({ page, table, row, column, sheet, cell, paragraph }: Evidence): string =>
  [
    page === null ? '' : `第${page}页`,
    sheet !== null ? `“${sheet}”${cell ?? ''}` : table === null ? (paragraph === null ? '' : `第${paragraph}段`) : `表${table}`,
    sheet !== null || table === null || row === null ? '' : `行${row}${column === null ? '' : `列${column}`}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
