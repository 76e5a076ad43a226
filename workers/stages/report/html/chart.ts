import { Decimal } from '../../../../rules/engine/decimal.ts'
import type { Fact } from '../../../../schemas/fact.ts'
import type { Finding } from '../../../../schemas/finding.ts'
import { groupDigits } from '../differing-digits.ts'
import { shorten } from '../plain-text.ts'
import type { ReportIndex } from '../report-index.ts'
import { unitWords } from '../wording.ts'
import { html, type Markup } from './markup.ts'

type Drawing = {
  readonly points: readonly Point[]
  readonly years: readonly number[]
  readonly documents: readonly string[]
  readonly asked: number | null
  readonly hasStrip: boolean
}

type Point = { readonly year: number; readonly value: number; readonly label: string; readonly document: string }

const width = 300
const plot = { left: 26, right: 274, top: 22, bottom: 92 }
/** The height of a shape: values nearer than this are drawn as one dot, and told apart on the magnified line. */
const glyph = 14
const most = { documents: 6, years: 12 }

/** The subject's values over the years, one shape a document, the year in question ringed; undefined where fewer than three years are printed. */
export function renderChart(finding: Finding, index: ReportIndex): Markup | undefined {
  if (finding.subject === null) return undefined
  const facts = index.seriesOf(finding.subject).filter(({ approximate }) => !approximate)
  const { unit, factor } = shownUnit(finding, facts, index)
  const points = pointsOf(facts, factor)
  const years = [...new Set(points.map(({ year }) => year))].sort((a, b) => a - b).slice(-most.years)
  if (years.length < 3) return undefined
  const documents = [...new Set(points.map(({ document }) => document))].slice(0, most.documents)
  const drawn = points.filter(({ year, document }) => years.includes(year) && documents.includes(document))
  const strip = renderStrip(
    drawn.filter(({ year }) => year === finding.year),
    drawn,
    documents,
  )
  const values = new Set(drawn.filter(({ year }) => year === finding.year).map(({ value }) => value))
  const named = new Set(values.size < 2 ? [] : drawn.filter(({ year }) => year === finding.year).map(({ document }) => document))
  const height = strip === undefined ? 114 : 166
  return html`<figure class="chart"><figcaption><span>历年与各来源</span><span>${unit}</span></figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${drawn.map(({ year, label, document }) => `${year}年${index.fileOf(document)} ${label}`).join('，')}">
<line x1="${plot.left - 12}" x2="${plot.right + 12}" y1="${plot.bottom + 5}" y2="${plot.bottom + 5}" stroke="var(--line)"/>
${renderLines({ points: drawn, years, documents, asked: finding.year, hasStrip: strip !== undefined })}${strip ?? ''}</svg>
<div class="key">${documents.map((document, at) => named.has(document) && html`<span>${shapes[at] ?? '•'} ${shorten(index.fileOf(document), 22)}</span>`)}</div></figure>`
}

const shapes = ['●', '■', '▲', '◆', '▼', '+'] as const

/** The unit that the finding's first fact prints, or the canonical one. */
function shownUnit({ facts }: Finding, series: readonly Fact[], index: ReportIndex): { unit: string; factor: Decimal } {
  const canonical = series[0]?.canonical?.unit ?? ''
  const first = facts.map((id) => index.factOf(id)).find((fact) => fact !== undefined && fact.subject === series[0]?.subject)
  const known =
    first?.value !== undefined &&
    first.value !== null &&
    first.canonical !== null &&
    first.unit !== null &&
    !new Decimal(first.value).isZero()
  if (!known) return { unit: unitWords(canonical), factor: new Decimal(1) }
  return { unit: unitWords(first.unit ?? ''), factor: new Decimal(first.canonical?.value ?? 1).div(first.value ?? 1) }
}

function pointsOf(facts: readonly Fact[], factor: Decimal): Point[] {
  const points = facts.flatMap(({ year, canonical, document }): Point[] => {
    if (year === null || canonical === null) return []
    const value = new Decimal(canonical.value).div(factor).toSignificantDigits(12)
    return [{ year, value: value.toNumber(), label: groupDigits(value.toFixed()), document }]
  })
  return [...new Map(points.map((point) => [`${point.year} ${point.label} ${point.document}`, point])).values()]
}

