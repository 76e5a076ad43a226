import ExcelJS from 'exceljs'
import { makeZip } from './make-zip.ts'

type Row = readonly (ExcelJS.CellValue | undefined)[]

/** A workbook as exceljs writes it; `arrange` does what rows of values cannot say. */
export async function makeXlsx(sheets: Record<string, readonly Row[]>, arrange?: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name)
    for (const [at, row] of rows.entries())
      for (const [column, value] of row.entries()) if (value !== undefined) sheet.getCell(at + 1, column + 1).value = value
  }
  arrange?.(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook of one sheet around its XML, for what exceljs does not write. */
export const makeRawXlsx = (sheet: string, extra: Parameters<typeof makeZip>[0] = []): Buffer =>
  makeZip([
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheet.startsWith('<') ? `<worksheet xmlns="${main}">${sheet}</worksheet>` : sheet },
    ...extra,
  ])
