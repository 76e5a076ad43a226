import type { Check } from '../../../../schemas/finding.ts'
import type { Report } from '../../../../schemas/report.ts'
import type { Chapter } from '../chapters.ts'
import { shorten } from '../plain-text.ts'
import type { ReportIndex } from '../report-index.ts'
import { severityWords, stageWords } from '../wording.ts'
import { html, type Markup } from './markup.ts'
import { severityShape } from './shapes.ts'

/** Whose dossier this is, at what stage, under which editions, and when the report was made. */
export function renderHead({ dossier, editions, documents }: Report, generatedAt: string | null): Markup {
  const { park, stage, region, baseYear, finalYear } = dossier
  const period = baseYear === null && finalYear === null ? '未识别' : `${baseYear ?? '？'}（基准年）— ${finalYear ?? '？'}（验收年）`
  const pages = documents.reduce((sum, document) => sum + document.pages, 0)
  return html`<header class="head">
<h1>${park ?? '未识别园区'} · ${stageWords[stage]}核查报告</h1>
<dl>
<div><dt>阶段</dt><dd>${stageWords[stage]}</dd></div>
<div><dt>建设期</dt><dd>${period}</dd></div>
<div><dt>地区</dt><dd>${region ?? '未识别'}</dd></div>
<div><dt>材料</dt><dd>${documents.length} 份，${pages} 页</dd></div>
${generatedAt !== null && html`<div><dt>生成日期</dt><dd>${generatedAt}</dd></div>`}
<div class="wide"><dt>依据版本</dt><dd>${editions.map(({ name }) => name).join('；')}</dd></div>
</dl></header>`
}

/** How much was found, and how much was asked: no finding never reads as correct. */
export function renderSummary(index: ReportIndex, chapters: readonly Chapter[]): Markup {
  const { summary, checks } = index.report
  const counts = [
    ['error', summary.errors],
    ['warning', summary.warnings],
    ['info', summary.infos],
  ] as const
  const outcomes = [
    ['passed', '✓ 一致', summary.checksPassed],
    ['failed', '✕ 未通过', summary.checksFailed],
    ['skipped', '▨ 未查', summary.checksSkipped],
  ] as const
  return html`<section id="summary"><h2>总览</h2>
<div class="panel summary">
<div><h3>核查发现</h3><div class="counts">${counts.map(
    ([severity, times]) => html`<div><b>${times}</b>${severityShape(severity)}<span>${severityWords[severity].word}</span></div>`,
  )}</div></div>
<div><h3>查过的项目</h3>
<div class="share" aria-hidden="true">${outcomes.map(([outcome, , times]) => times > 0 && html`<i class="${outcome}" style="flex:${times}"></i>`)}</div>
<div class="outcomes">${outcomes.map(([, words, times]) => html`<span>${words} <b>${times}</b></span>`)}</div>
${summary.checksSkipped > 0 && html`<p class="reasons">未查的主要原因：${topReasons(checks, index)}。详见<a href="#coverage">查了什么、没查什么</a>。</p>`}
</div></div>
<div class="panel keep" style="margin-top:12px"><table class="grid">
<thead><tr><th>核查内容</th><th class="num">错误</th><th class="num">提醒</th><th class="num">提示</th><th>第几条</th><th class="num">一致</th><th class="num">未查</th></tr></thead>
<tbody>${chapters.map(renderChapterRow)}</tbody></table></div></section>`
}

function renderChapterRow({ id, zh, clause, findings, checks }: Chapter): Markup {
  const times = (severity: string) => findings.filter(({ finding }) => finding.severity === severity).length
  const outcomes = (outcome: Check['outcome']) => checks.filter((check) => check.outcome === outcome).length
  const asked = checks.length > 0
  const cell = (count: number) =>
    html`<td class="num">${count > 0 ? html`<b>${count}</b>` : html`<span class="muted">${asked ? '0' : '–'}</span>`}</td>`
  const first = findings[0]?.number
  const last = findings.at(-1)?.number
  const range = first === undefined ? '' : first === last ? `${first}` : `${first}–${last}`
  return html`<tr><td><a href="#chapter-${id}">${zh}</a><small>${clause}</small></td>${(['error', 'warning', 'info'] as const).map(
    (severity) => cell(times(severity)),
  )}<td>${first !== undefined && html`<a href="#f-${first}">${range}</a>`}</td><td class="num">${asked ? outcomes('passed') : '没有检查'}</td><td class="num">${asked ? outcomes('skipped') : ''}</td></tr>`
}

/** The rules of which most checks were skipped, each with a reason. */
function topReasons(checks: readonly Check[], index: ReportIndex): string {
  const reasons = new Map<string, string[]>()
  for (const { rule, outcome, why } of checks) if (outcome === 'skipped') reasons.set(rule, [...(reasons.get(rule) ?? []), why ?? '未说明'])
  const most = [...reasons].sort((a, b) => b[1].length - a[1].length).slice(0, 3)
  const told = most.map(
    ([rule, whys]) => `${index.ruleTitle(rule)}（${whys.length}）：${shorten(whys[0] ?? '', 80)}${new Set(whys).size > 1 ? ' 等' : ''}`,
  )
  return told.join('；')
}
