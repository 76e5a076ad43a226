import { expect, test } from 'vitest'
import { standardFor } from '../../../../rules/standards/index.ts'
import { readLabel } from '../../../../workers/stages/extract/label.ts'
import { vocabularyOf } from '../../../../workers/stages/extract/vocabulary.ts'

const vocabulary = vocabularyOf(standardFor(null))

test.each([
  ['工业增加值（亿元）', 'industrial_value_added', '亿元'],
  ['其中：高新技术企业工业总产值（万元）', 'hightech_output_value', '万元'],
  ['1、工业用水重复 利用率', 'hj274.15', null],
  ['综合能耗总量/吨标煤', 'energy_consumption', '吨标煤'],
  ['COD排放量/t', 'cod_emission', 't'],
  ['工业固体废物综合利用率1', 'hj274.6', null],
  ['万元工业增加值能耗', 'hj274.11', null],
  ['中水回用率', 'hj274.16', null],
  ['再生水（中水）回用率', 'hj274.16', null],
  ['工业固废（含危废）处置利用率', 'hj274.24', null],
  ['年末工业从业人员数（人）', 'industrial_employees', '人'],
  ['重点污染物稳定排放达标情况', 'hj274.17', null],
  ['2021年工业增加值', 'industrial_value_added', null],
  ['工业增加值（现价，亿元）', 'industrial_value_added', '亿元'],
  ['工业新水用量', 'freshwater_use', null],
  ['劳均工业增加值', 'hj274.2', null],
  ['万元增加值综合能耗（吨标煤）', 'hj274.11', '吨标煤'],
  ['外排工业废水总量', 'wastewater_discharge', null],
  ['高企产值占园区工业总产值比重', 'hj274.1', null],
  ['循环与重复用水量', 'reused_water', null],
  ['产出强度（单位工业用地面积工业增加值）', 'hj274.8', null],
  ['单位工业用地工业增加值/（亿元/平方公里）', 'hj274.8', '亿元/平方公里'],
  ['应实施强制性清洁生产审核的企业数', 'cleaner_production_due', null],
])('%s names %s in %s', (print, subject, unit) => {
  const label = readLabel(print, vocabulary)
  expect([label.subject, label.unit]).toEqual([subject, unit])
})

test.each([
  '规模以上工业增加值',
  '规上工业增加值',
  '高新技术产业产值',
  '绿地率',
  '取水量（万立方米）',
  '地区生产总值',
  '工业增加值增长率',
  '化学需氧量排放总量控制指标',
  '污水处理能力',
  '危险废物产生量',
  '单位工业总产值综合能耗',
  '人均工业总产值',
  '单位工业用地产值',
  '工业固废贮存量',
  '污水处理设施数量',
  '清洁生产审核费用',
  '工业增加值能耗下降率',
])('%s looks like a subject and is none', (print) => {
  expect(readLabel(print, vocabulary).subject ?? null).toBeNull()
})

test('year and price basis are read off the label', () => {
  expect(readLabel('2021年工业增加值（亿元，2019年不变价）', vocabulary)).toMatchObject({
    year: 2021,
    priceBasis: '2019年不变价',
    unit: '亿元',
  })
  expect(readLabel('工业总产值（当年价）', vocabulary)).toMatchObject({ priceBasis: '当年价', subject: 'industrial_output_value' })
})
