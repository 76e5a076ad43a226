import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { cellsOf, outline, parseBytes, tablesOf } from '../printed.ts'

const read = (body: string) =>
  parseBytes(Buffer.from(`<!DOCTYPE html><html><head><title>验收报告</title><style>p{}</style></head><body>${body}</body></html>`))

test('headings, paragraphs and tables are read as a reader sees them', async () => {
  const parsed = await read(`
    <h1>一、概况</h1><p>面积<b>12.5</b>平方公里，<br>东至东环路。</p><script>var x = 1</script><p style="display:none">隐藏</p>
    <div>水耗10<sup>4</sup>m<sup>3</sup></div>
    <table><caption>表1 指标</caption><thead><tr><th rowspan="2">指标</th><th colspan="2">2021年</th></tr><tr><th>目标</th><th>实际</th></tr></thead>
    <tbody><tr><td>能耗</td><td>0.40</td><td>0.361</td></tr></tbody></table><p>注：不变价。</p>`)
  expect(parsed).toMatchObject({ format: 'html', title: '验收报告' })
  expect(outline(parsed)).toEqual([
    'heading1: 一、概况',
    'paragraph: 面积12.5平方公里，',
    'paragraph: 东至东环路。',
    'paragraph: 水耗10⁴m³',
    'table: 表1 指标',
    'note: 注：不变价。',
  ])
  expect(cellsOf(tablesOf(parsed)[0])).toEqual([
    '1,1+2,1 指标',
    '1,2+1,2 2021年',
    '2,2 目标',
    '2,3 实际',
    '3,1 能耗',
    '3,2 0.40',
    '3,3 0.361',
  ])
})

test('nested tables follow, layout tables vanish, a named charset counts', async () => {
  const parsed = await read('<table><tr><td><p>正文在版面表格里</p><table><tr><td>甲</td><td>1</td></tr></table></td></tr></table>')
  expect(outline(parsed)).toEqual(['paragraph: 正文在版面表格里', 'table: -'])
  const gbk = await parseBytes(iconv.encode('<html><head><meta charset="gb2312"></head><body><p>工业增加值</p></body></html>', 'gbk'))
  expect(outline(gbk)).toEqual(['paragraph: 工业增加值'])
})

test('hostile spans and nesting neither hang nor overflow', async () => {
  const wide = await read('<table><tr><td colspan="99999999" rowspan="99999999">甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>')
  expect(tablesOf(wide)[0]?.rows).toBe(2)
  expect(tablesOf(wide)[0]?.columns).toBeLessThan(1_100)
  const deep = await read(`${'<div>'.repeat(20_000)}底${'</div>'.repeat(20_000)}<p>后文</p>`)
  expect(deep.status).not.toBe(undefined)
})
