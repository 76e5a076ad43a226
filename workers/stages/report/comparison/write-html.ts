import type { Comparison, FollowedFinding } from '../../../../schemas/comparison.ts'
import { html, type Markup } from '../html/markup.ts'
import { severityTag } from '../html/shapes.ts'
import { style } from '../html/style.ts'
import { shorten } from '../plain-text.ts'
import { stageWords } from '../wording.ts'
import { becauseWords, changeWords, noteOf, numbersOf, statuses, summaryWords, valueWords } from './words.ts'

function renderFollowed(one: FollowedFinding): Markup | null {
  const told = one.new ?? one.old
  const note = noteOf(one)
  if (told === null) return null
  const before = one.old !== null && one.new !== null && one.old.message !== one.new.message ? one.old.message : null
  return html`<tr><td class="nowrap">${numbersOf(one)}</td><td>${severityTag(told.severity)}</td><td>${shorten(told.message, 500)}${before !== null && html`<p class="muted small">上次：${shorten(before, 500)}</p>`}${note !== null && html`<p class="small"><b>${shorten(note, 400)}</b></p>`}</td></tr>`
}

function renderStatus({ findings }: Comparison, { status, word, note }: (typeof statuses)[number]): Markup | false {
  const own = findings.filter((one) => one.status === status)
  return (
    own.length > 0 &&
    html`<section><h2>${word}<small>${own.length} 条 · ${note}</small></h2><div class="panel"><table class="grid"><tbody>${own.map(renderFollowed)}</tbody></table></div></section>`
  )
}

function renderValues({ values }: Comparison): Markup {
  return html`${(['unasked', 'follows', 'asked'] as const).map((because) => {
    const own = values.filter((one) => one.because === because)
    const rows = own.map((one) => html`<tr><td>${shorten(valueWords(one), 300)}</td></tr>`)
    return (
      own.length > 0 &&
      html`<section><h2>${becauseWords[because]}<small>${own.length} 个</small></h2><div class="panel"><table class="grid"><tbody>${rows}</tbody></table></div></section>`
    )
  })}`
}

/** The comparison as one self-contained page in the report's look: no script, every word of a document escaped. */
export function writeComparisonHtml(comparison: Comparison): string {
  const { dossier, documents } = comparison
  const title = `${dossier.park ?? '未识别园区'} · ${stageWords[dossier.stage]}材料整改对照`
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body><main>
<div class="head"><h1>${title}</h1><p class="soft">${summaryWords(comparison)}</p></div>
${statuses.map((status) => renderStatus(comparison, status))}
${renderValues(comparison)}
${documents.length > 0 && html`<section><h2>材料变动</h2><div class="panel"><table class="grid"><tbody>${documents.map(({ change, file }) => html`<tr><td class="nowrap">${changeWords[change]}</td><td>${shorten(file, 160)}</td></tr>`)}</tbody></table></div></section>`}
<p class="foot">“已整改”指同一项检查重新做过并且通过；“未能确认”既不表示已经整改，也不表示没有整改。</p>
</main></body></html>
`.text
}
