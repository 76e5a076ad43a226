import { showDays } from '../../../../rules/engine/date-days.ts'
import { placeName } from '../../../../rules/engine/place-name.ts'
import type { FormField } from '../../../../schemas/form.ts'
import type { Report } from '../../../../schemas/report.ts'
import { shorten } from '../plain-text.ts'
import { changeWords } from '../wording.ts'
import { html, type Markup } from './markup.ts'

const longestCell = 160

/** Where the park stands, step by step, each with its date and place. */
export function renderStanding({ standing, documents }: Report): Markup {
  if (standing === null || standing.steps.length === 0) return html``
  const where = (place: (typeof standing.steps)[number]['place']) => (place === null ? '' : placeName(place, { documents }))
  return html`<section id="standing"><h2>程序进展<small>${standing.zh}</small></h2>
<div class="panel scroll"><table class="grid"><thead><tr><th>程序</th><th>日期</th><th>条文</th><th>出处</th></tr></thead>
<tbody>${standing.steps.map(
    ({ event, on, article, place }) =>
      html`<tr><td>${event}</td><td>${on === null ? '未印日期' : showDays(on)}</td><td>第${article}条</td><td>${where(place)}</td></tr>`,
  )}</tbody></table></div></section>`
}

/** Every indicator against the year of the naming. */
export const renderEvaluation = ({ evaluation }: Report): Markup =>
  evaluation.length === 0
    ? html``
    : html`<section id="evaluation"><h2>指标优化提升情况<small>第二十五条</small></h2>
<div class="panel scroll"><table class="grid"><thead><tr><th>指标</th><th class="num">${evaluation[0]?.from.year ?? ''}年</th><th class="num">${evaluation[0]?.to.year ?? ''}年</th><th>变化</th></tr></thead>
<tbody>${evaluation.map(({ name, from, to, change }) => html`<tr><td>${name}</td><td class="num">${from.raw}</td><td class="num">${to.raw}</td><td>${changeWords[change]}</td></tr>`)}</tbody></table></div></section>`

/** The draft form, closed until it is asked for. */
export const renderForm = ({ form }: Report): Markup =>
  form === null
    ? html``
    : html`<section id="form"><h2>${form.zh}<small>${form.id}草稿，第${form.clause}条</small></h2>
<details class="panel notes"><summary>按材料填出的草稿，供核对、补充；另存为 form.docx</summary>
${form.note !== null && html`<p class="muted">${form.note}</p>`}
<table class="grid fixed"><colgroup><col style="width:20%"><col style="width:80%"></colgroup><tbody>${form.fields.map(renderField)}</tbody></table></details></section>`

const renderField = (field: FormField): Markup =>
  html`<tr><th scope="row">${field.zh}</th><td>${renderValue(field)}${field.note !== null && html`<small class="muted">${field.note}</small>`}</td></tr>`

function renderValue({ value, rows }: FormField): Markup {
  if (value !== null) return html`<div>${shorten(value, 400)}</div>`
  const [heads, ...lines] = rows
  if (heads === undefined) return html`<div class="muted">（留空）</div>`
  return html`<table class="grid"><thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead>
<tbody>${lines.map((line) => html`<tr>${line.map((cell) => html`<td>${shorten(cell, longestCell)}</td>`)}</tr>`)}</tbody></table>`
}

/** What no paper can show. */
export const renderForPerson = ({ forPerson }: Pick<Report, 'forPerson'>): Markup =>
  forPerson.length === 0
    ? html``
    : html`<section id="for-person"><h2>须由人工核实<small>材料不能证明的事项 ${forPerson.length} 项</small></h2>
<div class="panel notes"><ul>${forPerson.map(({ zh, clause }) => html`<li>${zh} <span class="muted">第${clause}条</span></li>`)}</ul></div></section>`
