import { Decimal } from '../../../../rules/engine/decimal.ts'
import type { Assessment } from '../../../../schemas/report.ts'
import type { NumberedFinding } from '../chapters.ts'
import { groupDigits } from '../differing-digits.ts'
import { shorten } from '../plain-text.ts'
import type { ReportIndex } from '../report-index.ts'
import { countVerdicts, shownVerdicts } from '../verdicts.ts'
import { placeWords, type ShownVerdict, thresholdWords, unitWords, verdictWords } from '../wording.ts'
import { html, type Markup } from './markup.ts'
import { severityShape } from './shapes.ts'

/** The strip of verdicts and the table of the Standard's indicators: threshold, target, value, verdict, and how close the verdict is to turning. */
export function renderAssessment(index: ReportIndex, findings: readonly NumberedFinding[]): Markup {
  const { assessment, standard, dossier } = index.report
  if (assessment.length === 0) return html``
  const verdicts = shownVerdicts(assessment)
  const shown = (row: Assessment): ShownVerdict => verdicts.get(row.subject) ?? row.verdict
  return html`<section id="assessment"><h2>指标判定<small>${standard} · ${dossier.finalYear ?? ''}年 · ${assessment.length} 项</small></h2>
<div class="panel keep"><div class="strip">${assessment.map((row, at) => renderCell(row, at, shown(row), assessment))}</div>
<div class="legend">${countVerdicts(verdicts.values()).map(([verdict, times]) => html`<span>${verdictWords[verdict].shape} ${verdictWords[verdict].word} <b>${times}</b></span>`)}<span>下括号：同组任一项达标即可</span></div></div>
<div class="panel scroll" style="margin-top:12px"><table class="grid fixed">
<colgroup>${widths.map((width) => html`<col style="width:${width}%">`)}</colgroup>
<thead><tr><th class="nowrap">必/组</th><th class="num">序</th><th>指标</th><th class="num">标准</th><th class="num">目标</th><th class="num">值</th><th>判定</th><th>翻转所需最小变化</th><th>出处</th><th>发现</th></tr></thead>
<tbody>${assessment.map((row, at) => renderRow(row, at, shown(row), index, findings))}</tbody></table></div></section>`
}

/** Of the table's columns, in percent: the same on a screen and on A4. */
const widths = [6, 4, 23, 8.5, 8, 8, 11, 15, 11, 5.5] as const

function renderCell(row: Assessment, at: number, verdict: ShownVerdict, all: readonly Assessment[]): Markup {
  const { shape, word } = verdictWords[verdict]
  const grouped = row.group !== null
  const joined = grouped && all[at + 1]?.group === row.group
  return html`<a class="${verdict}" href="#indicator-${at + 1}" title="${at + 1} ${row.name}：${word}"><i>${shape}</i>${at + 1}<span class="sr"> ${word}</span>${grouped && html`<div class="bracket"${joined && html` style="margin-right:-5px;border-right:0"`}></div>`}</a>`
}

function renderRow(row: Assessment, at: number, verdict: ShownVerdict, index: ReportIndex, findings: readonly NumberedFinding[]): Markup {
  const { shape, word } = verdictWords[verdict]
  const unit = unitWords(row.unit)
  const about = findings.filter(({ finding }) => finding.subject === row.subject)
  return html`<tr id="indicator-${at + 1}">${renderGroup(row, at, index.report.assessment)}<td class="num muted">${at + 1}</td><td>${row.name}${unit !== '' && html`<small>${unit}</small>`}</td><td class="num nowrap">${row.threshold === null ? '–' : thresholdWords(row.threshold)}</td><td class="num nowrap">${row.target === null ? '–' : thresholdWords(shorten(row.target, 40))}</td><td class="num"><b>${row.value === null ? '–' : shorten(row.value, 40)}</b></td><td><span class="tag ${verdict}">${shape} ${word}</span></td><td class="flip">${renderFlip(row, index)}</td><td class="flip">${renderSource(row, index)}</td><td>${about.map(({ number, finding }) => html`<a class="nowrap" style="display:inline-flex;gap:3px;align-items:center" href="#f-${number}">${severityShape(finding.severity)}${number}</a> `)}</td></tr>`
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
  return html`${index.nameOf(flip.subject)} <span class="nowrap">${groupDigits(flip.from)} →</span> <span class="nowrap">${groupDigits(flip.to)}</span> ${unitWords(index.unitOf(flip.subject))}<span class="nowrap">${share}</span>`
}

function renderSource({ fact: id }: Assessment, index: ReportIndex): Markup {
  const fact = id === null ? undefined : index.factOf(id)
  if (fact === undefined) return html``
  return html`${shorten(index.fileOf(fact.document), 40)} <span class="muted">${shorten(placeWords({ ...fact.evidence, section: null }), 60)}</span>`
}
