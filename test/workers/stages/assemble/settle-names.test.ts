import { expect, test } from 'vitest'
import { standardFor } from '../../../../rules/standards/index.ts'
import type { ParsedDocument, Recognition } from '../../../../schemas/document.ts'
import type { Reading } from '../../../../schemas/reading.ts'
import { settleNames } from '../../../../workers/stages/assemble/settle-names.ts'
import { classify } from '../../../../workers/stages/classify/index.ts'
import { extract } from '../../../../workers/stages/extract/index.ts'

const recognised = (read: string, others: string[], confidence: number): Recognition => ({ read, second: null, others, confidence })

/** A table of one value with its data source, printed or read from a picture. */
function reading(id: string, source: string, how?: Recognition): Reading {
  const rows = [
    ['指标', '单位', '2022年', '数据来源'],
    ['工业增加值', '亿元', '340.8', source],
  ]
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column) => ({
      ...{
        row: row + 1,
        column: column + 1,
        rowSpan: 1,
        columnSpan: 1,
        text,
        page: null,
        bbox: null,
        cell: null,
        number: null,
        formula: null,
      },
      confidence: 1,
      ...(how !== undefined && text === source ? { recognition: how, confidence: how.confidence } : {}),
    })),
  )
  const document: ParsedDocument = {
    ...{ file: `${id}.pdf`, sha256: '', format: 'pdf', status: 'parsed', problems: [], pages: 1, ocrPages: how === undefined ? 0 : 1 },
    ...{ title: null, runningHeads: [], hiddenSheets: [] },
    blocks: [{ kind: 'table', table: 1, caption: null, rows: 2, columns: 4, cells, page: null, sheet: null }],
  }
  return extract(id, document, classify(document), standardFor(null))
}

const sourceOf = (readings: readonly Reading[], at: number) => readings[at]?.facts[0]?.source?.text

test('a rare character that the engine held possible and the dossier prints is put in, and the fact tells so', () => {
  const scan = reading('d1', '临丰市统计局', recognised('临丰市统计局', ['临洋市统计局', '临沣市统计局'], 0.7))
  const settled = settleNames([scan, reading('d2', '临沣市统计局统计年鉴')], null)
  expect(sourceOf(settled, 0)).toBe('临沣市统计局')
  expect(settled[0]?.facts[0]?.recognition?.repairs).toMatchObject([{ from: '临丰市统计局', to: '临沣市统计局' }])
  expect(settled[0]?.facts[0]).toMatchObject({ raw: '340.8', value: '340.8' })
})

test('a character that was passed over is put back where the dossier prints the whole name, unless it would make another authority of it', () => {
  const scan = reading('d1', '临市统计局能源报表', recognised('临市统计局能源报表', [], 0.6))
  expect(sourceOf(settleNames([scan, reading('d2', '临沣市统计局能源报表')], null), 0)).toBe('临沣市统计局能源报表')
  expect(sourceOf(settleNames([scan, reading('d2', '临市区统计局能源报表')], null), 0)).toBe('临市统计局能源报表')
})

test('what the engine did not hold possible, read surely, or printed itself elsewhere stays: it may be a real difference', () => {
  const other = reading('d2', '临沣市统计局')
  expect(sourceOf(settleNames([reading('d1', '临江市统计局', recognised('临江市统计局', ['临汪市统计局'], 0.7)), other], null), 0)).toBe(
    '临江市统计局',
  )
  expect(sourceOf(settleNames([reading('d1', '临丰市统计局', recognised('临丰市统计局', ['临沣市统计局'], 0.97)), other], null), 0)).toBe(
    '临丰市统计局',
  )
  const scan = reading('d1', '临丰市统计局', recognised('临丰市统计局', ['临沣市统计局'], 0.7))
  expect(sourceOf(settleNames([scan, other, reading('d3', '临丰市统计局')], null), 0)).toBe('临丰市统计局')
})
