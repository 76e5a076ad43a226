import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Survey } from '../../../schemas/survey.ts'
import { main } from '../../../workers/cli.ts'

let folder = ''
const out = () => join(folder, 'out')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'survey-'))
  for (const name of ['甲', '乙', 'empty']) await mkdir(join(folder, 'parks', name), { recursive: true })
  for (const file of ['验收报告.pdf', '数据支撑材料.xlsx'])
    await copyFile(join('samples/acceptance', file), join(folder, 'parks', '甲', file))
  await writeFile(join(folder, 'parks', '乙', '说明.txt'), '青禾经济开发区2021年度工作报告\n园区工业增加值356.4亿元。')
  expect(await main(['survey', join(folder, 'parks'), '--out', out(), '--quiet'])).toBe(0)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('each park has its own report, and the survey stands beside them', async () => {
  expect((await readdir(out())).sort()).toEqual(['survey.html', 'survey.json', '乙', '甲'].sort())
  expect(await readdir(join(out(), '甲'))).toContain('report.html')
})

test('a park with missing papers is not ripe, an empty folder is told and stops nothing', async () => {
  const { parks } = Survey.parse(JSON.parse(await readFile(join(out(), 'survey.json'), 'utf8')))
  const of = (name: string) => parks.find((park) => park.folder === name)
  expect(of('甲')).toMatchObject({ readiness: 'unripe', classes: ['material'] })
  expect(
    of('甲')
      ?.obstacles.map(({ message }) => message)
      .join(),
  ).toContain('材料中缺少')
  expect(of('empty')).toMatchObject({ readiness: 'unknown', problem: expect.stringContaining('empty') })
})

test('a folder without folders is refused with what to do', async () => {
  expect(await main(['survey', join(folder, 'parks', '乙'), '--out', join(folder, 'none'), '--quiet'])).toBe(2)
})
