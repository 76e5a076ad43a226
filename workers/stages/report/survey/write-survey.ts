import type { Readiness, Survey, SurveyedPark } from '../../../../schemas/survey.ts'
import { html, type Markup } from '../html/markup.ts'
import { style } from '../html/style.ts'
import { shorten } from '../plain-text.ts'
import { fabricationNote } from '../wording.ts'

/** Shape and word of each degree of readiness. */
export const readinessWords: Readonly<Record<Readiness, { sign: string; word: string; look: string }>> = {
  ripe: { sign: '✓', word: '条件成熟', look: 'pass' },
  mend: { sign: '▲', word: '材料待整改', look: 'warning' },
  unripe: { sign: '✕', word: '条件不成熟', look: 'fail' },
  unknown: { sign: '○', word: '无法判断', look: '' },
}
const degrees: readonly Readiness[] = ['ripe', 'mend', 'unripe', 'unknown']
const shownObstacles = 4

/** The survey as one self-contained page: how many parks are ripe, the classes of problems as bars, and each park with what stands in its way. */
export const writeSurvey = (survey: Survey): string =>
  html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width"><title>园区验收条件调研</title><style>${style}</style></head><body><main>
<header class="head"><h1>园区验收条件调研 · ${survey.parks.length} 个园区</h1></header>
<section id="summary"><h2>总览</h2>${renderCounts(survey)}${renderClasses(survey)}</section>
<section id="parks"><h2>各园区</h2><div class="panel scroll"><table class="grid">
<thead><tr><th>园区</th><th>验收条件</th><th class="num">达标</th><th class="num">不达标</th><th class="num">待定、未报</th><th class="num">错误</th><th class="num">提醒</th><th>问题类别</th><th>主要问题</th></tr></thead>
<tbody>${survey.parks.map((park) => renderPark(park, survey))}</tbody></table></div></section>
<section id="basis"><h2>说明</h2><div class="panel notes"><ul><li>问题类别依据：${survey.source}。</li>
<li>“条件不成熟”指指标、目标、重点项目、必备材料、期限或守法情况中有一项未满足；“材料待整改”指只有材料本身的错误。</li><li>${fabricationNote}</li></ul></div></section>
</main></body></html>
`.text

function renderCounts({ parks }: Survey): Markup {
  const times = (degree: Readiness) => parks.filter(({ readiness }) => readiness === degree).length
  return html`<div class="panel notes"><div class="outcomes">${degrees.map((degree) => {
    const { sign, word } = readinessWords[degree]
    return html`<span>${sign} ${word} <b>${times(degree)}</b></span>`
  })}</div></div>`
}

const width = 720
const row = 30
const label = 270

/** How many parks have each class of problem, as bars from zero. */
function renderClasses({ classes, parks }: Survey): Markup {
  const bars = classes.map(({ id, zh }) => ({ zh, count: parks.filter((park) => park.classes.includes(id)).length }))
  const scale = (width - label - 60) / Math.max(1, parks.length)
  return html`<div class="panel notes" style="margin-top:12px"><h3 class="cardtitle">三类问题涉及的园区数</h3>
<svg viewBox="0 0 ${width} ${bars.length * row + 6}" width="100%" style="max-width:${width}px" role="img" aria-label="${bars.map(({ zh, count }) => `${zh} ${count} 个`).join('，')}">
${bars.map(
  ({ zh, count }, at) =>
    html`<text x="0" y="${at * row + 20}" font-size="13" fill="var(--text)">${zh}</text><rect x="${label}" y="${at * row + 7}" width="${Math.round(count * scale)}" height="17" fill="var(--accent)"/><line x1="${label}" x2="${label}" y1="${at * row + 3}" y2="${at * row + 28}" stroke="var(--edge)"/><text x="${label + Math.round(count * scale) + 8}" y="${at * row + 20}" font-size="13" fill="var(--text-2)">${count} / ${parks.length}</text>`,
)}</svg></div>`
}

function renderPark(
  { folder, park, readiness, met, missed, open, errors, warnings, classes, obstacles, problem }: SurveyedPark,
  survey: Survey,
): Markup {
  const { sign, word, look } = readinessWords[readiness]
  const names = survey.classes.filter(({ id }) => classes.includes(id)).map(({ zh }) => zh)
  const rest = obstacles.length - shownObstacles
  return html`<tr><td><b>${park ?? '未识别'}</b><small class="id">${folder}</small></td><td class="nowrap"><span class="tag ${look}">${sign} ${word}</span></td>
<td class="num">${met}</td><td class="num">${missed}</td><td class="num">${open}</td><td class="num">${errors}</td><td class="num">${warnings}</td>
<td>${names.length === 0 ? html`<span class="muted">–</span>` : names.map((zh) => html`<div>${zh}</div>`)}</td>
<td>${problem !== null && shorten(problem, 200)}${obstacles.slice(0, shownObstacles).map(({ message }) => html`<div>${shorten(message, 120)}</div>`)}${rest > 0 && html`<div class="muted">另有 ${rest} 条，见该园区报告</div>`}</td></tr>`
}
