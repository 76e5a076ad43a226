import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { readRegulation } from '../../../../rules/regulations/index.ts'
import type { Report } from '../../../../schemas/report.ts'
import { writeDocx } from '../../../../workers/stages/report/docx/write-docx.ts'
import { writeForm } from '../../../../workers/stages/report/docx/write-form.ts'
import { writeHtml } from '../../../../workers/stages/report/html/write-html.ts'
import { evidence } from '../../../rules/rule-tester.ts'
import { sampleReport } from './sample-report.ts'

const [{ id: document = '', file = '' } = {}] = sampleReport.documents
const report: Report = {
  ...sampleReport,
  standing: {
    state: 'applied',
    zh: '已申请验收',
    steps: [
      {
        event: '批准建设',
        state: 'creating',
        on: { from: '2020-06-18', to: '2020-06-18' },
        article: '10',
        place: { document, evidence: evidence() },
      },
    ],
  },
  evaluation: [
    {
      subject: 'hj274.1',
      name: '高新技术企业工业总产值占园区工业总产值比例',
      from: { year: 2018, fact: 'f1', raw: '38%' },
      to: { year: 2021, fact: 'f2', raw: '42%' },
      change: 'better',
    },
  ],
  form: {
    ...{ id: '附3', zh: '验收申请表', clause: '16', note: '栏目为近似。' },
    fields: [
      { id: 'park', zh: '园区名称', value: '青禾<b>经开区', rows: [], facts: [], places: [], note: null },
      { id: 'area', zh: '规划面积', value: null, rows: [], facts: [], places: [], note: '面积不一致，见发现x3' },
      {
        id: 'projects',
        zh: '重点支撑项目',
        value: null,
        rows: [
          ['项目', '完成情况'],
          ['余热梯级利用项目', '已完成'],
        ],
        facts: [],
        places: [],
        note: null,
      },
    ],
  },
  forPerson: [{ id: 'site-visit', zh: '重点支撑项目的真实性（现场核查）', clause: '17(4)' }],
}
const page = (of: Report) => writeHtml(of, async () => null, readRegulation('draft'))

test('the report shows steps, changes, the draft form and what is left to a person', async () => {
  const html = await page(report)
  for (const words of [
    '程序进展',
    '2020年6月18日',
    `${file} 第1页`,
    '↑ 提升',
    '验收申请表',
    '面积不一致，见发现x3',
    '余热梯级利用项目',
    '须由人工核实',
    '现场核查',
  ])
    expect(html).toContain(words)
  expect(html).toContain('青禾&lt;b&gt;经开区')
})

test('a report without them has no such sections', async () => {
  const html = await page(sampleReport)
  for (const id of ['standing', 'evaluation', 'form', 'for-person']) expect(html).not.toContain(`id="${id}"`)
})

test('the form is a Word document with its open fields told, the same bytes each time', async () => {
  const bytes = await writeForm(report)
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes ?? []) })
  for (const words of ['附3', '验收申请表（草稿）', '青禾<b>经开区', '面积不一致，见发现x3', '余热梯级利用项目', '已完成'])
    expect(value).toContain(words)
  expect(await writeForm(report)).toEqual(bytes)
  expect(await writeForm(sampleReport)).toBeNull()
})

test('the opinion to be edited and signed tells the steps and, of an evaluation, what became of each indicator', async () => {
  const textOf = async (of: Report) =>
    (await mammoth.extractRawText({ buffer: Buffer.from(await writeDocx(of, readRegulation('draft'))) })).value
  const text = await textOf(report)
  for (const words of ['程序进展', '已申请验收。', '2020年6月18日', '第二十五条', '2018年', '38%', '42%', '↑ 提升'])
    expect(text).toContain(words)
  const plain = await textOf(sampleReport)
  for (const words of ['程序进展', '指标优化提升情况']) expect(plain).not.toContain(words)
})
