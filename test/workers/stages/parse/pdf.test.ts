import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Table } from '../../../../schemas/document.ts'
import { type ParsedPdf, parsePdf, secondReading } from '../../../../workers/stages/parse/pdf/index.ts'

const read = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, '../../../fixtures/pdf', `${name}.pdf`)))
/** These files are read from their text; a page that is a picture finds no reader here. */
const noReader = () => Promise.reject(new Error('no reader of pictures'))
const parse = (name: string) => parsePdf(read(name), noReader)

const tablesOf = (document: ParsedPdf) => document.blocks.filter((block): block is Table => block.kind === 'table')
const textsOf = (document: ParsedPdf, kind: string) =>
  document.blocks.flatMap((block) => (block.kind === kind && 'text' in block ? [block.text] : []))
const textAt = (table: Table | undefined, row: number, column: number) =>
  table?.cells.find((cell) => cell.row === row && cell.column === column)?.text
const rowOf = (table: Table | undefined, row: number) => table?.cells.filter((cell) => cell.row === row).map((cell) => cell.text)

describe('a ruled table', () => {
  it('keeps merged cells, joins wrapped ones without spaces, and takes its caption, unit and note', async () => {
    const document = await parse('ruled')
    const [table] = tablesOf(document)
    expect(document.status).toBe('parsed')
    expect(document.title).toBe('云溪工业园区年度工作报告')
    expect(table?.caption).toBe('表1 指标完成情况 单位：万元')
    expect([table?.rows, table?.columns]).toEqual([5, 4])
    expect(table?.cells.find((cell) => cell.text === '指标值')).toMatchObject({ row: 1, column: 3, rowSpan: 1, columnSpan: 2 })
    expect(table?.cells.find((cell) => cell.text === '资源节约')).toMatchObject({ row: 3, column: 1, rowSpan: 2, columnSpan: 1 })
    expect(table?.cells.find((cell) => cell.text === '合计')).toMatchObject({ row: 5, column: 1, columnSpan: 2 })
    expect(rowOf(table, 3)).toEqual(['资源节约', '单位工业增加值能耗下降率', '-1.7', '3,204'])
    expect(textsOf(document, 'note')).toEqual(['注：“—”为未统计。'])
  })

  it('reads headings and joins a paragraph over its lines, with a raised 2 in its place', async () => {
    const document = await parse('ruled')
    expect(textsOf(document, 'heading')).toEqual(['一、指标情况', '二、工作情况'])
    expect(textsOf(document, 'paragraph')).toContain(
      '园区工业增加值达到128.70亿元，单位工业增加值达到6.85亿元/km2，指标值下降率为-1.7%，园区工业年度工作指标情况见表1，单位指标值下降。',
    )
  })

  it('tells where every character of a paragraph stands', async () => {
    const document = await parse('ruled')
    const paragraph = document.blocks.find((block) => block.kind === 'paragraph' && block.text.startsWith('园区工业增加值'))
    if (paragraph?.kind !== 'paragraph') throw new Error('no such paragraph')
    const [first, second] = paragraph.lines
    expect(first?.start).toBe(0)
    expect(second?.start).toBe(first?.end)
    expect(second?.end).toBe(paragraph.text.length)
    for (const line of paragraph.lines) {
      expect(line.xs).toHaveLength(line.end - line.start + 1)
      expect(line.xs.every((x, index) => index === 0 || x >= (line.xs[index - 1] ?? 0))).toBe(true)
    }
    expect(second?.bbox[1]).toBeGreaterThan(first?.bbox[1] ?? 0)
  })
})

describe('tables without vertical lines', () => {
  it('reads a three-line table with a wrapped label', async () => {
    const [table] = tablesOf(await parse('open'))
    expect(table?.caption).toBe('表2 能源消费情况')
    expect(rowOf(table, 1)).toEqual(['指标名称', '单位', '2021年', '2022年'])
    expect(rowOf(table, 3)).toEqual(['可再生能源消费量占能源消费总量的比例', '%', '8.1', '9.4'])
    expect(rowOf(table, 4)).toEqual(['电力', '万千瓦时', '-12', '16'])
    expect(table?.rows).toBe(4)
  })

  it('reads a table with no rules at all, whatever its background', async () => {
    const table = tablesOf(await parse('open'))[1]
    expect(table?.caption).toBe('表3 排放情况')
    expect([table?.rows, table?.columns]).toEqual([4, 4])
    expect(rowOf(table, 4)).toEqual(['二氧化硫', '吨', '197.87', '-'])
  })
})

describe('tables over pages', () => {
  it('joins the parts, drops the repeated header and leaves running heads out of the body', async () => {
    const document = await parse('multi-page')
    const [table] = tablesOf(document)
    expect(document.pages).toBeGreaterThan(1)
    expect([table?.rows, table?.columns]).toEqual([61, 3])
    expect(rowOf(table, 61)).toEqual(['60', '云溪第60制造厂', '1413'])
    expect(new Set(table?.cells.map((cell) => cell.page)).size).toBeGreaterThan(1)
    expect(document.runningHeads).toContain('云溪工业园区年度工作报告')
    expect(document.blocks.some((block) => 'text' in block && /云溪工业园区年度|^- \d -$/.test(block.text))).toBe(false)
  })

  it('keeps tables apart whose captions go on in another unit', async () => {
    const captions = tablesOf(await parse('multi-page')).map((table) => [table.table, table.caption])
    expect(captions.slice(1)).toEqual([
      [2, '表5 基础数据（续1） 单位：亿元'],
      [3, '表5 基础数据（续2） 单位：人'],
    ])
  })
})

