import type { Fact } from '../../../../schemas/fact.ts'
import type { Difference } from '../differing-digits.ts'
import { inUnitOf, markDigits } from '../differing-digits.ts'
import type { Region } from '../places.ts'
import { findRegion, type Place, quoted } from '../places.ts'
import { excerpt, shorten, visible } from '../plain-text.ts'
import { findPrintedRow, narrowRow, type PrintedRow } from '../printed-row.ts'
import { columnNumber, type ReportIndex } from '../report-index.ts'
import { kindWords, missingUnit, placeWords, sideLetters } from '../wording.ts'
import { html, type Markup } from './markup.ts'
import type { Picture } from './pictures.ts'

export type QuoteContext = {
  readonly index: ReportIndex
  readonly pictureOf: (region: Region) => Picture | undefined
}

/** The text with its differing digits marked. */
export const renderDigits = (text: string, difference: Difference | null): Markup =>
  html`${markDigits(visible(text), difference).map(({ text: piece, differs }) => (differs ? html`<mark>${piece}</mark>` : piece))}`

export const sideClass = (at: number): string => ['a', 'b'][at] ?? 'c'

export const renderLetter = (at: number): Markup => html`<span class="letter ${sideClass(at)}">${sideLetters[at] ?? at + 1}</span>`

/** One quoted place: its file and place, the page's cut-out or the printed line or row, and the value as printed. */
export function renderQuote(place: Place, at: number, difference: Difference | null, other: Fact | null, context: QuoteContext): Markup {
  const { index } = context
  const { fact, evidence, document } = place
  const where = placeWords(evidence, index.documentOf(document)?.hiddenSheets)
  return html`<div class="quote ${sideClass(at)}"><header>${renderLetter(at)}<b>${shorten(index.fileOf(document), 80)}</b><span class="where">${shorten(where, 160)}</span></header>
${renderPrint(place, difference, context)}
${fact !== null && renderValue(fact, difference, other)}</div>`
}

function renderPrint(place: Place, difference: Difference | null, { index, pictureOf }: QuoteContext): Markup {
  const region = findRegion(place, index)
  const picture = region === undefined ? undefined : pictureOf(region)
  const said = shorten(visible(quoted(place)), 120)
  if (picture !== undefined) {
    const about = `${index.fileOf(place.document)}第${region?.page ?? ''}页的剪图，框内为 ${said}`
    return html`<div class="shot"><img src="${picture.source}" width="${picture.width}" height="${picture.height}" alt="${about}"></div>`
  }
  const row = findPrintedRow(place.evidence, place.fact?.raw ?? null)
  if (row !== undefined) return renderRow(row, place.fact, difference, index)
  const { fact } = place
  return fact !== null && isBareCell(fact) ? renderCell(fact, difference, index) : renderLine(place, difference)
}

const isBareCell = ({ evidence: { table, cell, text }, raw }: Fact): boolean =>
  (table !== null || cell !== null) && visible(text).trim() === visible(raw).trim()

/** The printed row, the value's cell marked; over it what other cells of the row were read as. */
function renderRow(row: PrintedRow, fact: Fact | null, difference: Difference | null, index: ReportIndex): Markup {
  const readings = new Map(
    (fact === null ? [] : index.rowOf(fact)).map((cell) => [columnNumber(cell.evidence) - 1, reading(cell, fact, index)]),
  )
  const shown = narrowRow(row, fact === null ? 'whole' : 'around')
  const head = [...readings.keys()].some((at) => shown.includes(at))
  return html`<div class="scroll"><table class="cells">
${head && html`<tr>${shown.map((at) => html`<th>${at === undefined ? '' : (readings.get(at) ?? '')}</th>`)}</tr>`}
<tr>${shown.map((at) => {
    const text = at === undefined ? '…' : shorten(row.cells[at] ?? '', 60)
    const kind = /\d/.test(text) && !/\p{L}{3}/u.test(text) ? 'n' : 'w'
    return at === row.at ? html`<td class="hit ${kind}">${renderDigits(text, difference)}</td>` : html`<td class="${kind}">${text}</td>`
  })}</tr></table></div>`
}

