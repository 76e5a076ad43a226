import { expect, test } from 'vitest'
import type { Block, ParsedDocument } from '../../../../schemas/document.ts'
import type { Role } from '../../../../schemas/dossier.ts'
import { listedProjects } from '../../../../workers/stages/extract/listed-projects.ts'

const place = { page: 1, bbox: null, paragraph: 1, lines: [], recognition: undefined }
const documentOf = (heading: string, lines: readonly string[]): ParsedDocument => ({
  ...{ file: 'a.docx', sha256: '', format: 'docx', status: 'parsed', problems: [], pages: 1, ocrPages: 0, title: null },
  ...{ runningHeads: [], hiddenSheets: [] },
  blocks: [
    { ...place, kind: 'heading', level: 1, text: heading },
    ...lines.map((text) => ({ ...place, kind: 'paragraph', text })),
  ] as unknown as Block[],
})
const told = (role: Role, heading: string, lines: readonly string[]) =>
  listedProjects({ document: 'd1', role }, documentOf(heading, lines)).map(({ name, status }) => [name, status])

test('lines under a heading of key projects are read with what became of each', () => {
  expect(
    told('acceptance_report', '五、重点支撑项目完成情况', [
      '• 再生水厂一期：2021年8月建成通水，预计年节水150万吨',
      '• 余热利用项目：因资金紧张，目前暂缓实施',
      '• 废盐资源化项目：经论证取消',
      '• 智慧平台：一期建成，二期在建',
    ]),
  ).toEqual([
    ['再生水厂一期', 'done'],
    ['余热利用项目', 'unfinished'],
    ['废盐资源化项目', 'cancelled'],
  ])
})

test('several projects of a plan in one paragraph are each one', () => {
  const line = '（1）再生水厂工程，投资1.2亿元；（2）余热利用项目，投资4300万元；（3）加强组织领导。'
  expect(told('plan', '六、重点支撑项目及投资效益', [line])).toEqual([
    ['再生水厂工程', null],
    ['余热利用项目', null],
  ])
})

test('no other section and no other paper lists key projects', () => {
  const lines = ['• 再生水厂一期：2021年8月建成通水']
  expect(told('acceptance_report', '七、特色与示范意义', lines)).toEqual([])
  expect(told('annual_report', '四、重点项目', lines)).toEqual([])
})
