import exceljs from 'exceljs'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { writeXlsx } from '../../../../workers/stages/report/index.ts'
import { fact } from './sample-facts.ts'
import { regulation, sampleReport } from './sample-report.ts'

const open = async (bytes: Uint8Array) => {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0])
  return workbook
}
const formulas = ['=HYPERLINK("http://evil.example","x")', '+1+1', '-1+cmd|calc!A1', '@SUM(A1)', '\t=1+1', '\r=1']

let workbook = new exceljs.Workbook()
beforeAll(async () => {
  const hostile = formulas.map((raw, at) =>
    fact({ id: `h${at}`, document: 'd5', subject: raw, year: 2022, raw, text: raw, evidence: { text: raw } }),
  )
  const long = fact({
    id: 'long',
    document: 'd5',
    subject: 'park_area',
    year: 2022,
    raw: '12345678901234567.5',
    value: '12345678901234567.5',
    evidence: {},
  })
  workbook = await open(await writeXlsx({ ...sampleReport, facts: [...sampleReport.facts, ...hostile, long] }, regulation))
})

/** A cell by its sheet, the id in the row's first column, and the column's title. */
function cell(sheet: string, id: string | number, title: string): exceljs.Cell {
  const rows = workbook.getWorksheet(sheet)
  const titles = (rows?.getRow(1).values ?? []) as string[]
  const found = rows?.getRows(2, rows.rowCount)?.find((row) => row.getCell(1).value === id)
  if (found === undefined) throw new Error(`no row ${id} in ${sheet}`)
  return found.getCell(titles.indexOf(title))
}

afterEach(() => void vi.useRealTimers())

it('has five sheets, each with a frozen, filtered header', () => {
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['核查发现', '数据', '指标判定', '检查记录', '材料'])
  for (const sheet of workbook.worksheets) {
    expect(sheet.autoFilter).toMatch(/^A1:[A-Z]+1$/)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  }
})

describe('text that looks like a formula', () => {
  it('is stored as text, in a cell of text format', () => {
    formulas.forEach((raw, at) => {
      const stored = cell('数据', `h${at}`, '印（原文）')
      expect(stored.type).toBe(exceljs.ValueType.String)
      expect(stored.value).toBe(raw.replace(/[\t\r]/g, ' '))
      expect(stored.numFmt).toBe('@')
    })
  })

  it('makes no formula and no link anywhere', () => {
    const kinds = new Set<number>()
    for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell((one) => kinds.add(one.type)))
    expect(kinds).not.toContain(exceljs.ValueType.Formula)
    expect(kinds).not.toContain(exceljs.ValueType.Hyperlink)
  })
})

describe('numbers', () => {
  it('are numbers, shown with the digits that are printed', () => {
    const value = cell('数据', 'd5-freshwater_use-2019', '数值')
    expect(value.value).toBe(1702)
    expect(value.numFmt).toBe('0.0')
    expect(cell('数据', 'd5-freshwater_use-2019', '印（原文）').value).toBe('1702.0')
  })

  it('stay text where a sheet could not hold every digit', () => {
    expect(cell('数据', 'long', '数值').value).toBe('12345678901234567.5')
  })
})

it('tells findings by the numbers of the other reports, with places and cause', () => {
  expect(cell('核查发现', 11, '发现').value).toContain('2021年工业增加值')
  expect(cell('核查发现', 11, '乙：位置').value).toContain('2021年度工作报告.pdf 第12页')
  expect(cell('核查发现', 11, '可能原因').value).toBe('相邻数字颠倒')
})

it('gives the same bytes for the same report, at any time', async () => {
  const first = await writeXlsx(sampleReport, regulation)
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-04-05T06:07:08Z') })
  expect(Buffer.compare(await writeXlsx(sampleReport, regulation), first)).toBe(0)
})

it('writes thousands of facts, none lost', async () => {
  const [one] = sampleReport.facts
  const facts = Array.from({ length: 4_000 }, (_, at) => ({ ...(one as NonNullable<typeof one>), id: `g${at}` }))
  const big = await open(await writeXlsx({ ...sampleReport, facts }, regulation))
  expect(big.getWorksheet('数据')?.rowCount).toBe(4_001)
}, 60_000)
