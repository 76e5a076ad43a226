import { describe, expect, test } from 'vitest'
import { readStandard } from '../../../../rules/standards/index.ts'
import type { Block, Cell, ParsedDocument, Recognition } from '../../../../schemas/document.ts'
import type { Identity } from '../../../../schemas/reading.ts'
import { extract } from '../../../../workers/stages/extract/index.ts'
import { repair } from '../../../../workers/stages/repair/index.ts'

const standard = readStandard('hj274-2015')
const identity: Identity = {
  ...{ role: 'acceptance_report', year: null, park: null, region: null, stage: 'acceptance', baseYear: 2018, finalYear: 2021 },
  ...{ datedOn: null, approvedOn: null, waterScarce: null, confidence: 1 },
}

/** A cell as recognised: its text, what the second reader saw, what else it may be. */
type Seen = string | { text: string; second?: string; others?: string[]; confidence?: number }

const recognitionOf = ({ text, second, others = [], confidence }: Exclude<Seen, string>): Recognition => ({
  read: text,
  second: second ?? null,
  others,
  confidence: confidence ?? (second === undefined || second === text ? 0.97 : 0.6),
})

const cellAt = (seen: Seen, row: number, column: number): Cell => {
  const one = typeof seen === 'string' ? { text: seen, second: seen } : seen
  const recognition = recognitionOf(one)
  return {
    ...{ row: row + 1, column: column + 1, rowSpan: 1, columnSpan: 1, text: one.text, page: 1, bbox: [0, 0, 9, 9], cell: null },
    ...{ number: null, formula: null, confidence: recognition.confidence, recognition },
  }
}

const documentOf = (blocks: Block[]): ParsedDocument => ({
  ...{ file: '验收报告.pdf', sha256: '', format: 'pdf', status: 'parsed', problems: [], pages: 1, ocrPages: 1, title: null },
  ...{ blocks, runningHeads: [], hiddenSheets: [] },
})

const scanOf = (rows: Seen[][]): ParsedDocument =>
  documentOf([
    {
      ...{ kind: 'table', table: 1, caption: null, rows: rows.length, columns: rows[0]?.length ?? 0, page: 1, sheet: null },
      cells: rows.flatMap((row, r) => row.map((seen, c) => cellAt(seen, r, c))),
    },
  ])

const factsOf = (document: ParsedDocument) => extract('d1', repair(document, identity, standard), identity, standard).facts
const find = (document: ParsedDocument, subject: string, year: number | null) =>
  factsOf(document).find((fact) => fact.subject === subject && fact.year === year)

const head = ['指标', '单位', '2018年', '2019年', '2020年', '2021年']

