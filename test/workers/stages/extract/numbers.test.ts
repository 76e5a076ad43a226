import { describe, expect, test } from 'vitest'
import { normalise } from '../../../../rules/engine/normalise.ts'
import { readNumberCell, readNumbers } from '../../../../workers/stages/extract/numbers.ts'

const read = (print: string) =>
  readNumbers(normalise(print).text).map(
    (number) => `${number.operator ?? ''}${number.approximate ? '约' : ''}${number.value}${number.unit ?? ''}${number.range ? '…' : ''}`,
  )

test.each([
  ['工业增加值356.42亿元，比上年增长8.1%', ['356.42亿元', '8.1%']],
  ['1，234，567吨', ['1234567吨']],
  ['排放１２．５ｔ', ['12.5t']],
  ['约228.99万元', ['约228.99万元']],
  ['用水近300万立方米', ['约300万立方米']],
  ['企业120余家', ['约120']],
  ['26%～46%之间', ['26%…', '46%…']],
  ['0.3—0.5', ['0.3…', '0.5…']],
  ['弹性系数为-0.462', ['-0.462']],
  ['负增长，为−3.2％', ['-3.2%']],
  ['CO2排放92.22万吨，PM2.5达标', ['92.22万吨']],
  ['不低于15%', ['>=15%']],
  ['≤0.5吨标准煤/万元', ['<=0.5吨标准煤/万元']],
  ['31.98万元/人', ['31.98万元/人']],
])('%s', (print, numbers) => {
  expect(read(print)).toEqual(numbers)
})

test("the hyphen in a standard's number is no minus", () => {
  expect(read('按HJ 274-2015')).toEqual(['274…', '2015…'])
})

describe('a whole cell', () => {
  test.each([
    ['1 234.5', '1234.5'],
    ['≥30', '30'],
    ['35.4（吨）', '35.4'],
    ['100.0', '100.0'],
    ['8.1%*', '8.1'],
  ])('%s states %s', (print, value) => {
    expect(readNumberCell(normalise(print).text)?.value).toBe(value)
  })
  test.each(['126/665.9', '2020—2021年', '企业3号', '达标', '2021年', '12月15日'])('%s states no one number', (print) => {
    expect(readNumberCell(normalise(print).text)).toBeUndefined()
  })
})
