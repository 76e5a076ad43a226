import { describe, expect, it } from 'vitest'
import { cellsOf, parseBytes, tablesOf } from '../printed.ts'
import { type Cell, grid, type Layout, printTable } from './print-table.ts'

/** The cells as read of the page's only table. */
async function read(cells: readonly Cell[], layout: Layout): Promise<string[]> {
  const tables = tablesOf(await parseBytes(await printTable(cells, layout)))
  expect(tables).toHaveLength(1)
  return cellsOf(tables[0])
}

/** The same cells as they must be read. */
const printed = (cells: readonly Cell[]) =>
  [...cells]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(
      ({ row, column, rows = 1, columns = 1, lines }) =>
        `${row + 1},${column + 1}${rows > 1 || columns > 1 ? `+${rows},${columns}` : ''} ${lines.join('')}`,
    )

const wrapped = grid([
  ['考核指标', '单位', '2021年', '2022年', '数据来源'],
  ['高新技术企业总产值占园\\区工业总产值比例', '%', '45.16', '46.35', '市统计局《统计年\\报》'],
  ['人均工业增加值', '万元/人', '32.84', '34.63', '市统计局《统计年\\报》'],
  ['工业园区重点污染源稳\\定排放达标情况', '—', '达标', '达标', '市生态环境局环境\\统计年报'],
  ['污染物排放总量控制指标\\完成情况', '—', '全部完成', '全部完成', '市生态环境局环境\\统计年报'],
])
const narrow = [106, 44, 44, 44, 80]

describe('columns that stand close together without vertical rules', () => {
  it('are parted where every text of one column is on other lines than its neighbours', async () => {
    expect(await read(wrapped, { widths: narrow, heads: 1 })).toEqual(printed(wrapped))
  })

  it('are parted with rules between the rows, and two points between the cells', async () => {
    const layout: Layout = { widths: narrow.map((width) => width - 4), heads: 1, pad: 1, rules: 'rows' }
    expect(await read(wrapped, layout)).toEqual(printed(wrapped))
  })

  it('are parted whether cells are set from the left, from the right, or from the top', async () => {
    expect(await read(wrapped, { widths: narrow, heads: 1, align: 'left', valign: 'top' })).toEqual(printed(wrapped))
    expect(await read(wrapped, { widths: narrow, heads: 1, align: 'right' })).toEqual(printed(wrapped))
  })
})

describe('headings of a table without vertical rules', () => {
  it('are never joined over columns because they are wrapped', async () => {
    const cells = grid([
      ['年份', 'COD排放总量\\（吨）', '氨氮（NH3-N）\\排放量（吨）', '氮氧化物\\排放量\\（吨）'],
      ['2019年', '679.06', '70.16', '590.44'],
      ['2020年', '657.50', '68.44', '562.99'],
    ])
    expect(await read(cells, { widths: [40, 62, 68, 44], heads: 1 })).toEqual(printed(cells))
  })

  it('span the columns whose headings stand below them, however those are wrapped', async () => {
    const cells: Cell[] = [
      { lines: ['考核指标'], row: 0, column: 0, rows: 2 },
      { lines: ['单位'], row: 0, column: 1, rows: 2 },
      { lines: ['实际值'], row: 0, column: 2, columns: 3 },
      { lines: ['数据', '来源'], row: 0, column: 5, rows: 2 },
      { lines: ['2020', '年'], row: 1, column: 2 },
      { lines: ['2021年'], row: 1, column: 3 },
      { lines: ['2022年'], row: 1, column: 4 },
      ...grid(
        [
          ['人均工业增加值', '万元/人', '29', '31.33', '32.84', '年报'],
          ['工业用水重复利用率', '%', '83', '83.27', '83.62', '年报'],
          ['再生水回用率', '%', '27', '27.98', '28.62', '台账'],
        ],
        2,
      ),
    ]
    const widths = [90, 44, 26, 44, 44, 30]
    expect(await read(cells, { widths, heads: 2 })).toEqual(printed(cells))
    expect(await read(cells, { widths, heads: 2, valign: 'top' })).toEqual(printed(cells))
  })

  it('keep a row of units apart from the names above it', async () => {
    const cells: Cell[] = [
      { lines: ['年份'], row: 0, column: 0, rows: 2 },
      { lines: ['综合能源消费量'], row: 0, column: 1 },
      { lines: ['碳排放总量'], row: 0, column: 2 },
      { lines: ['吨标准煤'], row: 1, column: 1 },
      { lines: ['吨'], row: 1, column: 2 },
      ...grid(
        [
          ['2019年', '1264556', '2976360'],
          ['2020年', '1292685', '3058320'],
        ],
        2,
      ),
    ]
    expect(await read(cells, { widths: [60, 110, 110], heads: 2 })).toEqual(printed(cells))
  })
})

describe('groups of rows without rules', () => {
  it('hold the rows around whose middle their name stands', async () => {
    const cells: Cell[] = [
      ...grid([['类别', '指标', '单位', '数值']]),
      { lines: ['经济发展'], row: 1, column: 0, rows: 3 },
      ...['总产值', '增加值', '人均工业增加值'].flatMap((name, index): Cell[] => line(index + 1, name)),
      { lines: ['资源节约'], row: 4, column: 0, rows: 2 },
      ...['综合能耗', '新鲜水耗'].flatMap((name, index): Cell[] => line(index + 4, name)),
    ]
    const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column)
    expect(await read(ordered, { widths: [60, 110, 70, 70], heads: 1 })).toEqual(printed(cells))
  })
})

const line = (row: number, name: string): Cell[] => [
  { lines: [name], row, column: 1 },
  { lines: ['%'], row, column: 2 },
  { lines: [`${row}.5`], row, column: 3 },
]
