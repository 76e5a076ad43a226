import type { Package } from '../ooxml/package.ts'
import { findMainPart, readRelationships } from '../ooxml/relationships.ts'
import { isOn, readXml } from '../ooxml/xml.ts'

export type Workbook = {
  /** Worksheets in tab order; chart and macro sheets hold no cells and are left out. */
  sheets: { name: string; part: string; hidden: boolean }[]
  sharedStrings: string | undefined
  styles: string | undefined
  date1904: boolean
}

/** Reads xl/workbook.xml and where its parts are. */
export async function readWorkbook(source: Package): Promise<Workbook> {
  const main = await findMainPart(source, 'xl/workbook.xml')
  const links = await readRelationships(source, main)
  const sheets: Workbook['sheets'] = []
  let date1904 = false
  await readXml(source.stream(main), {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = attributes['date1904'] !== undefined && isOn(attributes['date1904'])
      if (name !== 'sheet') return
      const link = links.find(({ id }) => id === attributes['r:id'])
      const hidden = (attributes['state'] ?? 'visible') !== 'visible'
      if (link?.type === 'worksheet' && source.has(link.target)) sheets.push({ name: attributes['name'] ?? '', part: link.target, hidden })
    },
  })
  const partOf = (type: string) => links.find((link) => link.type === type)?.target
  return { sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), date1904 }
}
