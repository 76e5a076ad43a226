import type { Package } from '../ooxml/package.ts'
import { readXml } from '../ooxml/xml.ts'
import { builtInFormats } from './built-in-formats.ts'
import { compileFormat, type Formatter, type NumberFormat, needsFormatter } from './number-format.ts'

/** The format of each cell style, by the style's number. */
export type CellFormats = { find: (style: number) => NumberFormat }

const general = compileFormat('General', undefined)

/** The engine's formatter, as Chinese Excel prints dates. */
export async function loadFormatter(date1904: boolean): Promise<Formatter> {
  const { SSF } = await import('@e965/xlsx')
  return (code, value) => {
    try {
      return String(SSF.format(code, value, { date1904 }))
    } catch {
      return String(value)
    }
  }
}

/** Reads xl/styles.xml: which number format each cell style has. */
export async function readCellFormats(source: Package, part: string | undefined, date1904: boolean): Promise<CellFormats> {
  const codes = new Map<string, string>()
  const styles: string[] = []
  let inCellStyles = false
  if (part !== undefined && source.has(part))
    await readXml(source.stream(part), {
      open: (name, attributes) => {
        if (name === 'numFmt') codes.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '')
        else if (name === 'cellXfs') inCellStyles = true
        else if (name === 'xf' && inCellStyles) styles.push(attributes['numFmtId'] ?? '0')
      },
      close: (name) => {
        if (name === 'cellXfs') inCellStyles = false
      },
    })
  const used = styles.map((id) => codes.get(id) ?? builtInFormats[id] ?? 'General')
  const formatter = used.some(needsFormatter) ? await loadFormatter(date1904) : undefined
  const compiled = new Map([...new Set(used)].map((code) => [code, compileFormat(code, formatter)]))
  const formats = used.map((code) => compiled.get(code) ?? general)
  return { find: (style) => formats[style] ?? general }
}
