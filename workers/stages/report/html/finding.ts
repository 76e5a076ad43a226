import type { Finding } from '../../../../schemas/finding.ts'
import type { NumberedFinding } from '../chapters.ts'
import { differenceIn, isReckoned, sayTheSame } from '../difference-in.ts'
import { type Difference, differenceOf, partExpected } from '../differing-digits.ts'
import { formulaWords } from '../formula-words.ts'
import { type Place, placesOf, quoted } from '../places.ts'
import { shorten } from '../plain-text.ts'
import { findPrintedRow, rowName } from '../printed-row.ts'
import { proveFinding } from '../proof/prove-finding.ts'
import { articleWords, causeWords, missingUnit, placeWords, thresholdWords } from '../wording.ts'
import { renderChart } from './chart.ts'
import { html, type Markup } from './markup.ts'
import { renderChains } from './proof.ts'
import { type QuoteContext, renderDigits, renderLetter, renderQuote } from './quote.ts'
import { severityTag } from './shapes.ts'

/** One finding: the sentence with both values, both places, the reckoning, the likely cause, and what else the same number upsets. */
export function renderFinding({ number, finding }: NumberedFinding, context: QuoteContext): Markup {
  const places = placesOf(finding, context.index)
  const difference = differenceIn(finding, places)
  return html`<article class="finding panel ${finding.severity}" id="f-${number}">
<header>${severityTag(finding.severity)}<span>${context.index.ruleTitle(finding.rule)}</span><span>${articleWords(finding.article)}</span><span class="r">第 ${number} 条</span></header>
<h4>${renderDigits(shorten(finding.message, 500), difference)}</h4>
${renderBody(finding, places, difference, context)}
${renderChains(proveFinding(finding, context.index))}</article>`
}

function renderBody(finding: Finding, places: readonly Place[], difference: Difference | null, context: QuoteContext): Markup {
  const [first, second] = places
  const proof = renderProof(finding, places, difference, context)
  const cause = renderCause(finding)
  const chart = /^(completeness|source)\//.test(finding.rule) ? undefined : renderChart(finding, context.index)
  if (first !== undefined && proof !== undefined) {
    return html`<div class="pair"><div class="stack">${renderQuote(first, 0, difference, null, context)}${cause}</div><div class="stack">${proof}${chart}</div></div>`
  }
  const beside = first !== undefined && second !== undefined && !isSameRow(first, second, context) ? second : undefined
  const others = places.slice(beside === undefined ? 1 : 2)
  return html`${
    first !== undefined &&
    html`<div class="pair${beside === undefined && ' single'}">${renderQuote(first, 0, difference, beside?.fact ?? null, context)}${beside && renderQuote(beside, 1, difference, first.fact, context)}</div>`
  }${proof}
${first !== undefined && others.length > 0 && html`<div class="quote others"><table class="proof"><thead><tr><th>其他位置</th><th>印</th></tr></thead><tbody>${renderPlaceRows(others, places.length - others.length, first, context)}</tbody></table></div>`}
${(cause !== undefined || chart !== undefined) && html`<div class="why${(chart === undefined || cause === undefined) && ' single'}">${cause}${chart}</div>`}`
}

/** Whether two places stand in one printed row and do not contradict each other, so that quoting it once will do. */
const isSameRow = (first: Place, second: Place, { index }: QuoteContext): boolean =>
  first.fact !== null && second.fact !== null && !sayTheSame(first.fact, second.fact) && index.rowOf(first.fact).includes(second.fact)

/** Further places, each with its letter and its own digits that differ from the first place. */
function renderPlaceRows(places: readonly Place[], from: number, first: Place, { index }: QuoteContext): Markup {
  const limit = 12
  const rows = places.slice(0, limit).map((place, at) => {
    const where = placeWords(place.evidence, index.documentOf(place.document)?.hiddenSheets)
    const own =
      first.fact === null || place.fact === null || !sayTheSame(first.fact, place.fact) ? null : differenceOf(first.fact, place.fact)
    const unit = place.fact === null ? '' : missingUnit(place.fact)
    return html`<tr><td>${renderLetter(from + at)} ${shorten(index.fileOf(place.document), 60)} <span class="muted">${shorten(where, 120)}</span></td><td>${renderDigits(shorten(quoted(place), 160), own)}${unit}</td></tr>`
  })
  return html`${rows}${places.length > limit && html`<tr><td colspan="2" class="muted">另有 ${places.length - limit} 处，见 report.xlsx。</td></tr>`}`
}

