import { columnName, columnOf } from '../grid/sheet.ts'

const reference = /"[^"]*"|'[^']*'!?|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(])/g

/** A formula written for one cell, as it reads in another: relative references move along, quoted text and $ stay. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(reference, (whole, fixedColumn?: string, letters?: string, fixedRow?: string, digits?: string) => {
    if (letters === undefined || digits === undefined) return whole
    const column = fixedColumn === '$' ? letters : columnName(columnOf(letters) + columns)
    const row = fixedRow === '$' ? digits : String(Number(digits) + rows)
    return `${fixedColumn}${column}${fixedRow}${row}`
  })
}
