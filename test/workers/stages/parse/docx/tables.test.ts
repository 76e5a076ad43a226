import { expect, test } from 'vitest'
import { cell, makeDocx, paragraph, row, table } from '../make-docx.ts'
import { cellsOf, outline, parseBytes, tablesOf } from '../printed.ts'

const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`
const down = '<w:vMerge w:val="restart"/>'
const on = '<w:vMerge/>'

test('cells keep their spans across columns and rows', async () => {
  const body = table(
    4,
    row(cell('指标', down), cell('单位', down), cell('2021年', span(2))),
    row(cell('', on), cell('', on), cell('目标值'), cell('实际值')),
    row(cell('能耗'), cell('吨标煤/万元'), cell('0.40'), cell('0.361')),
  )
  const [first] = tablesOf(await parseBytes(makeDocx(body)))
  expect(first).toMatchObject({ rows: 3, columns: 4, table: 1 })
  expect(cellsOf(first)).toEqual([
    '1,1+2,1 指标',
    '1,2+2,1 单位',
    '1,3+1,2 2021年',
    '2,3 目标值',
    '2,4 实际值',
    '3,1 能耗',
    '3,2 吨标煤/万元',
    '3,3 0.40',
    '3,4 0.361',
  ])
})

test('slivers left by dragging borders are no columns, and made-up equal widths lose none', async () => {
  const ragged = `<w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="40"/><w:gridCol w:w="2000"/></w:tblGrid>${row(cell('指标', span(2)), cell('值'))}${row(cell('能耗'), cell('0.36', span(2)))}</w:tbl>`
  const narrow = `<w:tbl><w:tblGrid>${'<w:gridCol w:w="100"/>'.repeat(3)}</w:tblGrid>${row(cell('甲'), cell('乙'), cell('丙'))}${row(cell('1'), cell('2'), cell('3'))}</w:tbl>`
  const [first, second] = tablesOf(await parseBytes(makeDocx(`${ragged}${paragraph('隔开')}${narrow}`)))
  expect(cellsOf(first)).toEqual(['1,1 指标', '1,2 值', '2,1 能耗', '2,2 0.36'])
  expect(second).toMatchObject({ columns: 3, rows: 2 })
})

test('the lines above a table become its caption, the line below its note', async () => {
  const data = table(2, row(cell('项目'), cell('2021年')), row(cell('工业增加值'), cell('356.42')))
  const body = [
    paragraph('指标完成情况如下表所示：'),
    paragraph('表4-1 基础数据'),
    paragraph('单位：亿元'),
    data,
    paragraph('注：按2020年不变价计算。'),
    paragraph('正文继续。'),
    paragraph('主要污染物排放情况一览表（单位：吨）'),
    data,
    paragraph('没有表题的表格前面是普通句子。'),
    data,
  ].join('')
  expect(outline(await parseBytes(makeDocx(body)))).toEqual([
    'paragraph: 指标完成情况如下表所示：',
    'table: 表4-1 基础数据 单位：亿元',
    'note: 注：按2020年不变价计算。',
    'paragraph: 正文继续。',
    'table: 主要污染物排放情况一览表（单位：吨）',
    'paragraph: 没有表题的表格前面是普通句子。',
    'table: -',
  ])
})

test('a table inside a cell follows as a table of its own, a one-cell table is only a frame', async () => {
  const inner = table(2, row(cell('内'), cell('1')), row(cell('外'), cell('2')))
  const outer = table(2, row(cell('说明'), cell(`${paragraph('见右')}${inner}${paragraph('完')}`)), row(cell('甲'), cell('乙')))
  const framed = table(1, row(cell(`${paragraph('框内文字')}${inner}`)))
  const parsed = await parseBytes(makeDocx(`${outer}${paragraph('间隔')}${framed}`))
  expect(outline(parsed)).toEqual(['table: -', 'table: -', 'paragraph: 间隔', 'paragraph: 框内文字', 'table: -'])
  expect(cellsOf(tablesOf(parsed)[0])).toEqual(['1,1 说明', '1,2 见右\n完', '2,1 甲', '2,2 乙'])
  expect(tablesOf(parsed).map(({ table: number }) => number)).toEqual([1, 2, 3])
})

test('a line break in a cell stays a line break', async () => {
  const broken = paragraph('<w:r><w:t>126.5</w:t><w:br/><w:t>130.2</w:t><w:tab/><w:t>吨</w:t></w:r>')
  const [first] = tablesOf(await parseBytes(makeDocx(table(2, row(cell('排放'), cell(broken))))))
  expect(first?.cells[1]?.text).toBe('126.5\n130.2 吨')
})

test('a span that no table could have does not make a table of that size', async () => {
  const body = table(1, row(cell('甲', span(999_999_999)), cell('乙')), row(cell('丙'), cell('丁')))
  const [first] = tablesOf(await parseBytes(makeDocx(body)))
  expect(first?.columns).toBeLessThanOrEqual(200)
})