/** The reckoning of a recalculated value, or what a single value was held against. undefined where two places speak for themselves. */
function renderProof(finding: Finding, places: readonly Place[], difference: Difference | null, context: QuoteContext): Markup | undefined {
  const { expected, actual, tolerance } = finding
  const reckoned = isReckoned(finding)
  if ((expected === null && actual === null) || (!reckoned && places.length !== 1)) return undefined
  const inputs = reckoned ? places.slice(1) : []
  const { value, reckoning } = reckoned && expected !== null ? partExpected(expected) : { value: expected, reckoning: null }
  const span = inputs.length > 0 && html` colspan="2"`
  const row = (name: string, text: Markup | string | null) =>
    text !== null && html`<tr class="sum"><th${span}>${name}</th><td class="value">${text}</td></tr>`
  return html`<div class="quote"><header><b>${reckoned ? '重算' : '与要求比较'}</b></header>
${reckoned && renderFormula(finding, reckoning, context)}
<table class="proof">${inputs.length > 0 && html`<thead><tr><th>代入</th><th>出处</th><th class="num">印</th></tr></thead><tbody>${renderInputs(inputs, places[0]?.document, context)}</tbody>`}
<tbody>${row(reckoned ? '重算' : '要求', value === null ? null : renderDigits(thresholdWords(shorten(value, 160)), difference))}
${row('印', actual === null ? null : renderDigits(shorten(actual, 160), difference))}
${tolerance !== null && html`<tr><td class="muted small" colspan="3">${shorten(tolerance, 240)}</td></tr>`}</tbody></table></div>`
}

/** The Standard's formula in words, and the same with the printed numbers in it. */
function renderFormula({ rule, subject, year }: Finding, reckoning: string | null, { index }: QuoteContext): Markup {
  const formula = rule !== 'formula/recalculation' || subject === null ? null : index.formulaOf(subject)
  return html`${formula !== null && html`<p class="formula">${index.nameOf(subject ?? '')} = ${formulaWords(formula, year, index)}</p>`}
${reckoning !== null && html`<p class="formula soft">${shorten(reckoning, 400)}</p>`}`
}

/** The numbers that went in: facts by name and year, other places by what is printed there. */
function renderInputs(places: readonly Place[], home: string | undefined, { index }: QuoteContext): Markup {
  const limit = 16
  const rows = places.slice(0, limit).map(({ fact, evidence, document }, at) => {
    const row = fact === null ? findPrintedRow(evidence, null) : undefined
    const name =
      fact === null
        ? ((row && rowName(row)) ?? `分项${at + 1}`)
        : `${fact.year === null ? '' : `${fact.year}年`}${index.nameOf(fact.subject)}`
    const print = fact === null ? (row?.cells[row.at] ?? evidence.text) : `${fact.raw}${missingUnit(fact)}`
    const file = document === home ? '' : `${shorten(index.fileOf(document), 50)} `
    const where = placeWords({ ...evidence, section: null }, index.documentOf(document)?.hiddenSheets)
    return html`<tr><td>${shorten(name, 60)}</td><td class="muted small">${file}${shorten(where, 80)}</td><td class="value">${shorten(print, 80)}</td></tr>`
  })
  return html`${rows}${places.length > limit && html`<tr><td colspan="3" class="muted">另有 ${places.length - limit} 个数，见 report.xlsx。</td></tr>`}`
}

function renderCause({ diagnosis, alsoFails }: Finding): Markup | undefined {
  if (diagnosis === null && alsoFails.length === 0) return undefined
  return html`<div class="cause">
${diagnosis !== null && html`<h5>${diagnosis.cause === 'unknown' ? '' : '可能原因：'}${causeWords[diagnosis.cause]}</h5><p>${shorten(diagnosis.explanation, 600)}</p><p><b>建议</b>　${shorten(diagnosis.suggestion, 400)}</p>`}
${alsoFails.length > 0 && html`<div class="also"><b>同一个数还牵连 ${alsoFails.length} 项</b>（已并入本条，不另计）<ul>${alsoFails.slice(0, 20).map(({ message }) => html`<li>${shorten(message, 300)}</li>`)}</ul></div>`}
</div>`
}
