import type { Check } from '../../../../schemas/finding.ts'
import type { Chapter } from '../chapters.ts'
import { shorten } from '../plain-text.ts'
import type { ReportIndex } from '../report-index.ts'
import { html, type Markup } from './markup.ts'

/** What was asked, rule by rule, how often it held, and why the rest could not be asked. */
export const renderCoverage = (
  index: ReportIndex,
  chapters: readonly Chapter[],
): Markup => html`<section id="coverage"><h2>查了什么、没查什么</h2>
<div class="panel scroll"><table class="grid fixed"><colgroup>${[33, 7, 8, 7, 45].map((width) => html`<col style="width:${width}%">`)}</colgroup>
<thead><tr><th>检查</th><th class="num">一致</th><th class="num">未通过</th><th class="num">未查</th><th>未查的原因</th></tr></thead>
<tbody>${chapters.map((chapter) => renderChapter(chapter, index))}</tbody></table></div></section>`

function renderChapter({ zh, clause, checks }: Chapter, index: ReportIndex): Markup {
  const rules = [...new Set(checks.map(({ rule }) => rule))]
  return html`<tr><td colspan="5" class="soft"><b>${zh}</b><small>${clause}</small>${checks.length === 0 && html` <span class="muted">没有可以检查的内容</span>`}</td></tr>
${rules.map((rule) =>
  renderRule(
    rule,
    checks.filter((check) => check.rule === rule),
    index,
  ),
)}`
}

function renderRule(rule: string, checks: readonly Check[], index: ReportIndex): Markup {
  const times = (outcome: Check['outcome']) => checks.filter((check) => check.outcome === outcome).length
  const skipped = checks.filter(({ outcome }) => outcome === 'skipped')
  const reasons = [...new Set(skipped.map(({ why }) => why ?? '未说明'))]
  return html`<tr><td>${index.ruleTitle(rule)}${index.ruleTitle(rule) !== rule && html`<small class="id">${rule}</small>`}</td><td class="num">${times('passed')}</td><td class="num">${times('failed')}</td><td class="num">${skipped.length}</td><td>${reasons
    .slice(0, 6)
    .map((why) =>
      renderReason(
        why,
        skipped.filter((check) => (check.why ?? '未说明') === why),
        index,
      ),
    )}${reasons.length > 6 && html`<div class="muted">另有 ${reasons.length - 6} 种原因，见 report.xlsx 的“检查记录”。</div>`}</td></tr>`
}

function renderReason(why: string, checks: readonly Check[], index: ReportIndex): Markup {
  const targets = [
    ...new Set(
      checks.flatMap(({ subject, year }) => (subject === null ? [] : [`${index.nameOf(subject)}${year === null ? '' : ` ${year}`}`])),
    ),
  ]
  const named =
    targets
      .slice(0, 6)
      .map((target) => shorten(target, 60))
      .join('、') + (targets.length > 6 ? ` 等 ${targets.length} 项` : '')
  return html`<div>${shorten(why, 200)}${checks.length > 1 && html` <span class="muted">× ${checks.length}${named !== '' && `：${named}`}</span>`}</div>`
}
