import { describe, expect, it } from 'vitest'
import type { Block, Cell, Draft } from '../../../../variants/document.ts'
import { print } from '../../../../variants/print/index.ts'
import { parseBytes, tablesOf } from '../printed.ts'

const title = '云溪工业园区国家生态工业示范园区建设年度工作报告'
const lineOf = (index: number): Cell[] => [`指标${index}`, '吨', String(index * 10)]
const table = (rows: number, style: 'ruled' | 'three-line'): Block => ({
  kind: 'table',
  caption: '表1 指标',
  heads: 1,
  style,
  rows: [['名称', '单位', '数值'], ...Array.from({ length: rows }, (_, index) => lineOf(index + 1))],
})
const read = async (blocks: Block[]) => {
  const draft: Draft = {
    name: '报告.pdf',
    role: 'annual_report',
    year: null,
    facts: [],
    printer: 'pdf',
    blocks: [{ kind: 'title', text: title }, ...blocks],
  }
  return parseBytes(await print(draft))
}

describe('a table over pages', () => {
  it('goes on below a running head that stands on one page only, because it repeats the title', async () => {
    const [whole, ...others] = tablesOf(await read([table(50, 'three-line')]))
    expect(others).toEqual([])
    expect([whole?.rows, whole?.columns]).toEqual([51, 3])
  })

  it('keeps every rule between its rows, even where another page ends a table at the same height', async () => {
    for (const rows of [2, 3, 4]) {
      const [whole] = tablesOf(
        await read([table(55, 'ruled'), { kind: 'page' }, { ...table(rows, 'three-line'), caption: '表2 其他' } as Block]),
      )
      expect(whole?.rows).toBe(56)
      expect(whole?.cells.filter((cell) => cell.column === 3).map((cell) => cell.text)).toEqual([
        '数值',
        ...Array.from({ length: 55 }, (_, index) => String((index + 1) * 10)),
      ])
    }
  })
})
