import type { ReportDocument } from '../../../../schemas/report.ts'
import { shorten } from '../plain-text.ts'
import { roleWords, statusWords } from '../wording.ts'
import { html, type Markup } from './markup.ts'

/** Every file of the dossier: what it was taken for, how well it could be read, and what in it was not used. */
export const renderDocuments = (
  documents: readonly ReportDocument[],
): Markup => html`<section id="documents"><h2>材料<small>${documents.length} 份</small></h2>
<div class="panel scroll"><table class="grid">
<thead><tr><th>文件</th><th>性质</th><th class="num">年度</th><th class="num">页数</th><th>读取</th><th>问题与说明</th></tr></thead>
<tbody>${documents.map(renderDocument)}</tbody></table></div></section>`

function renderDocument({ file, role, year, pages, ocrPages, weakPages = [], status, problem, hiddenSheets }: ReportDocument): Markup {
  const { shape, word } = statusWords[status]
  const notes = [
    ...(problem === null ? [] : [shorten(problem, 600)]),
    ...(ocrPages === 0
      ? []
      : [
          `${ocrPages}页为扫描件，按图像识读${weakPages.length === 0 ? '' : `；第${weakPages.map(({ page }) => page).join('、')}页读得不清`}，数字请对照原件。`,
        ]),
    ...(hiddenSheets.length === 0 ? [] : [`有隐藏工作表，未作为数据来源：${shorten(hiddenSheets.join('、'), 300)}。`]),
  ]
  return html`<tr><td>${shorten(file, 160)}</td><td class="nowrap">${roleWords[role]}</td><td class="num">${year ?? '–'}</td><td class="num">${pages}</td><td><span class="tag ${status}">${shape} ${word}</span></td><td>${notes.map((note) => html`<div>${note}</div>`)}</td></tr>`
}
