import { describe, expect, test } from 'vitest'
import type { Recognition } from '../../../../schemas/document.ts'
import type { Report } from '../../../../schemas/report.ts'
import { doubtfulReadings } from '../../../../workers/stages/report/doubtful-readings.ts'
import { writeHtml } from '../../../../workers/stages/report/index.ts'
import { regulation, sampleReport } from './sample-report.ts'

const [first, ...rest] = sampleReport.facts
if (first === undefined) throw new Error('no facts')
const readAs = (at: number, recognition: Partial<Recognition>, over: Partial<Report['facts'][number]> = {}) => ({
  ...(sampleReport.facts[at] ?? first),
  ...{ confidence: recognition.confidence ?? 0.97, ...over },
  recognition: { read: '', second: null, others: [], confidence: 0.97, ...recognition },
})
const reportOf = (facts: Report['facts']): Report => ({
  ...sampleReport,
  facts,
  documents: sampleReport.documents.map((one) => ({
    ...one,
    ...(one.id === 'd2' ? { ocrPages: 24, weakPages: [{ page: 11, numbers: 40, doubtful: 9, words: 0.81 }] } : { ocrPages: 0 }),
  })),
})
const seen = (page: string) => page.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*>/g, '')
const write = async (facts: Report['facts']) => seen(await writeHtml(reportOf(facts), () => Promise.resolve(null), regulation))

describe('what was read from pictures', () => {
  test('names the pages that a person should look at, and every doubtful value with what else was read', async () => {
    const page = await write([readAs(0, { confidence: 0.6, second: '258.48', others: ['258.48', '258.4<8'] }), ...rest])
    expect(page).toContain('24 页按图像识读')
    expect(page).toContain('第11页读得不清')
    expect(page).toMatch(/第 11 页\s*40\s*9\s*81%/)
    expect(page).toContain('另读 258.48、258.4&lt;8')
    expect(page).toContain('存疑 0.60')
  })

  test('tells what was changed and why', async () => {
    const repairs = [{ from: 'm²/万元', to: 'm3/万元', why: '“m²/万元”不是它的单位' }]
    const page = await write([readAs(0, { repairs }), ...rest])
    expect(page).toContain('原读 m²/万元，改读 m³/万元')
    expect(page).toContain('“m²/万元”不是它的单位')
  })

  test('a dossier without pictures has no such section', async () => {
    const page = await writeHtml(
      sampleReport.documents.some(({ ocrPages }) => ocrPages > 0) ? noScans : sampleReport,
      () => Promise.resolve(null),
      regulation,
    )
    expect(page).not.toContain('id="scans"')
  })

  test('unsure values come before repaired ones, reached ones before quotations, and a row tells a shared repair once', () => {
    const repairs = [{ from: 'a', to: 'b', why: 'c' }]
    const found = doubtfulReadings(
      reportOf([
        readAs(0, { repairs }, { id: 'r1' }),
        readAs(0, { repairs }, { id: 'r2' }),
        readAs(1, { confidence: 0.5 }, { id: 'limit', kind: 'standard' }),
        readAs(1, { confidence: 0.8 }, { id: 'value', kind: 'actual' }),
        readAs(1, { confidence: 0.99 }, { id: 'sure' }),
      ]),
    )
    expect(found.map(({ fact }) => fact.id)).toEqual(['value', 'limit', 'r1'])
  })
})

const noScans: Report = { ...sampleReport, documents: sampleReport.documents.map((one) => ({ ...one, ocrPages: 0 })) }
