import ExcelJS from 'exceljs'

/** One sheet: its name and its rows; a text that is a plain number is stored as one, with the digits it is printed with. */
export type Sheet = { name: string; rows: string[][] }

/** Prints sheets as a workbook. */
export async function printXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.created = new Date(0)
  book.modified = new Date(0)
  for (const { name, rows } of sheets) {
    const sheet = book.addWorksheet(name)
    rows.forEach((row, r) => {
      row.forEach((text, c) => {
        const cell = sheet.getCell(r + 1, c + 1)
        const digits = /^-?\d+(?:\.(\d+))?$/.exec(text)
        cell.value = digits && r > 0 ? Number(text) : text
        if (digits?.[1]) cell.numFmt = `0.${'0'.repeat(digits[1].length)}`
      })
    })
    sheet.getColumn(1).width = 36
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}