function renderLines({ points, years, documents, asked, hasStrip }: Drawing): Markup {
  const values = points.map(({ value }) => value)
  const y = scale(Math.min(...values), Math.max(...values), plot.bottom - 4, plot.top)
  const x = scale(years[0] ?? 0, years.at(-1) ?? 1, plot.left, plot.right)
  const lines = documents.map((document) => {
    const own = years.flatMap((year) => points.find((point) => point.document === document && point.year === year) ?? [])
    return html`<polyline points="${own.map((point) => `${x(point.year)},${y(point.value)}`).join(' ')}" fill="none" stroke="var(--text-3)" stroke-width="1.2"/>`
  })
  const distinct = [...new Map(points.map((point) => [`${point.year} ${point.label}`, point])).values()]
  const isApart = (point: Point) =>
    distinct.some((other) => other.year === point.year && Math.abs(y(other.value) - y(point.value)) >= glyph)
  const marks = distinct.map((point) =>
    isApart(point)
      ? html`<text x="${x(point.year)}" y="${y(point.value)}" dy="4" text-anchor="middle" style="fill:var(--text)">${shapes[documents.indexOf(point.document)] ?? '•'}</text>`
      : html`<circle cx="${x(point.year)}" cy="${y(point.value)}" r="3" fill="var(--text-2)"/>`,
  )
  const rings = distinct
    .filter(({ year }) => year === asked)
    .map(({ year, value }) => html`<circle cx="${x(year)}" cy="${y(value)}" r="8" fill="none" stroke="var(--error)" stroke-width="1.6"/>`)
  const labels = distinct.filter(({ year }) => year === years[0] || year === years.at(-1) || year === asked)
  const shown = labels.filter(
    (point, at) => (isApart(point) || labels.findIndex(({ year }) => year === point.year) === at) && !(hasStrip && point.year === asked),
  )
  return html`${lines}${marks}${rings}
${shown.map((point) => renderLabel(point, x(point.year), y(point.value), isApart(point)))}
${years.map((year) => html`<text x="${x(year)}" y="${plot.bottom + 20}" text-anchor="middle"${year === asked && html` style="font-weight:700;fill:var(--text)"`}>${year}</text>`)}`
}

/** The value over its point, or beside it where the year has several. */
function renderLabel({ label }: Point, x: number, y: number, several: boolean): Markup {
  if (!several) return html`<text class="v" x="${x}" y="${y}" dy="-12" text-anchor="middle">${label}</text>`
  const right = x < width / 2
  return html`<text class="v" x="${right ? x + 14 : x - 14}" y="${y}" dy="4" text-anchor="${right ? 'start' : 'end'}">${label}</text>`
}

/** The sources of one year on a magnified line: a slip of 0.3 % is invisible in the series. */
function renderStrip(ofYear: readonly Point[], all: readonly Point[], documents: readonly string[]): Markup | undefined {
  const values = [...new Set(ofYear.map(({ value }) => value))].sort((a, b) => a - b)
  const [low, high] = [values[0], values.at(-1)]
  const spread = Math.max(...all.map(({ value }) => value)) - Math.min(...all.map(({ value }) => value))
  if (low === undefined || high === undefined || values.length < 2 || values.length > 3 || high - low > spread * 0.15) return undefined
  const x = scale(low, high, 60, 240)
  return html`<line x1="26" x2="274" y1="144" y2="144" stroke="var(--edge)"/>
<text x="150" y="130" text-anchor="middle">${ofYear[0]?.year ?? ''}年放大</text>
${values.map((value) => {
  const there = ofYear.filter((point) => point.value === value)
  const marks = [...new Set(there.map(({ document }) => shapes[documents.indexOf(document)] ?? '•'))].join('')
  return html`<line x1="${x(value)}" x2="${x(value)}" y1="140" y2="148" stroke="var(--text-2)"/><text x="${x(value)}" y="136" text-anchor="middle" style="fill:var(--text)">${marks}</text><text x="${x(value)}" y="162" text-anchor="middle">${there[0]?.label ?? ''}</text>`
})}`
}

/** From a range of values to a range of the picture, to a tenth of a unit; a range of one value lies in the middle. */
const scale =
  (low: number, high: number, from: number, to: number) =>
  (value: number): number =>
    Math.round((high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from)) * 10) / 10
