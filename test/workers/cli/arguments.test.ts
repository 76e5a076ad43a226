import { expect, test } from 'vitest'
import { readArguments } from '../../../workers/cli/arguments.ts'

test('a review names its folder and where the reports go', () => {
  expect(readArguments(['review', '材料', '--out', '结果'])).toEqual({
    name: 'review',
    folder: '材料',
    out: '结果',
    progress: 'human',
    failOn: null,
    standard: null,
    regulation: null,
  })
})

test('options may stand anywhere', () => {
  const command = readArguments([
    '--out=结果',
    'review',
    '--quiet',
    '--fail-on',
    'warning',
    '材料',
    '--standard',
    'hj274-2015',
    '--regulation',
    'draft',
  ])
  expect(command).toMatchObject({ folder: '材料', progress: 'none', failOn: 'warning', standard: 'hj274-2015', regulation: 'draft' })
})

test('progress for programs goes before quiet', () => {
  expect(readArguments(['review', 'a', '--out', 'b', '--json', '--quiet'])).toMatchObject({ progress: 'json' })
})

test('a comparison names two results and perhaps where it goes', () => {
  expect(readArguments(['compare', '旧', '新', '--json'])).toEqual({ name: 'compare', old: '旧', current: '新', json: true, out: null })
  expect(readArguments(['compare', '旧', '新', '--out', '对照'])).toMatchObject({ out: '对照', json: false })
})

test('an explanation names a report and an id', () => {
  expect(readArguments(['explain', '结果/report.json', 'x1'])).toEqual({ name: 'explain', report: '结果/report.json', id: 'x1' })
  expect(() => readArguments(['explain', '结果/report.json'])).toThrow('编号')
})

test.each([[[]], [['--help']], [['review', '-h']]])('%j asks for help', (args) => {
  expect(readArguments(args)).toEqual({ name: 'help' })
})

test.each([
  [['check', 'a'], '没有命令“check”'],
  [['compare', '旧'], '两个结果文件夹'],
  [['compare', '旧', '新', '又'], '两个结果文件夹'],
  [['review'], '材料文件夹'],
  [['review', 'a'], '--out'],
  [['review', 'a', '--out', ''], '--out'],
  [['review', 'a', 'b', '--out', 'c'], '“b”'],
  [['review', 'a', '--out', 'c', '--fail-on', 'info'], 'error 或 warning'],
  [['review', 'a', '--out', 'c', '--frobnicate'], '--frobnicate'],
  [['review', 'a', '--out'], '--out'],
])('%j is told in one Chinese line what to do', (args, words) => {
  expect(() => readArguments(args)).toThrow(expect.objectContaining({ name: 'CannotRun', message: expect.stringContaining(words) }))
  try {
    readArguments(args)
  } catch (error) {
    expect((error as Error).message).not.toContain('\n')
    expect((error as Error).message).toMatch(/[一-龥]/)
  }
})

test('a survey is a review of many', () => {
  expect(readArguments(['survey', '各园区', '--out', '结果', '--quiet'])).toMatchObject({
    name: 'survey',
    folder: '各园区',
    out: '结果',
    progress: 'none',
  })
})
