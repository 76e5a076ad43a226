import { makeZip } from './make-zip.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const namespaces = [
  `xmlns:w="${word}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ')
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The other parts of a Word file, each the XML within its root element. */
export type DocxParts = { styles?: string; numbering?: string; footnotes?: string; header?: string; footer?: string }

const roots = { styles: 'styles', numbering: 'numbering', footnotes: 'footnotes', header: 'hdr', footer: 'ftr' } as const
const kinds = Object.keys(roots) as (keyof typeof roots)[]

/** A Word file around the XML of its body. */
export function makeDocx(body: string, parts: DocxParts = {}, extra: Parameters<typeof makeZip>[0] = []): Buffer {
  const given = kinds.filter((kind) => parts[kind] !== undefined)
  const links = given.map((kind) => `<Relationship Id="r-${kind}" Type="${relation}/${kind}" Target="${kind}.xml"/>`).join('')
  return makeZip([
    { name: '[Content_Types].xml', content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="x"><Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', content: `<?xml version="1.0"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>` },
    { name: 'word/_rels/document.xml.rels', content: `<Relationships xmlns="x">${links}</Relationships>` },
    ...given.map((kind) => ({ name: `word/${kind}.xml`, content: `<w:${roots[kind]} ${namespaces}>${parts[kind]}</w:${roots[kind]}>` })),
    ...extra,
  ])
}

export const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
export const paragraph = (content: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`
export const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`
export const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
export const table = (columns: number, ...rows: string[]) =>
  `<w:tbl><w:tblGrid>${'<w:gridCol w:w="2000"/>'.repeat(columns)}</w:tblGrid>${rows.join('')}</w:tbl>`
