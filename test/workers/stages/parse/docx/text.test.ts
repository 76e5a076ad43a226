import { expect, test } from 'vitest'
import { cell, makeDocx, paragraph, row, run, table } from '../make-docx.ts'
import { cellsOf, outline, parseBytes, tablesOf } from '../printed.ts'

const only = async (body: string) => outline(await parseBytes(makeDocx(body)))

test('deleted text is gone, inserted text is there', async () => {
  const body = paragraph(
    `${run('工业增加值为')}<w:del><w:r><w:delText>999.99</w:delText></w:r></w:del><w:ins>${run('356.42')}</w:ins>${run('亿元。')}<w:moveFrom>${run('移走')}</w:moveFrom><w:moveTo>${run('移来')}</w:moveTo>`,
  )
  expect(await only(body)).toEqual(['paragraph: 工业增加值为356.42亿元。移来'])
})

test('a deleted paragraph mark joins two paragraphs, a deleted row is no row', async () => {
  const joined = `${paragraph('工业增加值', '<w:rPr><w:del/></w:rPr>')}${paragraph('为356.42亿元。')}`
  const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${cell('旧')}${cell('1')}</w:tr>`
  const parsed = await parseBytes(makeDocx(`${joined}${table(2, row(cell('新'), cell('2')), deleted)}`))
  expect(outline(parsed)[0]).toBe('paragraph: 工业增加值为356.42亿元。')
  expect(cellsOf(tablesOf(parsed)[0])).toEqual(['1,1 新', '1,2 2'])
})

test('hidden and struck text is not read', async () => {
  const body = paragraph(
    `${run('可见')}${run('隐藏', '<w:vanish/>')}${run('划去', '<w:strike/>')}${run('仍可见', '<w:vanish w:val="0"/>')}`,
  )
  expect(await only(body)).toEqual(['paragraph: 可见仍可见'])
})

test('a field gives its result only, and one that never ends swallows nothing', async () => {
  const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
  const good = paragraph(
    `${run('共')}${field('begin')}<w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r>${field('separate')}${run('12')}${field('end')}${run('页')}`,
  )
  const broken = paragraph(`${run('甲')}${field('begin')}<w:r><w:instrText>REF x</w:instrText></w:r>`)
  expect(await only(`${good}${broken}${paragraph('后文仍在。')}`)).toEqual(['paragraph: 共12页', 'paragraph: 甲', 'paragraph: 后文仍在。'])
})

test('raised digits stay raised, so that a power is never read as more digits', async () => {
  const up = '<w:vertAlign w:val="superscript"/>'
  const body = paragraph(
    `${run('10')}${run('4', up)}${run('m')}${run('3', up)}${run('，CO')}${run('2', '<w:vertAlign w:val="subscript"/>')}`,
  )
  expect(await only(body)).toEqual(['paragraph: 10⁴m³，CO2'])
})

test('signs of symbol fonts and ticked boxes are read as what they look like', async () => {
  const body = paragraph(
    '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r><w:r><w:t>30，是</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
  )
  expect(await only(body)).toEqual(['paragraph: ≥30，是☑'])
})

test('an equation becomes one line that keeps its meaning', async () => {
  const text = (value: string) => `<m:r><m:t>${value}</m:t></m:r>`
  const fraction = `<m:f><m:num>${text('128.70+1')}</m:num><m:den>${text('356.42')}</m:den></m:f>`
  const power = `<m:sSup><m:e><m:d><m:e>${text('1+r')}</m:e></m:d></m:e><m:sup>${text('1/3')}</m:sup></m:sSup>`
  expect(await only(`<w:p><m:oMath>${fraction}${text('=')}${power}</m:oMath></w:p>`)).toEqual(['paragraph: (128.70+1)/356.42=(1+r)^(1/3)'])
})

test('a text box is read once, after its paragraph, with its tables', async () => {
  const box = `<w:txbxContent>${paragraph('框中文字')}${table(2, row(cell('甲'), cell('1')))}</w:txbxContent>`
  const alternate = `<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box}</v:textbox></mc:Fallback></mc:AlternateContent>`
  const empty = '<mc:AlternateContent><mc:Choice Requires="wps"/><mc:Fallback><w:t>只有后备</w:t></mc:Fallback></mc:AlternateContent>'
  expect(await only(`${paragraph(`<w:r><w:t>外文</w:t>${alternate}</w:r>`)}${paragraph(`<w:r>${empty}</w:r>`)}`)).toEqual([
    'paragraph: 外文',
    'paragraph: 框中文字',
    'table: -',
    'paragraph: 只有后备',
  ])
})

test('footnotes follow the block that refers to them; headers and footers stand apart', async () => {
  const footnotes = `<w:footnote w:type="separator" w:id="0">${paragraph('——')}</w:footnote><w:footnote w:id="2">${paragraph('数据来自统计年鉴。')}</w:footnote>`
  const body = `${paragraph(`${run('增加值356亿元')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('。')}`)}${paragraph('后文。')}`
  const header = paragraph('某开发区验收报告')
  const footer = `${paragraph('第 3 页 共 12 页')}${paragraph('- 3 -')}`
  const parsed = await parseBytes(makeDocx(body, { footnotes, header, footer }))
  expect(outline(parsed)).toEqual(['paragraph: 增加值356亿元。', 'note: 数据来自统计年鉴。', 'paragraph: 后文。'])
  expect(parsed.runningHeads).toEqual(['某开发区验收报告'])
})

test('a break after a sentence parts paragraphs, elsewhere it is a blank', async () => {
  expect(await only(paragraph('<w:r><w:t>第一句。</w:t><w:br/><w:t>第二</w:t><w:br/><w:t>句。</w:t></w:r>'))).toEqual([
    'paragraph: 第一句。',
    'paragraph: 第二 句。',
  ])
})

test('documents written with other prefixes read the same', async () => {
  const bytes = makeDocx('<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>')
  expect((await parseBytes(bytes)).status).toBe('failed')
  const renamed = Buffer.from(
    `<ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><ns0:body><ns0:p><ns0:pPr><ns0:outlineLvl ns0:val="0"/></ns0:pPr><ns0:r><ns0:t>标题</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>`,
  )
  const { makeZip } = await import('../make-zip.ts')
  expect(outline(await parseBytes(makeZip([{ name: 'word/document.xml', content: renamed }])))).toEqual(['heading1: 标题'])
})

test('pages are counted by breaks, and text in pictures only is told', async () => {
  const pages = await parseBytes(makeDocx(`${paragraph('一页')}${paragraph('<w:r><w:br w:type="page"/></w:r>')}${paragraph('二页')}`))
  expect(pages.pages).toBe(2)
  const picture = '<w:p><w:r><w:drawing><pic:pic xmlns:pic="x"/></w:drawing></w:r></w:p>'
  const scanned = await parseBytes(makeDocx(picture.repeat(3)))
  expect(scanned).toMatchObject({ status: 'failed', problems: [{ code: 'docx.pictures' }] })
  expect(scanned.problems[0]?.message).toContain('3 张图片')
})