/** A cell of which nothing but itself is known. */
function renderCell(fact: Fact, difference: Difference | null, index: ReportIndex): Markup {
  const row = neighbours(fact, index)
  return html`<div class="scroll"><table class="cells">
<tr>${row.map((cell) => html`<th>${row.length === 1 ? `${shorten(index.nameOf(cell.subject), 40)} ` : ''}${reading(cell, fact, index)}</th>`)}</tr>
<tr>${row.map((cell) =>
    cell === fact ? html`<td class="hit n">${renderDigits(cell.raw, difference)}</td>` : html`<td class="n">${shorten(cell.raw, 40)}</td>`,
  )}</tr></table></div>`
}

/** At most seven facts of the same printed row, the value in their middle where it can be. */
function neighbours(fact: Fact, index: ReportIndex): readonly Fact[] {
  const row = index.rowOf(fact)
  const from = Math.max(0, Math.min(row.indexOf(fact) - 3, row.length - 7))
  return row.slice(from, from + 7)
}

/** What a cell was taken for: its year and kind, and its subject where that is not the subject in question. */
function reading(cell: Fact, fact: Fact | null, index: ReportIndex): string {
  const name = fact === null || cell.subject === fact.subject ? '' : shorten(index.nameOf(cell.subject), 16)
  const year = cell.year === null ? '' : `${cell.year}年`
  return [name, `${year}${cell.kind === 'actual' ? '' : kindWords[cell.kind]}`].filter((word) => word !== '').join(' ')
}

/** The printed line with the value boxed where it can be found in it. */
function renderLine(place: Place, difference: Difference | null): Markup {
  const raw = visible(place.fact?.raw ?? '').trim()
  const text = visible(place.evidence.text)
  const line = excerpt(text, raw, 360)
  const at = findWhole(line, raw)
  if (raw === '' || at === -1) return html`<p class="line">${renderDigits(line === '' ? raw : line, difference)}</p>`
  return html`<p class="line">${line.slice(0, at)}<span class="hit">${renderDigits(raw, difference)}</span>${line.slice(at + raw.length)}</p>`
}

/** Where a value stands on its own in a line: 75 is not found in 175 or 75.5. */
function findWhole(line: string, raw: string): number {
  for (let at = line.indexOf(raw); at !== -1 && raw !== ''; at = line.indexOf(raw, at + 1)) {
    const before = line.slice(0, at)
    const after = line.slice(at + raw.length)
    const cut = (/\d$/.test(raw) && /^[.,]?\d/.test(after)) || (/^\d/.test(raw) && /\d[.,]?$/.test(before))
    if (!cut) return at
  }
  return -1
}

const repairsOf = ({ recognition }: Fact) => recognition?.repairs ?? []

/** What the other reader saw, where that differs. */
const otherReading = ({ recognition, raw }: Fact): string => {
  const second = recognition?.second ?? ''
  return second === '' || raw.includes(second) ? '' : ` · 另读 ${shorten(second, 30)}`
}

function renderValue(fact: Fact, difference: Difference | null, other: Fact | null): Markup {
  const unit = missingUnit(fact)
  const converted = other === null ? null : inUnitOf(fact, other)
  return html`<div class="print"><span class="muted small">印</span><b>${renderDigits(shorten(fact.raw, 120), difference)}<span class="soft">${unit}</span></b>
${converted !== null && html`<span class="soft">${renderDigits(converted, difference)}</span>`}
${fact.priceBasis !== null && html`<span class="tag">${fact.priceBasis}</span>`}
${fact.confidence < 0.9 && html`<span class="tag warning">疑似误读 · 置信 ${fact.confidence.toFixed(2)}${otherReading(fact)}</span>`}
${repairsOf(fact).map(({ from, to }) => html`<span class="tag">识读为 ${shorten(from, 30)}，改读 ${shorten(to, 30)}</span>`)}
${fact.source !== null && html`<span class="src">数据来源：${shorten(fact.source.text, 120)}</span>`}</div>`
}