describe('knowledge decides between readings that look alike', () => {
  test('a raised figure misread in a unit: the subject tells which unit it is', () => {
    const scan = scanOf([head, ['单位工业增加值新鲜水耗', { text: 'm²/万元' }, '5.53', '5.20', '4.84', '4.47']])
    expect(find(scan, 'hj274.14', 2021)).toMatchObject({ value: '4.47', unit: 'm3/万元', canonical: { value: '4.47' } })
  })

  test('a unit of another size is a statement, whatever would fit better', () => {
    const scan = scanOf([head, ['工业增加值', { text: '元' }, '246.40', '280.11', '303.66', '339.38']])
    expect(find(scan, 'industrial_value_added', 2021)).toMatchObject({ unit: '元', canonical: { value: '0.033938' } })
  })

  test('a lost point comes back where one reader saw it and the row has so many decimals', () => {
    const lost = { text: '2244', second: '22.44', others: ['22.44'] }
    const fact = find(scanOf([head, ['中水回用率', '%', '21.07', '21.93', lost, '23.01']]), 'hj274.16', 2020)
    expect(fact).toMatchObject({ value: '22.44', recognition: { read: '2244', second: '22.44', repairs: [{ from: '2244', to: '22.44' }] } })
    expect(fact?.recognition?.repairs?.[0]?.why).toContain('2位小数')
  })

  test('a point that no reader saw is not made up: the misprint stays to be found', () => {
    const scan = scanOf([head, ['中水回用率', '%', '21.07', '21.93', { text: '2244', second: '2244' }, '23.01']])
    expect(find(scan, 'hj274.16', 2020)).toMatchObject({ value: '2244', confidence: 0.97 })
    expect(find(scan, 'hj274.16', 2020)?.recognition?.repairs).toBeUndefined()
  })

  test('readers at odds with nothing to decide between them: the first stands, and is not sure', () => {
    const scan = scanOf([head, ['中水回用率', '%', '21.07', '21.93', { text: '28.44', second: '23.44', others: ['23.44'] }, '23.01']])
    expect(find(scan, 'hj274.16', 2020)).toMatchObject({ value: '28.44', confidence: 0.6 })
  })

  test('letters and marks in a number are digits and points, and the value accuses nobody', () => {
    const scan = scanOf([head, ['中水回用率', '%', '21.07', '21.93', { text: '2O:44', second: '20.44' }, '23.01']])
    const fact = find(scan, 'hj274.16', 2020)
    expect(fact?.value).toBe('20.44')
    expect(fact?.confidence).toBeLessThan(0.9)
  })

  test('a point that may be a comma leaves the value in doubt, unless the row’s numbers have three decimals', () => {
    const persons = { text: '75.833', second: '75.833', others: ['75,833'] }
    const row = (...others: Seen[]) =>
      find(scanOf([head, ['工业企业年末从业人数', '人', persons, ...others]]), 'industrial_employees', 2018)
    expect(row('76,120', '77,004', '78,311')).toMatchObject({ value: '75.833', confidence: 0.6 })
    expect(row('76.120', '77.004', '78.311')).toMatchObject({ value: '75.833', confidence: 0.97 })
  })

  test('a unit that lost its 万 is none of another size', () => {
    const scan = scanOf([head, ['污水处理厂处理水量', { text: '万', others: ['方'] }, '1952.59', '1989.23', '2010.01', '2044.80']])
    expect(find(scan, 'sewage_treated', 2018)?.unit ?? null).not.toBe('方')
  })

  test('a number cut off behind its mark is none', () => {
    expect(
      find(scanOf([head, ['工业增加值', '万元', '7,574,', '8,021', '8,303', '8,411']]), 'industrial_value_added', 2018),
    ).toBeUndefined()
  })

  test('a sign before a reached value may be a part of a digit: it is not sure', () => {
    const scan = scanOf([head, ['工业固体废物综合利用量', '万吨', '31.022', '>2.770', '33.456', '34.019']])
    expect(find(scan, 'solid_waste_utilized', 2019)?.confidence).toBeLessThan(0.9)
  })
})

describe('a printed total', () => {
  const heap = (seen: Seen, total: Seen = '17290') =>
    scanOf([
      ['类别', '2021年产生量（吨）', '占比（%）'],
      ['粉煤灰', seen, '74.49'],
      ['炉渣', '4410', '25.51'],
      ['合计', total, '100'],
    ])
  const cellOf = (document: ParsedDocument, row: number) => {
    const [table] = repair(document, identity, standard).blocks
    return table?.kind === 'table' ? table.cells.find((cell) => cell.row === row && cell.column === 2) : undefined
  }

  test('tells which of two readings of a part is printed, as the parts tell of the total', () => {
    const part = cellOf(heap({ text: '12380', second: '12880' }), 2)
    expect(part).toMatchObject({ text: '12880', recognition: { read: '12380', repairs: [{ from: '12380', to: '12880' }] } })
    expect(part?.recognition?.repairs?.[0]?.why).toContain('合计')
    expect(part?.confidence).toBeLessThan(0.9)
    expect(cellOf(heap('12880', { text: '1729', second: '17290' }), 4)?.text).toBe('17290')
  })

  test('settles nothing where no reading makes it right, both readers agree, or two prints are in doubt', () => {
    expect(cellOf(heap({ text: '12380', second: '12830' }), 2)).toMatchObject({ text: '12380', confidence: 0.6 })
    expect(cellOf(heap({ text: '12380', others: ['12880'], second: '12380', confidence: 0.97 }), 2)?.text).toBe('12380')
    expect(cellOf(heap({ text: '12380', second: '12880' }, { text: '17290', second: '17280' }), 2)?.text).toBe('12380')
  })
})

