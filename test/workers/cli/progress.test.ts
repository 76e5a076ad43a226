import { expect, test } from 'vitest'
import { type Event, humanProgress, jsonProgress } from '../../../workers/cli/progress.ts'

const summary = { errors: 1, warnings: 2, infos: 0, checksPassed: 10, checksFailed: 3, checksSkipped: 4 }
const events: Event[] = [
  { event: 'start', folder: '材料', documents: 2 },
  { event: 'reading', file: '2021年报.pdf' },
  { event: 'document', file: '2021年报.pdf', role: 'annual_report', year: 2021, status: 'parsed', pages: 12, facts: 80, done: 1, of: 2 },
  { event: 'document', file: '坏.pdf', role: 'other', year: null, status: 'failed', pages: 0, facts: 0, done: 2, of: 2 },
  { event: 'stage', stage: 'check' },
  { event: 'done', out: '结果', documents: 2, pages: 12, facts: 80, seconds: 1.25, summary },
]

function told(isTTY: boolean, watched = events) {
  let text = ''
  const watch = humanProgress({ write: (part) => (text += part), isTTY, columns: 80 })
  for (const event of watched) watch(event)
  return text
}

test('a plain stream gets whole lines with documents, pages and stages', () => {
  const lines = told(false).trimEnd().split('\n')
  expect(lines).toEqual([
    '读取 2 份材料',
    '✓ [1/2] 2021年报.pdf · 2021年度工作报告 · 12 页 · 80 个数值',
    '✕ [2/2] 坏.pdf · 其他材料 · 未能读取',
    '核查 …',
    expect.stringContaining('17 项核查'),
    expect.stringContaining('错误 1 · 提醒 2 · 提示 0；一致 10，未查 4'),
    '报告：结果/report.html',
  ])
})

test('a terminal also gets a live line, wiped before the next', () => {
  const text = told(true)
  expect(text).toContain('  正在读取 2021年报.pdf\r\u001b[K✓ [1/2]')
  expect(told(false)).not.toContain('\u001b')
})

test('a file’s name cannot steer the terminal', () => {
  const evil: Event = {
    event: 'document',
    file: 'a\u001b[2J\u202e\n.pdf',
    role: 'other',
    year: null,
    status: 'failed',
    pages: 0,
    facts: 0,
    done: 1,
    of: 1,
  }
  const text = told(false, [evil])
  expect(text).not.toContain('\u001b')
  expect(text).not.toContain('\u202e')
  expect(text.trimEnd().split('\n')).toHaveLength(1)
})

test('programs get one JSON object a line', () => {
  let text = ''
  const watch = jsonProgress({ write: (part) => (text += part) })
  for (const event of events) watch(event)
  expect(
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(events)
})
