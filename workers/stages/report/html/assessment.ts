import type { Assessment } from '../../../../schemas/report.ts'
import { type ToldVerdict, tellVerdicts } from '../../../../schemas/told-verdict.ts'
import type { NumberedFinding } from '../chapters.ts'
import { shorten } from '../plain-text.ts'
import type { ReportIndex } from '../report-index.ts'
import { countVerdicts } from '../verdicts.ts'
import { verdictWords } from '../wording.ts'
import { renderRow } from './assessment-row.ts'
import { html, type Markup } from './markup.ts'

/** The strip of verdicts and the table of the Standard's indicators: threshold, target, value, verdict, and how close the verdict is to turning. */
export function renderAssessment(index: ReportIndex, findings: readonly NumberedFinding[]): Markup {
  const { assessment, standard, dossier } = index.report
  if (assessment.length === 0) return html``
  const verdicts = tellVerdicts(assessment)
  const home = findHome(index)
  const shown = (row: Assessment): ToldVerdict => verdicts.get(row.subject) ?? row.verdict
  return html`<section id="assessment"><h2>指标判定<small>${standard} · ${dossier.finalYear ?? ''}年 · ${assessment.length} 项</small></h2>
<div class="panel keep"><div class="strip">${assessment.map((row, at) => renderCell(row, at, shown(row), assessment))}</div>
<div class="legend">${countVerdicts(verdicts.values()).map(([verdict, times]) => html`<span>${verdictWords[verdict].shape} ${verdictWords[verdict].word} <b>${times}</b></span>`)}<span>下括号：同组任一项达标即可</span>${home !== undefined && html`<span>出处未写文件名的，均在 ${shorten(index.fileOf(home), 60)}</span>`}</div></div>
<div class="panel scroll" style="margin-top:12px"><table class="grid fixed">
<colgroup>${widths.map((width) => html`<col style="width:${width}%">`)}</colgroup>
<thead><tr><th class="nowrap">必/组</th><th class="num">序</th><th>指标</th><th class="num">标准</th><th class="num">目标</th><th class="num">值</th><th>判定</th><th>翻转所需最小变化</th><th>出处</th><th class="nowrap">发现</th></tr></thead>
<tbody>${assessment.map((row, at) => renderRow(row, at, shown(row), { index, findings, home }))}</tbody></table></div></section>`
}

/** Of the table's columns, in percent: the same on a screen and on A4. */
const widths = [5.5, 4, 22, 8, 8, 8, 10.5, 18, 11, 5] as const

function renderCell(row: Assessment, at: number, verdict: ToldVerdict, all: readonly Assessment[]): Markup {
  const { shape, word } = verdictWords[verdict]
  const grouped = row.group !== null
  const joined = grouped && all[at + 1]?.group === row.group
  return html`<a class="${verdict}" href="#indicator-${at + 1}" title="${at + 1} ${row.name}：${word}"><i>${shape}</i>${at + 1}<span class="sr"> ${word}</span>${grouped && html`<div class="bracket"${joined && html` style="margin-right:-5px;border-right:0"`}></div>`}</a>`
}

/** The document that most judged values stand in. */
function findHome(index: ReportIndex): string | undefined {
  const times = new Map<string, number>()
  for (const { fact } of index.report.assessment) {
    const document = fact === null ? undefined : index.factOf(fact)?.document
    if (document !== undefined) times.set(document, (times.get(document) ?? 0) + 1)
  }
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0]
}
