import { expect, test } from 'vitest'
import { type SecondReader, secondRead } from '../../../workers/stages/second-read.ts'
import { document, evidence, fact } from '../../rules/rule-tester.ts'

const bytes = new Uint8Array()
const pdf = (...raws: [raw: string, page: number][]) =>
  document({ format: 'pdf', pages: 3, facts: raws.map(([raw, page]) => fact({ raw, confidence: 0.99, evidence: evidence({ page }) })) })
const sees =
  (pages: Record<number, string>): SecondReader =>
  async (_bytes, asked) =>
    new Map(asked.flatMap((page) => (pages[page] === undefined ? [] : [[page, pages[page]]])))

const confidences = async (reading: ReturnType<typeof pdf>, reader: SecondReader) =>
  (await secondRead(reading, bytes, reader)).facts.map(({ confidence }) => confidence)

test('a value whose digits the second reader does not see on its page is less sure', async () => {
  const reading = pdf(['356.42亿元', 1], ['356.42亿元', 2])
  expect(await confidences(reading, sees({ 1: '工业增加值 356.42 亿元', 2: '工业增加值 356.24 亿元' }))).toEqual([0.99, 0.8])
})

test('spaces, thousands marks and full-width digits make no difference', async () => {
  expect(await confidences(pdf(['1,508,165万元', 1], ['2３.5%', 1]), sees({ 1: '1 508,165\n万元 23 .5 ％' }))).toEqual([0.99, 0.99])
})

test('what the second reader cannot tell lowers nothing', async () => {
  expect(await confidences(pdf(['356.42亿元', 1]), sees({}))).toEqual([0.99])
  expect(await confidences(pdf(['356.42亿元', 1]), sees({ 1: '  ' }))).toEqual([0.99])
  expect(await confidences(pdf(['达标', 1], ['百分之三十', 1]), sees({ 1: '别的' }))).toEqual([0.99, 0.99])
  expect(await confidences(pdf(['356.42亿元', 1]), () => Promise.reject(new Error('no')))).toEqual([0.99])
})

test('only the pages that carry values are read again, each once, and only of PDFs', async () => {
  const asked: (readonly number[])[] = []
  const reader: SecondReader = async (_bytes, pages) => {
    asked.push(pages)
    return new Map()
  }
  await secondRead(pdf(['1', 3], ['2', 1], ['3', 3]), bytes, reader)
  await secondRead(document({ format: 'docx', facts: [fact()] }), bytes, reader)
  await secondRead(document({ format: 'pdf' }), bytes, reader)
  expect(asked).toEqual([[1, 3]])
})
