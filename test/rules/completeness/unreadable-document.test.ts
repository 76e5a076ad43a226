import { expect, test } from 'vitest'
import rule from '../../../rules/completeness/unreadable-document.ts'
import { document, dossier, testRule } from '../rule-tester.ts'

const problem = (message: string, page: number | null = null) => ({ code: 'pdf.damaged', message, page })

testRule(rule, [
  { name: 'a file read in full', documents: [document()], outcomes: ['passed'] },
  {
    name: 'a truncated file',
    documents: [document({ file: '附件/监测报告.pdf', status: 'failed', problems: [problem('文件不完整，请重新导出')] })],
    outcomes: ['failed'],
    tells: ['监测报告.pdf无法读取', '重新导出'],
  },
  { name: 'no files', documents: [], outcomes: [] },
  {
    name: 'two pages without readable text',
    documents: [document({ status: 'partial', problems: [problem('该页无法识别', 5), problem('该页无法识别', 3)] })],
    outcomes: ['failed'],
    tells: ['第3、5页'],
  },
])

test('it is named by its base name', () => {
  const [check] = rule.run(dossier({ documents: [document({ file: '附件/监测报告.pdf', status: 'failed' })] }))
  expect(check).toMatchObject({ subject: '监测报告.pdf', year: null, severity: 'error' })
})
