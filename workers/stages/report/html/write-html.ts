import type { Regulation } from '../../../../schemas/edition.ts'
import type { Severity } from '../../../../schemas/finding.ts'
import type { Report } from '../../../../schemas/report.ts'
import { type Chapter, chaptersOf } from '../chapters.ts'
import { closeRegion, type DoubtfulReading, doubtfulReadings } from '../doubtful-readings.ts'
import { findRegion, placesOf } from '../places.ts'
import { indexReport, type ReportIndex } from '../report-index.ts'
import { fabricationNote, stageWords } from '../wording.ts'
import { renderAssessment } from './assessment.ts'
import { renderCoverage } from './coverage.ts'
import { renderDocuments } from './documents.ts'
import { renderFinding } from './finding.ts'
import { html, type Markup } from './markup.ts'
import { type EvidencePictures, takePictures } from './pictures.ts'
import { renderEvaluation, renderForm, renderForPerson, renderStanding } from './procedure.ts'
import type { QuoteContext } from './quote.ts'
import { mostShown, renderScans } from './scans.ts'
import { style } from './style.ts'
import { renderHead, renderSummary } from './summary.ts'

/** `generatedAt` is the date to print, as it shall read; the stage itself knows no clock. */
export type Made = { readonly generatedAt?: string }

/**
 * The report as one self-contained page: no script, no outside resource, every word of a document escaped.
 * Equal reports with equal pictures give equal bytes. A picture that fails is told in words, so this never rejects for a picture's sake.
 */
export async function writeHtml(
  report: Report,
  pictures: EvidencePictures,
  regulation: Regulation,
  { generatedAt }: Made = {},
): Promise<string> {
  const index = indexReport(report, regulation)
  const chapters = chaptersOf(report, regulation)
  const readings = doubtfulReadings(report)
  const close = readings.slice(0, mostShown).flatMap(({ fact }) => closeRegion(fact) ?? [])
  const context = { index, pictureOf: await takePictures([...regionsByUrgency(chapters, index), ...close], pictures) }
  return renderPage(context, chapters, readings, generatedAt ?? null).text
}

/** The regions to picture: those of errors first, so that a full page lacks the least. */
function regionsByUrgency(chapters: readonly Chapter[], index: ReportIndex) {
  const findings = chapters.flatMap(({ findings }) => findings)
  const of = (wanted: Severity) => findings.filter(({ finding }) => finding.severity === wanted)
  return [...of('error'), ...of('warning'), ...of('info')].flatMap(({ finding }) =>
    placesOf(finding, index)
      .slice(0, finding.rule.startsWith('formula/') ? 1 : 2)
      .flatMap((place) => findRegion(place, index) ?? []),
  )
}

function renderPage(
  context: QuoteContext,
  chapters: readonly Chapter[],
  readings: readonly DoubtfulReading[],
  generatedAt: string | null,
): Markup {
  const { index } = context
  const { report } = index
  const findings = chapters.flatMap((chapter) => chapter.findings)
  const scans = renderScans(context, readings)
  const title = `${report.dossier.park ?? '未识别园区'} · ${stageWords[report.dossier.stage]}核查报告`
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body>
<div class="bar"><svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true"><rect x="1" y="1" width="18" height="18" rx="4" fill="var(--accent)"/><path d="M5 7h10M5 11h4M11 12l2 2 3-4" stroke="var(--surface)" stroke-width="1.8" fill="none" stroke-linecap="round" stroke-linejoin="round"/></svg><b>${report.dossier.park ?? '未识别园区'}</b>
<nav aria-label="报告目录"><a href="#summary">总览</a><a href="#documents">材料 <span class="count">${report.documents.length}</span></a>${scans && html`<a href="#scans">扫描件</a>`}<a href="#assessment">指标判定</a><a href="#findings">核查发现 <span class="count">${findings.length}</span></a><a href="#coverage">查了什么</a><a href="#basis">依据与说明</a></nav></div>
<main>${renderHead(report, generatedAt)}
${renderSummary(index, chapters)}
${renderDocuments(report.documents)}
${scans}
${renderAssessment(index, findings)}
<section id="findings"><h2>核查发现<small>${findings.length} 条，按技术核查的内容分章</small></h2>
<p class="claim">${fabricationNote}</p>
${chapters.map((chapter) => renderChapter(chapter, context))}</section>
${renderEvaluation(report)}
${renderStanding(report)}
${renderCoverage(index, chapters)}
${renderForPerson(report)}
${renderForm(report)}
${renderBasis(report)}</main></body></html>
`
}

function renderChapter({ id, zh, clause, findings, checks }: Chapter, context: QuoteContext): Markup {
  const times = (outcome: string) => checks.filter((check) => check.outcome === outcome).length
  const asked =
    checks.length === 0 ? '没有可以检查的内容' : `一致 ${times('passed')} · 未通过 ${times('failed')} · 未查 ${times('skipped')}`
  return html`<div class="chapter" id="chapter-${id}"><header><h3>${zh}</h3><span class="muted small">${clause}</span><span class="r small soft">${asked}</span></header>
${findings.length === 0 && html`<p class="none">${noFinding(times('passed'), times('skipped'))}</p>`}
${findings.map((finding) => renderFinding(finding, context))}</div>`
}

const renderBasis = ({ editions }: Report): Markup => html`<section id="basis"><h2>依据与说明</h2>
<div class="panel notes"><ul>${editions.map(({ name, note }) => html`<li><b>${name}</b>${note !== null && html`<br>${note}`}</li>`)}
<li><b>读法</b><br>“印”是材料上印出的数，“重算”是按材料自身数据算出的数。两处印出的数，其位数所能代表的范围有重叠即为一致。黄底加下划线的是换算到同一单位后不同的数字。</li>
<li><b>限度</b><br>${fabricationNote}未查的项目既不表示正确，也不表示有误。</li></ul></div></section>`

/** No finding never reads as correct. */
function noFinding(passed: number, skipped: number): string {
  if (passed + skipped === 0) return '本章没有可以检查的内容，不表示没有问题。'
  return skipped === 0
    ? `本章没有发现：${passed} 项检查都一致。`
    : `本章没有发现：${passed} 项一致，${skipped} 项未查，原因见“查了什么、没查什么”。`
}