describe('a report from a word processor', () => {
  it('reads title, headings by level, and justified paragraphs without stray spaces', async () => {
    const document = await parse('office')
    expect(document.title).toBe('云溪工业园区建设国家生态工业示范园区验收报告')
    const headings = document.blocks.flatMap((block) => (block.kind === 'heading' ? [[block.level, block.text]] : []))
    expect(headings).toEqual([
      [1, '一、园区概况'],
      [2, '（一）指标完成情况'],
      [1, '二、基础数据'],
      [1, '三、重点项目'],
    ])
    const sentence =
      '园区坚持绿色发展，2022年工业增加值达到162.30亿元，比上年增长7.6%，单位工业增加值综合能耗为0.241吨标煤/万元，各项约束性指标均已完成，管理能力明显提升。'
    expect(textsOf(document, 'paragraph').filter((text) => text === sentence)).toHaveLength(4)
  })

  it('takes the line under the running head for no table, and the note under a table for a note', async () => {
    const document = await parse('office')
    expect(document.runningHeads).toEqual(['云溪工业园区验收报告', '第 1 页'])
    expect(tablesOf(document)).toHaveLength(3)
    expect(textsOf(document, 'note')).toEqual([
      '注：指标值按当年价格计算，其中可再生能源按等价值折算，未计入综合能耗总量的部分单独列示，其余数据取自园区统计年鉴。',
    ])
  })

  it('reads a two-level header and group cells over a page break', async () => {
    const [table] = tablesOf(await parse('office'))
    expect([table?.rows, table?.columns]).toEqual([32, 5])
    expect(table?.cells.find((cell) => cell.text === '指标值')).toMatchObject({ row: 1, column: 4, columnSpan: 2 })
    const groups = table?.cells.filter((cell) => /^类别\d/.test(cell.text)).map((cell) => [cell.row, cell.rowSpan])
    expect(groups).toEqual([3, 8, 13, 18, 23, 28].map((row) => [row, 5]))
    expect(textAt(table, 32, 5)).toBe('-29.5')
  })

  it('makes a row whole that a page break cuts', async () => {
    const table = tablesOf(await parse('office'))[2]
    expect(table?.rows).toBe(4)
    expect(textAt(table, 3, 2)).toBe('再生水厂工程')
    expect(textAt(table, 3, 3)).toMatch(/^按照规划要求.*到此为止。$/)
    expect(rowOf(table, 4)).toEqual(['3', '雨污分流工程', '新建管网。', '859'])
  })
})

describe('characters', () => {
  it('maps radicals to normal characters, keeps minus and superscript signs, and closes letter-spaced text', async () => {
    const document = await parse('letters')
    const [table] = tablesOf(document)
    expect(rowOf(table, 2)).toEqual(['综合能耗', '万吨标煤', '-1.7'])
    expect(rowOf(table, 3)).toEqual(['长期民目', 'm²', '≥15'])
    expect(textsOf(document, 'paragraph')).toEqual(['工业增加值总量', '面积12km2，其余未变'])
  })

  it('reads sideways text upright and places it on the page as displayed', async () => {
    const document = await parse('rotated')
    expect(textsOf(document, 'paragraph')).toEqual(['第一行文字放倒了', '数值为12.5万吨', '第一行文字放倒了', '数值为12.5万吨'])
    const [turnedPage, , sideways] = document.blocks.flatMap((block) => ('lines' in block ? [block.lines] : []))
    // The page of 595 × 842 is displayed turned: its text begins 150 from the left, 100 from the top.
    expect(turnedPage?.[0]?.bbox[0]).toBeCloseTo(150, 0)
    expect(turnedPage?.[0]?.bbox[3]).toBeCloseTo(102, 0)
    // Displayed as it is, the same text climbs from 842 - 150 = 692 upwards, one character after the other.
    expect(sideways?.[0]?.bbox[3]).toBeCloseTo(692, 0)
    expect(sideways?.[1]?.bbox[3]).toBeCloseTo(680, 0)
  })
})

describe('what cannot be read', () => {
  const codeOf = async (bytes: Uint8Array) => {
    const { status, problems, blocks } = await parsePdf(bytes, noReader)
    return [status, problems[0]?.code, blocks.length]
  }

  it('asks for a copy without password', async () => {
    const { status, problems } = await parse('encrypted')
    expect(status).toBe('failed')
    expect(problems).toEqual([{ code: 'pdf.encrypted', message: '文件有打开密码。请换成没有密码的副本。', page: null }])
  })

  it('tells empty, foreign and cut files', async () => {
    expect(await codeOf(new Uint8Array())).toEqual(['failed', 'file.empty', 0])
    expect(await codeOf(new TextEncoder().encode('这不是PDF文件'))).toEqual(['failed', 'pdf.not-a-pdf', 0])
    expect(await codeOf(read('ruled').subarray(0, 3000))).toEqual(['failed', 'pdf.truncated', 0])
    expect(await codeOf(new TextEncoder().encode(`%PDF-1.7\n${'junk '.repeat(100)}\n%%EOF`))).toEqual(['failed', 'pdf.damaged', 0])
  })

  it('names the pages whose recognition failed and reads the others', async () => {
    const { status, problems, blocks } = await parse('scan')
    expect(status).toBe('partial')
    expect(problems.map((problem) => [problem.code, problem.page])).toEqual([['page.unrecognised', 1]])
    expect(blocks).toMatchObject([{ kind: 'paragraph', text: '第二页有文字层。', page: 2 }])
  })
})

describe('the second reader', () => {
  it('gives the text of the pages asked for, on its own engine', async () => {
    const texts = await secondReading(read('ruled'), [1, 7])
    expect([...texts.keys()]).toEqual([1])
    expect(texts.get(1)).toContain('1,286.30')
  })

  it('gives nothing for a file that it cannot read', async () => {
    expect((await secondReading(read('encrypted'), [1])).size).toBe(0)
  })
})
