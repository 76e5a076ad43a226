import { expect, test } from 'vitest'
import { cell, makeDocx, paragraph, row, table } from '../make-docx.ts'
import { cellsOf, outline, parseBytes, tablesOf } from '../printed.ts'

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const numbering = `
  <w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '●')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
const list = (num: number, at: number) => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${num}"/></w:numPr>`

test('list numbers are printed as Word prints them, nested, restarted and in Chinese', async () => {
  const body = [
    paragraph('概况', list(1, 0)),
    paragraph('位置', list(1, 1)),
    paragraph('四至', list(1, 2)),
    paragraph('面积', list(1, 2)),
    paragraph('机构', list(1, 1)),
    paragraph('指标', list(1, 0)),
    paragraph('能耗', list(1, 1)),
    paragraph('要点', list(2, 0)),
    paragraph('附录重新编号', list(3, 0)),
  ].join('')
  expect(outline(await parseBytes(makeDocx(body, { numbering }))).map((line) => line.replace(/^\w+: /, ''))).toEqual([
    '一、概况',
    '（一）位置',
    '1.1.1 四至',
    '1.1.2 面积',
    '（二）机构',
    '二、指标',
    '（一）能耗',
    '要点',
    '一、附录重新编号',
  ])
})

test('a column of automatic numbers is read as the numbers', async () => {
  const body = table(
    2,
    row(cell('序号'), cell('指标')),
    row(cell(paragraph('<w:r/>', list(1, 0))), cell('能耗')),
    row(cell(paragraph('<w:r/>', list(1, 0))), cell('水耗')),
  )
  const [first] = tablesOf(await parseBytes(makeDocx(body, { numbering })))
  expect(cellsOf(first)).toEqual(['1,1 序号', '1,2 指标', '2,1 一', '2,2 能耗', '3,1 二', '3,2 水耗'])
})

test('a heading style that is bound to a list gets its level from the list', async () => {
  const bound = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1', '<w:pStyle w:val="h1"/>')}${level(1, 'decimal', '%1.%2', '<w:pStyle w:val="h2"/>')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>`
  const styles = [1, 2]
    .map(
      (at) =>
        `<w:style w:type="paragraph" w:styleId="h${at}"><w:name w:val="heading ${at}"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>`,
    )
    .join('')
  const body = ['h1', 'h2', 'h2', 'h1'].map((id, at) => paragraph(`标题${at}`, `<w:pStyle w:val="${id}"/>`)).join('')
  expect(outline(await parseBytes(makeDocx(body, { numbering: bound, styles })))).toEqual([
    'heading1: 1 标题0',
    'heading2: 1.1 标题1',
    'heading2: 1.2 标题2',
    'heading1: 2 标题3',
  ])
})
