import type { ReportDocument } from '../../../../schemas/report.ts'
import { closeRegion, type DoubtfulReading } from '../doubtful-readings.ts'
import { shorten } from '../plain-text.ts'
import { kindWords, missingUnit, placeWords, unitWords } from '../wording.ts'
import { html, type Markup } from './markup.ts'
import type { QuoteContext } from './quote.ts'

/** More values than these are not shown one by one: a person who must look at so many looks at the page. */
export const mostShown = 30

/** What was read from pictures and should be held against them: weak pages, and values one by one. Nothing where no page is a picture. */
export function renderScans(context: QuoteContext, readings: readonly DoubtfulReading[]): Markup | null {
  const scanned = context.index.report.documents.filter(({ ocrPages }) => ocrPages > 0)
  if (scanned.length === 0) return null
  const pages = scanned.reduce((sum, { ocrPages }) => sum + ocrPages, 0)
  const weak = scanned.flatMap((document) => (document.weakPages ?? []).map((page) => ({ document, page })))
  return html`<section id="scans"><h2>扫描件识读<small>${pages} 页按图像识读</small></h2>
<p class="claim">数字由两个识别引擎各读一遍，读法不同又无从判断的，不据以认定错误。下列各处请对照原图。</p>
${weak.length > 0 && renderWeakPages(weak, context)}
${readings.length > 0 ? renderReadings(readings, context) : html`<p class="none">没有存疑的数。</p>`}</section>`
}

type Weak = { document: ReportDocument; page: NonNullable<ReportDocument['weakPages']>[number] }

const renderWeakPages = (weak: readonly Weak[], { index }: QuoteContext): Markup => html`<div class="panel scroll keep"><table class="grid">
<thead><tr><th>读得不清的页</th><th class="num">页</th><th class="num">页上的数</th><th class="num">存疑的数</th><th class="num">文字把握</th></tr></thead>
<tbody>${weak.map(
  ({ document, page: { page, numbers, doubtful, words } }) =>
    html`<tr><td>${shorten(index.fileOf(document.id), 120)}</td><td class="num">第 ${page} 页</td><td class="num">${numbers}</td><td class="num">${doubtful}</td><td class="num">${Math.round(words * 100)}%</td></tr>`,
)}</tbody></table></div>`

function renderReadings(readings: readonly DoubtfulReading[], context: QuoteContext): Markup {
  const rest = readings.length - mostShown
  return html`<div class="panel scroll readings"><table class="grid">
<thead><tr><th>原图</th><th>何处</th><th>读作</th><th>另一读法或改读</th></tr></thead>
<tbody>${readings.slice(0, mostShown).map((reading) => renderReading(reading, context))}</tbody></table></div>
${rest > 0 && html`<p class="none">另有 ${rest} 处，见 report.xlsx 的“数据”表中置信低于 0.90 的各行。</p>`}`
}

function renderReading({ fact, unsure, others, repairs }: DoubtfulReading, { index, pictureOf }: QuoteContext): Markup {
  const region = closeRegion(fact)
  const picture = region === undefined ? undefined : pictureOf(region)
  const name = `${fact.year === null ? '' : `${fact.year}年`}${shorten(index.nameOf(fact.subject), 40)}`
  const where = `${shorten(index.fileOf(fact.document), 60)} ${placeWords({ ...fact.evidence, section: null })}`
  return html`<tr><td class="look">${picture && html`<img src="${picture.source}" width="${picture.width}" height="${picture.height}" alt="原图，框内读作 ${shorten(fact.raw, 60)}">`}</td>
<td>${name}${fact.kind !== 'actual' && html` <span class="muted">${kindWords[fact.kind]}</span>`}<div class="small muted">${where}</div></td>
<td class="nowrap"><b>${shorten(fact.raw, 60)}</b><span class="soft">${missingUnit(fact)}</span>${unsure && html`<div><span class="tag warning">存疑 ${fact.confidence.toFixed(2)}</span></div>`}</td>
<td>${others.length > 0 && html`<div>另读 ${others.map((other, at) => html`${at > 0 && '、'}<b>${shorten(other, 40)}</b>`)}</div>`}
${repairs.map(({ from, to, why }) => html`<div>原读 <b>${shorten(from, 40)}</b>，改读 <b>${shorten(unitWords(to) || to, 40)}</b><div class="small muted">${shorten(why, 120)}</div></div>`)}
${others.length === 0 && repairs.length === 0 && html`<span class="muted">只有一种读法，把握不大</span>`}</td></tr>`
}
