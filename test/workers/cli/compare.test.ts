import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Comparison } from '../../../schemas/comparison.ts'
import { compareFolders } from '../../../workers/cli/compare-folders.ts'
import { sampleReport } from '../stages/report/sample-report.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compare-'))
  await writeFile(join(folder, 'report.json'), JSON.stringify(sampleReport))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const command = (over: Partial<Parameters<typeof compareFolders>[0]> = {}) =>
  compareFolders({ name: 'compare', old: folder, current: join(folder, 'report.json'), json: false, out: null, ...over })

test('a result folder and a report.json may be compared, in words', async () => {
  expect(await command()).toContain(`仍然存在 ${sampleReport.findings.length}`)
})

test('--json gives the comparison, --out writes page and JSON', async () => {
  const out = join(folder, 'out')
  const comparison = Comparison.parse(JSON.parse(await command({ json: true, out })))
  expect(comparison.summary.open).toBe(sampleReport.findings.length)
  expect(Comparison.parse(JSON.parse(await readFile(join(out, 'compare.json'), 'utf8')))).toEqual(comparison)
  expect(await readFile(join(out, 'compare.html'), 'utf8')).toContain('整改对照')
})

test('answers beside the old report are carried over', async () => {
  const [first] = sampleReport.findings
  await writeFile(
    join(folder, 'dispositions.json'),
    JSON.stringify({ [first?.id ?? '']: { verdict: 'dismissed', comment: '口径不同，已核' } }),
  )
  expect(await command()).toContain('上次意见：排除（口径不同，已核），沿用')
  await writeFile(join(folder, 'dispositions.json'), '{"x1": true}')
  await expect(command()).rejects.toMatchObject({ name: 'CannotRun', message: expect.stringContaining('dispositions.json') })
  await rm(join(folder, 'dispositions.json'))
})

test.each([
  ['没有这里', '没有“没有这里”'],
  [tmpdir(), '没有 report.json'],
])('%s is told in one Chinese sentence', async (old, words) => {
  await expect(command({ old })).rejects.toMatchObject({ name: 'CannotRun', message: expect.stringContaining(words) })
})

test('a file that is no report is told as that', async () => {
  const file = join(folder, 'x.json')
  await writeFile(file, '{"schemaVersion":1}')
  await expect(command({ old: file })).rejects.toMatchObject({ message: expect.stringContaining('不是核查写出的') })
})