describe('the Standard’s column', () => {
  const quoting = (print: Seen, others: string[]): ParsedDocument =>
    scanOf([
      ['指标', '单位', '标准值', '2021年'],
      ['资源再生利用产业增加值占园区工业增加值比例', '%', print, '31.20'],
      ['工业固体废物综合利用率', '%', others[0] ?? '', '91.02'],
      ['再生资源循环利用率', '%', others[1] ?? '', '88.51'],
    ])

  test('a sign read as a digit is the sign where the other limits have signs and the digits are the limit’s', () => {
    expect(find(quoting('230', ['≥70', '≥80']), 'hj274.4', null)).toMatchObject({ raw: '≥30', operator: '>=', value: '30' })
    expect(find(quoting({ text: 'M30' }, ['≥70', '≥80']), 'hj274.4', null)).toMatchObject({ operator: '>=', value: '30' })
  })

  test('limits printed without signs, and other digits than the limit’s, stay as they are', () => {
    expect(find(quoting('230', ['70', '80']), 'hj274.4', null)).toMatchObject({ value: '230', operator: null })
    expect(find(quoting('≥25', ['≥70', '≥80']), 'hj274.4', null)).toMatchObject({ value: '25', operator: '>=' })
  })
})

describe('names', () => {
  const named = (name: Seen): ParsedDocument => scanOf([head, [name, '吨标准煤/万元', '0.365', '0.352', '0.341', '0.330']])

  test('bind with a look-alike character, with another reading, and with a character lost within', () => {
    for (const name of [
      { text: '单位工业增加直综合能耗' },
      { text: '单位工业增加值综台能耗', others: ['单位工业增加值综合能耗'] },
      { text: '单位工业加值综合能耗' },
    ]) {
      const fact = find(named(name), 'hj274.11', 2021)
      expect(fact, name.text).toMatchObject({ value: '0.330' })
      expect(fact?.confidence, 'a guessed name accuses nobody').toBeLessThan(0.9)
    }
  })

  test('that may be another quantity do not bind', () => {
    for (const text of ['单位农业增加值综合能耗', '位工业增加值综合能耗率', '单位产品综合能耗'])
      expect(
        factsOf(named({ text })).filter(({ subject }) => subject === 'hj274.11'),
        text,
      ).toEqual([])
  })
})

test('in running text a lost raised figure comes back, and places of the letters behind it move along', () => {
  const text = '2021年单位工业增加值新鲜水耗为4.47m/万元。'
  const recognition = { read: text, second: null, others: [], confidence: 0.98 }
  const line = {
    start: 0,
    end: text.length,
    page: 1,
    bbox: [0, 0, text.length * 10, 10] as const,
    xs: [...text, ''].map((_, at) => at * 10),
  }
  const block: Block = {
    ...{ kind: 'paragraph', level: null, text, paragraph: 1, page: 1, lines: [{ ...line, bbox: [...line.bbox] }] },
    recognised: [{ start: 0, end: text.length, recognition }],
  }
  const [repaired] = repair(documentOf([block]), identity, standard).blocks
  expect(repaired).toMatchObject({ text: text.replace('m/', 'm3/') })
  const moved = repaired && 'lines' in repaired ? repaired.lines[0] : undefined
  expect(moved?.end).toBe(text.length + 1)
  expect(moved?.xs.length).toBe(text.length + 2)
  expect(moved?.xs.at(-1)).toBe(text.length * 10)
  expect(find(documentOf([block]), 'hj274.14', 2021)).toMatchObject({ value: '4.47' })
})

test('print that was not recognised stays as it is, faults and all', () => {
  const printed = scanOf([head, ['单位工业增加直综合能耗', 'm²/万元', '2O:44', '>1', '2244', '1']])
  const blocks = printed.blocks.map((block) =>
    block.kind === 'table' ? { ...block, cells: block.cells.map(({ recognition: _, ...cell }) => cell) } : block,
  )
  expect(repair({ ...printed, blocks }, identity, standard).blocks).toEqual(blocks)
})
