import { Writable } from 'node:stream'
import exceljs from 'exceljs'
import type { Regulation } from '../../../../schemas/edition.ts'
import type { Report } from '../../../../schemas/report.ts'
import { fixZipDates } from '../fixed-zip-dates.ts'
import { indexReport } from '../report-index.ts'
import { addHeader, addRow } from './sheets.ts'
import { sheetsOf } from './tables.ts'

/** A fixed moment in the file's properties: the workbook tells nothing of when it was written. */
const noMoment = new Date(0)
/** Rows written before the event loop may turn, so that the writer's streams drain. */
const breath = 500

/**
 * The report as a workbook to filter and sort: 核查发现, 数据, 指标判定, 检查记录, 材料. Written row by row; no cell is a formula or
 * a link, whatever the documents say. Equal reports give equal bytes.
 */
export async function writeXlsx(report: Report, regulation: Regulation): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(Buffer.from(chunk))
      done()
    },
  })
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  Object.assign(workbook, { creator: '园核', lastModifiedBy: '园核', created: noMoment, modified: noMoment })
  for (const { name, columns, rows } of sheetsOf(indexReport(report, regulation), regulation)) {
    const sheet = workbook.addWorksheet(name, {
      views: [{ state: 'frozen', xSplit: 0, ySplit: 1 }],
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
    })
    addHeader(sheet, columns)
    let written = 0
    for (const row of rows) {
      addRow(sheet, columns, row)
      written += 1
      if (written % breath === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    sheet.commit()
  }
  await workbook.commit()
  return fixZipDates(Buffer.concat(chunks))
}
