import type { Finding } from '../../../../schemas/finding.ts'
import type { NumberedFinding } from '../chapters.ts'
import { type Difference, differenceFrom, differenceOf } from '../differing-digits.ts'
import { formulaWords } from '../formula-words.ts'
import { type Place, placesOf, quoted } from '../places.ts'
import { shorten } from '../plain-text.ts'
import { articleWords, causeWords, placeWords, thresholdWords, unitWords } from '../wording.ts'
import { renderChart } from './chart.ts'
import { html, type Markup } from './markup.ts'
import { type QuoteContext, renderDigits, renderLetter, renderQuote } from './quote.ts'
import { severityTag } from './shapes.ts'

/** One finding: the sentence with both values, both places, the reckoning, the likely cause, and what else the same number upsets. */
export function renderFinding({ number, finding }: NumberedFinding, context: QuoteContext): Markup {
  const places = placesOf(finding, context.index)
  const difference = differenceIn(finding, places)
  return html`<article class="finding panel ${finding.severity}" id="f-${number}">
<header>${severityTag(finding.severity)}<span>${context.index.ruleTitle(finding.rule)}</span><span>${articleWords(finding.article)}</span><span class="r">第 ${number} 条</span></header>
<h4>${renderDigits(shorten(finding.message, 500), difference)}</h4>
${renderEvidence(finding, places, difference, context)}
${renderWhy(finding, context)}</article>`
}

/** Which digits are at odds: those of the first two places, or those of a printed result and its recalculation. */
function differenceIn(finding: Finding, places: readonly Place[]): Difference | null {
  const [first, second] = [places[0]?.fact ?? null, places[1]?.fact ?? null]
  if (isReckoned(finding)) return first === null || finding.expected === null ? null : differenceFrom(first, finding.expected)
  const alike = first !== null && second !== null && first.kind === second.kind && first.subject === second.subject
  return alike ? differenceOf(first, second) : null
}

const isReckoned = ({ rule }: Finding): boolean => rule.startsWith('formula/')

function renderEvidence(finding: Finding, places: readonly Place[], difference: Difference | null, context: QuoteContext): Markup {
  const [first, second, ...more] = places
  const proof = renderProof(finding, places, difference, context)
  if (first === undefined) return html`${proof}`
  if (proof !== undefined) return html`<div class="pair">${renderQuote(first, 0, difference, null, context)}${proof}</div>`
  if (second === undefined) return html`<div class="pair single">${renderQuote(first, 0, difference, null, context)}</div>`
  return html`<div class="pair">${renderQuote(first, 0, difference, second.fact, context)}${renderQuote(second, 1, difference, first.fact, context)}</div>
${more.length > 0 && html`<div class="quote others"><table class="proof"><thead><tr><th>其他位置</th><th>印</th></tr></thead><tbody>${renderPlaceRows(more, 2, first, context)}</tbody></table></div>`}`
}

/** Further places, each with its letter and its own digits that differ from the first place. */
function renderPlaceRows(places: readonly Place[], from: number, first: Place, { index }: QuoteContext): Markup {
  const limit = 12
  const rows = places.slice(0, limit).map((place, at) => {
    const where = placeWords(place.evidence, index.documentOf(place.document)?.hiddenSheets)
    const own = first.fact === null || place.fact === null || first.fact.subject !== place.fact.subject ? null : differenceOf(first.fact, place.fact)
    const unit = place.fact?.unit != null && !place.fact.raw.includes(place.fact.unit) ? ` ${place.fact.unit}` : ''
    return html`<tr><td>${renderLetter(from + at)} ${shorten(index.fileOf(place.document), 60)} <span class="muted">${shorten(where, 120)}</span></td><td>${renderDigits(shorten(quoted(place), 160), own)}${unit}</td></tr>`
  })
  return html`${rows}${places.length > limit && html`<tr><td colspan="2" class="muted">另有 ${places.length - limit} 处，见 report.xlsx。</td></tr>`}`
}

/** The reckoning of a recalculated value, or what a single value was held against. undefined where two places speak for themselves. */
function renderProof(finding: Finding, places: readonly Place[], difference: Difference | null, context: QuoteContext): Markup | undefined {
  const { expected, actual, tolerance } = finding
  if (expected === null && actual === null) return undefined
  if (!isReckoned(finding) && places.length > 1) return undefined
  const [should, is] = isReckoned(finding) ? ['重算', '印'] : ['要求', '印']
  const inputs = isReckoned(finding) ? places.slice(1) : []
  return html`<div class="quote"><header><b>${isReckoned(finding) ? '重算' : '与要求比较'}</b></header>
${isReckoned(finding) && renderFormula(finding, context)}
<table class="proof">${inputs.length > 0 && html`<thead><tr><th>代入</th><th class="num">印</th></tr></thead><tbody>${renderInputs(inputs, context)}</tbody>`}
<tbody>${expected !== null && html`<tr class="sum"><th>${should}</th><td class="num">${renderDigits(thresholdWords(shorten(expected, 160)), difference)}</td></tr>`}
${actual !== null && html`<tr class="sum"><th>${is}</th><td class="num">${renderDigits(shorten(actual, 160), difference)}</td></tr>`}
${tolerance !== null && html`<tr><th>容许范围</th><td class="num">${shorten(tolerance, 160)}</td></tr>`}</tbody></table></div>`
}

function renderFormula({ rule, subject }: Finding, { index }: QuoteContext): Markup {
  const formula = rule !== 'formula/recalculation' || subject === null ? null : index.formulaOf(subject)
  return html`${formula !== null && html`<p class="formula">${index.nameOf(subject ?? '')} = ${formulaWords(formula, index)}</p>`}`
}

function renderInputs(places: readonly Place[], { index }: QuoteContext): Markup {
  const limit = 16
  const rows = places.slice(0, limit).map(({ fact, evidence, document }) => {
    const name = fact === null ? shorten(evidence.text, 80) : `${fact.year === null ? '' : `${fact.year}年`}${index.nameOf(fact.subject)}`
    const where = placeWords({ ...evidence, section: null }, index.documentOf(document)?.hiddenSheets)
    const unit = fact === null || fact.unit === null || fact.raw.includes(fact.unit) ? '' : ` ${unitWords(fact.unit)}`
    return html`<tr><td>${name}<br><span class="muted small">${shorten(index.fileOf(document), 50)} ${shorten(where, 80)}</span></td><td class="num">${fact === null ? '' : `${shorten(fact.raw, 60)}${unit}`}</td></tr>`
  })
  return html`${rows}${places.length > limit && html`<tr><td colspan="2" class="muted">另有 ${places.length - limit} 个数，见 report.xlsx。</td></tr>`}`
}

function renderWhy(finding: Finding, { index }: QuoteContext): Markup {
  const { diagnosis, alsoFails } = finding
  const chart = renderChart(finding, index)
  if (diagnosis === null && alsoFails.length === 0 && chart === undefined) return html``
  return html`<div class="why${chart === undefined && ' single'}"><div class="cause">
${diagnosis !== null && html`<h5>可能原因：${causeWords[diagnosis.cause]}</h5><p>${shorten(diagnosis.explanation, 600)}</p><p><b>建议</b>　${shorten(diagnosis.suggestion, 400)}</p>`}
${alsoFails.length > 0 && html`<div class="also"><b>同一个数还牵连 ${alsoFails.length} 项</b>（已并入本条，不另计）<ul>${alsoFails.slice(0, 20).map(({ message }) => html`<li>${shorten(message, 300)}</li>`)}</ul></div>`}
</div>${chart}</div>`
}

