import { expect, test } from 'vitest'
import { makeDocx, paragraph } from '../make-docx.ts'
import { makeRawXlsx } from '../make-xlsx.ts'
import { makeZip } from '../make-zip.ts'
import { outline, parseBytes, tablesOf } from '../printed.ts'

const codesOf = async (bytes: Uint8Array) => {
  const { status, problems } = await parseBytes(bytes)
  return [status, ...problems.map(({ code }) => code)]
}
const megabyte = 1024 * 1024

test('a bomb is refused by its directory, and by counting where the directory lies', async () => {
  const filler = ' '.repeat(40 * megabyte)
  expect(await codesOf(makeDocx(filler))).toEqual(['failed', 'zip.bomb'])
  const lying = makeZip([{ name: 'word/document.xml', content: `<w:document>${filler}</w:document>`, claimedSize: 1000 }])
  expect(await codesOf(lying)).toEqual(['failed', 'zip.bomb'])
  expect(await codesOf(makeRawXlsx(`<sheetData>${filler}</sheetData>`))).toEqual(['failed', 'zip.bomb'])
})

test('paths that leave the archive are refused', async () => {
  expect(await codesOf(makeDocx(paragraph('甲'), {}, [{ name: '../../etc/passwd', content: 'x' }]))).toEqual(['failed', 'zip.path'])
})

test('an archive with more parts than any document has is refused by its directory', async () => {
  const parts = Array.from({ length: 20_001 }, (_, i) => ({ name: `word/media/${i}.bin`, content: '' }))
  expect(await codesOf(makeDocx(paragraph('甲'), {}, parts))).toEqual(['failed', 'zip.bomb'])
})

test('a symbolic link in an archive is refused', async () => {
  const link = { name: 'word/media/image1.png', content: '/etc/passwd', mode: 0o120777 }
  expect(await codesOf(makeDocx(paragraph('甲'), {}, [link]))).toEqual(['failed', 'zip.path'])
  expect(await codesOf(makeDocx(paragraph('甲'), {}, [{ ...link, mode: 0o100644 }]))).toEqual(['parsed'])
})

test('a DOCTYPE is refused in documents and workbooks, so that no entity is ever expanded', async () => {
  const doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
  const document = makeZip([
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0"?>${doctype}<w:document><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>`,
    },
  ])
  expect(await codesOf(document)).toEqual(['failed', 'ooxml.doctype'])
  const withDoctype = makeZip([
    {
      name: 'xl/workbook.xml',
      content:
        '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" r:id="r1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/></Relationships>',
    },
    { name: 'xl/s.xml', content: `${doctype}<worksheet><sheetData><row r="1"><c t="str"><v>&a;</v></c></row></sheetData></worksheet>` },
  ])
  expect(await codesOf(withDoctype)).toEqual(['failed', 'ooxml.doctype'])
})

test('macros are told and not run, linked files are not opened', async () => {
  const bytes = makeDocx(paragraph('正文。'), {}, [{ name: 'word/vbaProject.bin', content: 'x' }])
  expect(await codesOf(bytes)).toEqual(['parsed', 'ooxml.macros'])
})

test('a document that breaks off is read up to there', async () => {
  const whole = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('前文。')}<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙`
  const parsed = await parseBytes(makeZip([{ name: 'word/document.xml', content: whole }]))
  expect(parsed).toMatchObject({ status: 'partial', problems: [{ code: 'ooxml.malformed' }] })
  expect(outline(parsed)).toEqual(['paragraph: 前文。', 'table: -'])
})

test('a truncated file fails with a sentence that says what to do', async () => {
  const whole = makeDocx(paragraph('正文。'))
  const { status, problems } = await parseBytes(whole.subarray(0, whole.length - 60))
  expect(status).toBe('failed')
  expect(problems[0]?.message).toMatch(/^[^\n]*请[^\n]*。$/)
})

test('absurd nesting neither hangs nor overflows', async () => {
  const deep = (depth: number, open: string, close: string) => open.repeat(depth) + paragraph('底') + close.repeat(depth)
  const nested = deep(100, '<w:tbl><w:tr><w:tc>', '</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>')
  expect((await parseBytes(makeDocx(`${paragraph('正文。')}${nested}`))).status).not.toBe('failed')
  expect((await parseBytes(makeDocx(deep(50_000, '<w:sdt>', '</w:sdt>')))).problems[0]?.code).toBe('ooxml.malformed')
})

test('a merge over the whole sheet and cells beyond its edge cost nothing', async () => {
  const text = (reference: string, value: string) => `<c r="${reference}" t="str"><v>${value}</v></c>`
  const bytes = makeRawXlsx(
    `<sheetData><row r="1">${text('A1', '甲')}${text('B1', '乙')}</row><row r="2">${text('A2', '丙')}<c r="B2"><v>1</v></c></row><row r="99999999">${text('ZZZZ9', '远')}</row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
  )
  const parsed = await parseBytes(bytes)
  expect(tablesOf(parsed).every(({ rows, columns }) => rows <= 2 && columns <= 2)).toBe(true)
})
