import { expect, test } from 'vitest'
import { detailsText } from '../../../api/ui/admin/audit-details.ts'
import { audit } from '../../../api/ui/words/zh/admin.ts'

const tell = (details: Readonly<Record<string, unknown>>) => detailsText(details, audit)

test('the log tells what was done in words, without ids and empty parts', () => {
  const reading = (raw: string) => ({ raw, value: raw, unit: '吨标准煤/万元', text: null, year: 2022 })
  expect(tell({ fact: 'f408', revision: '01a2', misread: reading('0.271'), now: reading('0.299'), comment: '', version: 1 })).toBe(
    '原读数 0.271 吨标准煤/万元　改后读数 0.299 吨标准煤/万元',
  )
  expect(tell({ from: null, to: 'confirmed', comment: '与台账不符', version: 2 })).toBe('改为 确认问题　说明 与台账不符')
  expect(tell({ files: [{ fileName: '验收报告.pdf', outcome: 'replaced' }], of: 1 })).toBe('文件 验收报告.pdf（替换）　共 1')
  expect(tell({ login: 'zhou', role: 'reviewer' })).toBe('账号 zhou　类型 核查员')
})
