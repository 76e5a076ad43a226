import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import type { Store } from '../../../workers/store/index.ts'
import { makeReport } from '../../workers/store/make-review.ts'

const pages = 300
const heavyBytes = 60 * 1024 ** 2
const rowsEach = 30
const findings = 1_000
const rowHeight = 22
const top = 90
const left = 72
const columns = [200, 80, 80]

/** A long report: on every page a ruled table of numbers. */
function makeLongPdf(): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false })
  const written = buffer(pdf)
  for (let page = 1; page <= pages; page += 1) {
    pdf.addPage().fontSize(10).text(`Page ${page}`, left, 50)
    for (let row = 0; row < rowsEach; row += 1) {
      const y = top + row * rowHeight
      columns.reduce((x, width, at) => {
        pdf.rect(x, y, width, rowHeight).stroke()
        pdf.text(at === 0 ? `Indicator ${row + 1}` : `${page}${row}.${at}7`, x + 6, y + 6, { lineBreak: false })
        return x + width
      }, left)
    }
  }
  // As heavy as 300 scanned pages are.
  pdf.file(randomBytes(heavyBytes), { name: 'scans.bin', hidden: true })
  pdf.end()
  return written
}

/** Puts a reviewed dossier of a thousand findings about a document of 300 pages and 60 MB into the store; gives the dossier's id. */
export async function fillDossier(store: Store, organisationId: string): Promise<string> {
  const { dossier, revision } = await store.dossiers.create({ organisationId, title: '一千条发现' })
  const blob = await store.blobs.put(await makeLongPdf())
  await store.documents.add({ revisionId: revision.id, fileName: '验收报告.pdf', ...blob })
  await store.revisions.submit(revision.id)
  const report = makeReport(findings + 1, findings)
  for (const [at, fact] of report.facts.entries()) {
    const y = top + (at % rowsEach) * rowHeight
    fact.document = 'd1'
    fact.evidence = {
      ...fact.evidence,
      page: 1 + ((at * 7) % pages),
      bbox: [left + 200, y, left + 280, y + rowHeight],
      table: 1,
      row: 1 + (at % rowsEach),
      column: 2,
    }
  }
  for (const [at, finding] of report.findings.entries())
    Object.assign(finding, { facts: [`f${at + 1}`, `f${at + 2}`], expected: `${at}.17`, actual: `${at}.71` })
  const json = await store.blobs.put(Buffer.from(JSON.stringify(report)))
  await store.reports.save(revision.id, report, [{ format: 'json', ...json }])
  return dossier.id
}
