import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Report } from '../../../schemas/report.ts'

const page = (title: string, body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`

const table = (head: string[], ...rows: string[][]) =>
  `<table>${[head, ...rows].map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`

/** The acceptance report prints 312.6 for 2021, the annual report 321.6: two digits changed places. */
const acceptance = page(
  '云泽经济开发区国家生态工业示范园区验收报告',
  `<p>云泽经济开发区位于湖南省云泽市，基准年为2019年，验收年为2022年。</p><p>表1 基础数据</p>${table(
    ['序号', '基础数据', '单位', '2019年', '2020年', '2021年', '2022年'],
    ['1', '工业增加值', '亿元', '264.2', '287.9', '312.6', '340.8'],
    ['2', '综合能耗总量', '万吨标煤', '80.10', '83.52', '86.70', '90.05'],
  )}`,
)
const annual = page(
  '云泽经济开发区2021年度国家生态工业示范园区建设工作报告',
  `<p>表1 2021年基础数据</p>${table(['序号', '基础数据', '单位', '2021年'], ['1', '工业增加值', '亿元', '321.6'], ['2', '综合能耗总量', '万吨标煤', '86.70'])}`,
)

let root = ''
const folder = (name: string) => join(root, name)

async function write(name: string, files: Record<string, string | Uint8Array>) {
  for (const [file, content] of Object.entries(files)) {
    await mkdir(join(folder(name), file, '..'), { recursive: true })
    await writeFile(join(folder(name), file), content)
  }
}

type Ended = { code: number; out: string; err: string }
const ecopark = (...args: string[]) =>
  new Promise<Ended>((resolve) => {
    execFile(process.execPath, ['workers/ecopark.mjs', ...args], (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })
const reportIn = async (out: string) => Report.parse(JSON.parse(await readFile(join(folder(out), 'report.json'), 'utf8')))

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ecopark-cli-'))
  await write('dossier', { '验收报告.html': acceptance, '年报/2021.html': annual, '坏.pdf': '%PDF-1.7\ntruncated' })
  await write('unreadable', { 'a.pdf': '%PDF-1.7\nnothing', 'b.docx': new Uint8Array([0x50, 0x4b, 3, 4, 0]) })
  await write('wrong', { 'dossier.json': '{ "stage": "festival" }', '验收报告.html': acceptance })
  await mkdir(folder('empty'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe('a review', () => {
  let watched: Ended
  let first: Uint8Array
  let again: Ended
  beforeAll(async () => {
    watched = await ecopark('review', folder('dossier'), '--out', folder('out'), '--json', '--fail-on', 'error')
    first = await readFile(join(folder('out'), 'report.json'))
    again = await ecopark('review', folder('dossier'), '--out', folder('out'))
  })

  test('runs to its end with 0, whatever it found; --fail-on makes a finding the exit code', () => {
    expect(again).toMatchObject({ code: 0, out: '' })
    expect(watched).toMatchObject({ code: 1, err: '' })
  })

  test('tells people what it takes each file for', () => {
    expect(again.err).toContain('验收报告.html · 验收报告')
    expect(again.err).toContain('年报/2021.html · 2021年度工作报告')
    expect(again.err).toContain('坏.pdf · 其他材料 · 未能读取')
  })

  test('--json tells programs each step', () => {
    const lines = watched.out.trimEnd().split('\n')
    const events = lines.map((line) => JSON.parse(line))
    const steps = events.map(({ event }) => event).filter((event) => event !== 'reading')
    expect(steps).toEqual(['start', 'document', 'document', 'document', 'stage', 'stage', 'done'])
    expect(events.at(-1)).toMatchObject({ documents: 3, summary: { errors: expect.any(Number) } })
  })

  test('writes four reports and the draft form, and leaves no unfinished file', async () => {
    expect((await readdir(folder('out'))).sort()).toEqual(['form.docx', 'report.docx', 'report.html', 'report.json', 'report.xlsx'])
  })

  test('gives the same report.json again', async () => {
    expect((await readFile(join(folder('out'), 'report.json'))).equals(first)).toBe(true)
  })

  test('finds the value on which the two reports differ, with both places', async () => {
    const { findings, facts } = await reportIn('out')
    const found = findings.find(({ rule }) => rule === 'consistency/annual-acceptance')
    expect(found).toMatchObject({ severity: 'error', subject: 'industrial_value_added', year: 2021 })
    expect(found?.facts.map((id) => facts.find((fact) => fact.id === id)?.value).sort()).toEqual(['312.6', '321.6'])
  })

  test('tells of the file that could not be read, and goes on', async () => {
    const { documents, findings } = await reportIn('out')
    expect(documents.find(({ file }) => file === '坏.pdf')).toMatchObject({ status: 'failed', problem: expect.stringMatching(/[一-龥]/) })
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'completeness/unreadable-document', subject: '坏.pdf', severity: 'error' }),
    )
  })
})

test('dossier.json overrides what a file is taken for, and an earlier report is no material', async () => {
  const manifest = { park: '云泽经开区', documents: { 'x.html': { role: 'annual_report', year: 2020 } } }
  await write('own', { 'x.html': acceptance, 'dossier.json': JSON.stringify(manifest), 'report.html': acceptance, 'report.json': '{}' })
  expect(await ecopark('review', folder('own'), '--out', folder('own'), '--quiet')).toEqual({ code: 0, out: '', err: '' })
  const report = await reportIn('own')
  expect(report.dossier.park).toBe('云泽经开区')
  expect(report.documents).toMatchObject([{ file: 'x.html', role: 'annual_report', year: 2020 }])
})

describe('what cannot run ends with 2 and one Chinese line', () => {
  test.each([
    ['no arguments that make sense', () => ['frobnicate'], '--help'],
    ['no such folder', () => ['review', folder('nowhere'), '--out', folder('x')], '找不到文件夹'],
    ['a file for a folder', () => ['review', join(folder('wrong'), 'dossier.json'), '--out', folder('x')], '不是文件夹'],
    ['an empty folder', () => ['review', folder('empty'), '--out', folder('x')], '没有可读的文件'],
    ['nothing that can be read', () => ['review', folder('unreadable'), '--out', folder('x')], '没有可读的文件'],
    ['a wrong dossier.json', () => ['review', folder('wrong'), '--out', folder('x')], 'dossier.json'],
    ['an unknown edition', () => ['review', folder('dossier'), '--out', folder('x'), '--standard', 'hj999'], 'hj999'],
    ['a file in the way of the results', () => ['review', folder('dossier'), '--out', join(folder('wrong'), 'dossier.json')], '结果文件夹'],
  ])('%s', async (_, args, words) => {
    const { code, out, err } = await ecopark(...args(), '--quiet')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(words)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})

test('--help speaks Chinese and ends with 0', async () => {
  const { code, out } = await ecopark('--help')
  expect(code).toBe(0)
  expect(out).toContain('用法')
  for (const option of ['--out', '--quiet', '--json', '--fail-on', '--standard', '--regulation']) expect(out).toContain(option)
})
