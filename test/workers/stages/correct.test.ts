import { expect, test } from 'vitest'
import { standardFor } from '../../../rules/standards/index.ts'
import { readDocument } from '../../../workers/review.ts'
import { correct } from '../../../workers/stages/correct/index.ts'

const standard = standardFor(null)
const read = (name: string, text: string) => readDocument({ id: 'd1', name, bytes: Buffer.from(text) }, standard)
const cells = (rows: string[][]) =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`

test('nothing but the corrected fact changes, and the readings given stay as they are', async () => {
  const reading = await read(
    '报告.html',
    `<h1>2021年度工作报告</h1>${cells([
      ['指标', '2021年'],
      ['工业增加值（亿元）', '365.42'],
      ['综合能源消费总量（万吨标准煤）', '160.4'],
    ])}`,
  )
  const before = JSON.stringify(reading)
  const [corrected] = correct([reading], [{ fact: 'f1', raw: '356.42' }], standard)
  expect(corrected?.facts[0]).toMatchObject({
    value: '356.42',
    canonical: { value: '3564200' },
    interval: { low: '3564150', high: '3564250' },
  })
  expect(corrected?.facts.slice(1)).toEqual(reading.facts.slice(1))
  expect(JSON.stringify(reading)).toBe(before)
})

test('facts are counted through all readings, as the report counts them', async () => {
  const one = await read(
    '一.html',
    `<h1>2021年度工作报告</h1>${cells([
      ['指标', '2021年'],
      ['工业增加值（亿元）', '1.5'],
    ])}`,
  )
  const two = await read(
    '二.html',
    `<h1>2022年度工作报告</h1>${cells([
      ['指标', '2022年'],
      ['工业增加值（亿元）', '2.5'],
    ])}`,
  )
  const [first, second] = correct([one, two], [{ fact: 'f2', raw: '3.5亿元' }], standard)
  expect(first).toBe(one)
  expect(second?.facts[0]).toMatchObject({ value: '3.5', misread: { value: '2.5' } })
})

test('the same print is put right where it was read as a part of a sum or an input of a calculation too', async () => {
  const rows = [
    ['指标', '2021年'],
    ['工业增加值（亿元）', '8.50'],
    ['综合能源消费总量（万吨标准煤）', '2.30'],
  ]
  const reading = await read('报告.html', `<h1>2021年度工作报告</h1>${cells(rows)}`)
  const [value, energy] = reading.facts
  if (value === undefined || energy === undefined) throw new Error('two facts are printed')
  const span = { low: '8.495', high: '8.505' }
  const total = { label: '合计', raw: '8.50', interval: span, evidence: value.evidence }
  const part = { label: '甲', raw: '3.50', interval: { low: '3.495', high: '3.505' }, evidence: energy.evidence }
  const sum = { document: 'd1', label: '工业增加值', parts: [part], total, unit: '万元', completeness: 'all' as const }
  const print = { raw: '8.50', value: '8.50', unit: '亿元' }
  const result = { raw: '0.27', value: '0.27', unit: null, interval: { low: '0.265', high: '0.275' } }
  const calculation = {
    ...{ document: 'd1', subject: 'hj274.11', year: 2021, expression: '2.30/8.50=0.27' },
    ...{ inputs: [{ raw: '2.30', value: '2.30', unit: '亿元' }, print], result, evidence: value.evidence },
  }
  const [corrected] = correct([{ ...reading, sums: [sum], calculations: [calculation] }], [{ fact: 'f1', raw: '3.50' }], standard)
  // In the sum's own unit: 3.50 亿元 is 35000 万元, half a unit of its last digit either way.
  expect(corrected?.sums[0]?.total).toMatchObject({ raw: '3.50', interval: { low: '34950', high: '35050' } })
  expect(corrected?.sums[0]?.parts).toEqual([part])
  expect(corrected?.calculations[0]?.inputs).toEqual([calculation.inputs[0], { raw: '3.50', value: '3.50', unit: '亿元' }])
})
