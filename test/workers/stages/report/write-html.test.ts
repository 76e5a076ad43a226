import { beforeAll, describe, expect, it, vi } from 'vitest'
import { writeHtml } from '../../../../workers/stages/report/index.ts'
import { fact } from './sample-facts.ts'
import { regulation, sampleReport } from './sample-report.ts'

/** A JPEG as far as its frame header: 40 wide, 20 high. */
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 20, 0, 40, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9])
const noPictures = () => Promise.resolve(null)
/** What a reader sees: the page without its markup. */
const seen = (page: string) => page.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*>/g, '')

let page = ''
beforeAll(async () => {
  page = await writeHtml(sampleReport, noPictures, regulation, { generatedAt: '2023年5月8日' })
})

describe('the page', () => {
  it('loads nothing from outside and runs no script', () => {
    expect(page).toContain(`content="default-src 'none'; img-src data:; style-src 'unsafe-inline'`)
    expect(page).not.toMatch(/<script|<link|<iframe|<object|\son\w+=|javascript:|@import|https?:|url\(/i)
  })

  it('is the same, byte for byte, when written again', async () => {
    expect(await writeHtml(sampleReport, noPictures, regulation, { generatedAt: '2023年5月8日' })).toBe(page)
  })

  it('names park, stage, period, date and both editions', () => {
    for (const words of [
      '江澜经济技术开发区 · 验收核查报告',
      '2019（基准年）— 2022（验收年）',
      '2023年5月8日',
      regulation.name,
      'HJ 274-2015',
    ])
      expect(seen(page)).toContain(words)
  })

  it('says that arithmetic proves no fabrication', () => {
    expect(seen(page)).toContain('计算和比对只能说明数字之间是否一致，不能证明或排除弄虚作假')
  })

  it('closes every element that it opens', () => {
    const open: string[] = []
    const single = new Set(['meta', 'br', 'col', 'img'])
    for (const [tag, closing, name = '', inside = ''] of page
      .replace(/<!doctype html>|<style>.*?<\/style>/gs, '')
      .matchAll(/<(\/?)([a-z0-9]+)([^>]*)>/g)) {
      if (single.has(name) || inside.endsWith('/')) continue
      if (closing === '') open.push(name)
      else expect(open.pop(), tag).toBe(name)
    }
    expect(open).toEqual([])
  })
})

describe('what documents say', () => {
  it('never becomes markup', () => {
    expect(page).toContain('化工片区&lt;script&gt;alert(1)&lt;/script&gt;蒸汽梯级利用项目')
    expect(page).toContain('草稿&lt;2&gt;')
  })

  it('cannot turn the text around or smuggle attributes in', async () => {
    const hostile = '"><img src=x onerror=alert(1)>\u202e\u0000\ud800'
    const report = {
      ...sampleReport,
      dossier: { ...sampleReport.dossier, park: hostile },
      documents: sampleReport.documents.map((document) => ({ ...document, file: hostile, problem: hostile })),
      facts: sampleReport.facts.map((one) => ({ ...one, raw: hostile, unit: hostile, evidence: { ...one.evidence, text: hostile } })),
    }
    const written = await writeHtml(report, () => Promise.resolve(jpeg), regulation)
    expect(written).not.toMatch(/<img src=x|\u202e|\p{Cs}/u)
    expect(written).not.toContain('\u0000')
  })

  it('cannot swell the page: a line of a million characters is cut', async () => {
    const long = '很长'.repeat(500_000)
    const facts = sampleReport.facts.map((one) => ({ ...one, evidence: { ...one.evidence, text: long } }))
    const findings = sampleReport.findings.map((finding) => ({ ...finding, message: long }))
    expect((await writeHtml({ ...sampleReport, facts, findings }, noPictures, regulation)).length).toBeLessThan(400_000)
  })
})

describe('a finding', () => {
  it('marks the digits at odds in the sentence and at both places', () => {
    expect(page).toContain('验收报告印30<mark>5</mark>.<mark>6</mark>2亿元，2021年度工作报告印30<mark>6</mark>.<mark>5</mark>2亿元')
    expect(page).toContain('<td class="hit n">30<mark>5</mark>.<mark>6</mark>2</td>')
  })

  it('quotes both places, the further ones too', () => {
    const words = seen(page)
    expect(words).toContain('甲验收报告.docx第2个表第3行第5列')
    expect(words).toContain('乙2021年度工作报告.pdf第12页')
    expect(words).toContain('丁 数据支撑材料.xlsx 工作表“指标表” E6')
  })

  it('stands in its chapter, and a chapter without findings says what was asked', () => {
    const chapter = page.indexOf('id="chapter-17(7)"')
    const next = page.indexOf('id="chapter-procedure"')
    const at = page.indexOf('2021年工业增加值：验收报告印')
    expect(chapter).toBeGreaterThan(0)
    expect(at).toBeGreaterThan(chapter)
    expect(at).toBeLessThan(next)
  })

  it('shows formula, inputs and result of a recalculation', () => {
    const words = seen(page)
    expect(words).toContain('年均增长率（工业增加值 ÷ 工业用地面积，2019—2022年） × 100')
    expect(words).toContain('2019年工业增加值第2个表第3行第3列258.43 亿元')
  })

  it('words the cause as a possibility, and lists what it folds in', () => {
    expect(seen(page)).toContain('可能原因：相邻数字颠倒')
    expect(seen(page)).toContain('同一个数还牵连 2 项（已并入本条，不另计）')
  })

  it('draws the series where at least three years are printed', () => {
    expect(page).toMatch(/<figure class="chart">.*2019年验收报告\.docx 258\.43/s)
  })
})

describe('pictures', () => {
  it('stand in place of the text, once taken for equal places, the value in the region', async () => {
    const take = vi.fn(() => Promise.resolve(jpeg))
    const written = await writeHtml(sampleReport, take, regulation)
    expect(written).toContain('<img src="data:image/jpeg;base64,')
    expect(written).toContain('width="40" height="20"')
    for (const [, , bbox, marks] of take.mock.calls as unknown as [string, number, number[], number[][]][]) {
      const [mark] = marks
      expect(bbox[0]).toBeLessThanOrEqual(mark?.[0] ?? -1)
      expect(bbox[3]).toBeGreaterThanOrEqual(mark?.[3] ?? Number.POSITIVE_INFINITY)
    }
    const twice = { ...sampleReport, findings: [...sampleReport.findings, ...sampleReport.findings] }
    const again = vi.fn(() => Promise.resolve(jpeg))
    await writeHtml(twice, again, regulation)
    expect(again).toHaveBeenCalledTimes(take.mock.calls.length)
  })

  it('that fail, or are no JPEG, leave the text', async () => {
    const failing = await writeHtml(sampleReport, () => Promise.reject(new Error('no page')), regulation)
    const strange = await writeHtml(sampleReport, () => Promise.resolve(new TextEncoder().encode('<svg>')), regulation)
    const none = await writeHtml(sampleReport, noPictures, regulation)
    expect(failing).toBe(none)
    expect(strange).toBe(none)
  })

  it('stop before the page grows past ten megabytes', async () => {
    const big = new Uint8Array(900_000)
    big.set(jpeg)
    const facts = Array.from({ length: 80 }, (_, at) =>
      fact({
        id: `p${at}`,
        document: 'd3',
        subject: 'cod_emission',
        year: 2021,
        raw: `${at}`,
        value: `${at}`,
        evidence: { page: at + 1, bbox: [100, 100, 150, 120] },
      }),
    )
    const [finding] = sampleReport.findings
    const findings = facts.map(({ id }) => ({ ...(finding as NonNullable<typeof finding>), id, facts: [id] }))
    const written = await writeHtml({ ...sampleReport, facts, findings }, () => Promise.resolve(big), regulation)
    expect(written.length).toBeLessThan(10_000_000)
    expect(written).toContain('data:image/jpeg')
  })
})

describe('what was checked', () => {
  it('is told with what was not, and why', () => {
    const words = seen(page)
    expect(words).toMatch(/一致 164.*未通过 13.*未查 6/s)
    expect(words).toContain('材料没有给出可再生能源使用量 × 3')
    expect(words).toContain('只有一份材料写了四至')
  })

  it('names unreadable files and hidden sheets', () => {
    expect(seen(page)).toContain('文件有打开密码。请换成没有密码的副本。')
    expect(seen(page)).toContain('有隐藏工作表，未作为数据来源：旧口径')
  })
})

describe('the assessment', () => {
  it('shows 32 cells, a shape and a word for each', () => {
    expect(page.match(/href="#indicator-\d+"/g)).toHaveLength(32)
    expect(page).toContain('title="25 主要污染物排放弹性系数：不达标"><i>✕</i>')
  })

  it('calls a miss whose group holds 组内已达', () => {
    expect(page).toMatch(/title="3 [^"]*：组内已达"/)
    expect(page).toMatch(/id="indicator-12">.*?× 组内已达/s)
  })

  it('tells the smallest change that turns a verdict, in percent', () => {
    expect(seen(page)).toContain('综合能耗总量 1\u202f287\u202f000 → 1\u202f782\u202f100 tce（+38.5%）')
  })
})

it('writes a report of nothing', async () => {
  const empty = { ...sampleReport, documents: [], facts: [], findings: [], checks: [], assessment: [], subjects: [], rules: [] }
  const written = await writeHtml(
    { ...empty, dossier: { park: null, stage: 'creation', region: null, baseYear: null, finalYear: null } },
    noPictures,
    regulation,
  )
  expect(seen(written)).toContain('未识别园区 · 创建申请核查报告')
  expect(seen(written)).toContain('本章没有可以检查的内容，不表示没有问题。')
})
