import mammoth from 'mammoth'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { writeDocx } from '../../../../workers/stages/report/index.ts'
import { regulation, sampleReport } from './sample-report.ts'

let bytes: Uint8Array = new Uint8Array()
let text = ''
beforeAll(async () => {
  bytes = await writeDocx(sampleReport, regulation, { generatedAt: '2023年5月8日' })
  text = (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value
})

afterEach(() => void vi.useRealTimers())

it('opens as a Word document with title, editions and date', () => {
  for (const words of ['江澜经济技术开发区验收材料核查意见', regulation.name, '2023年5月8日']) expect(text).toContain(words)
})

it('numbers the findings by chapter, with both values and places, and leaves room for the reviewer', () => {
  expect(text).toContain('（七）年度工作报告与验收材料的一致性')
  expect(text).toMatch(/11．【■! 错误】2021年工业增加值：验收报告印305\.62亿元/)
  expect(text).toContain('验收报告.docx 第2个表第3行第5列')
  expect(text.match(/□ 确认问题/g)).toHaveLength(sampleReport.findings.length)
  expect(text).toContain('核查人员（签字）')
})

it('holds hostile words as words', () => {
  expect(text).toContain('化工片区<script>alert(1)</script>蒸汽梯级利用项目')
})

it('marks differing digits by fill, underline and weight', async () => {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: ['u => u'] })
  expect(value).toContain('<strong><u>5</u></strong>')
})

it('gives the same bytes for the same report, at any time', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-04-05T06:07:08Z') })
  expect(Buffer.compare(await writeDocx(sampleReport, regulation, { generatedAt: '2023年5月8日' }), bytes)).toBe(0)
})

it('survives control characters, which XML forbids', async () => {
  const [document] = sampleReport.documents
  const hostile = { ...sampleReport, documents: [{ ...(document as NonNullable<typeof document>), file: '验\u0000收\u000b.pdf\ud800' }] }
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await writeDocx(hostile, regulation)) })
  expect(value).toContain('验收.pdf')
})
