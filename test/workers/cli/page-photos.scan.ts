import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Report } from '../../../schemas/report.ts'
import { scan } from '../../scans/page.ts'
import { jpegOf } from '../../scans/wrap/wrap.ts'
import type { Block } from '../../variants/document.ts'
import { h1, p, title } from '../../variants/document.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'page-photos-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

async function photo(blocks: readonly Block[]): Promise<Buffer> {
  const { leaves } = await scan('page photos', blocks, { dpi: 150, damage: [] })
  const [leaf] = leaves
  if (leaf === undefined || leaves.length > 1) throw new Error('a photo shows one page')
  return jpegOf(leaf)
}

async function put(files: Record<string, string | Buffer>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, 'dossier', name)), { recursive: true })
    await writeFile(join(root, 'dossier', name), content)
  }
}

async function review(): Promise<Report> {
  const args = ['workers/ecopark.mjs', 'review', join(root, 'dossier'), '--out', join(root, 'out'), '--quiet']
  await new Promise<void>((resolve, reject) => execFile(process.execPath, args, (error) => (error ? reject(error) : resolve())))
  return Report.parse(JSON.parse(await readFile(join(root, 'out', 'report.json'), 'utf8')))
}

test('photos of pages in a folder are one document: each file is listed, and each value stands in the photo that shows it', async () => {
  const cover = [title('云泽经济开发区国家生态工业示范园区验收报告'), p('云泽经济开发区基准年为2019年，验收年为2022年。')]
  const second: Block[] = [
    h1('二、经济发展'),
    {
      kind: 'table',
      heads: 1,
      rows: [
        ['指标', '2021年', '2022年'],
        ['工业增加值（亿元）', '312.6', '340.8'],
      ],
    },
  ]
  const last = [p('2022年，综合能耗总量90.05万吨标煤。')]
  await put({
    '验收报告/IMG_9.jpg': await photo(second),
    '验收报告/IMG_10.jpg': await photo(last),
    '验收报告/IMG_2.jpg': await photo(cover),
    '验收报告/IMG_3.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]),
    '说明.txt': '云泽经济开发区材料说明。',
  })
  const { documents, facts, findings } = await review()
  const pages = documents.filter(({ file }) => file.startsWith('验收报告/'))
  expect(pages.map(({ file, partOf }) => [file, partOf?.firstPage])).toEqual([
    ['验收报告/IMG_2.jpg', 1],
    ['验收报告/IMG_3.jpg', 2],
    ['验收报告/IMG_9.jpg', 3],
    ['验收报告/IMG_10.jpg', 4],
  ])
  expect(pages.map(({ role, status, pages: count }) => [role, status, count])).toEqual([
    ['acceptance_report', 'parsed', 1],
    ['acceptance_report', 'failed', 1],
    ['acceptance_report', 'parsed', 1],
    ['acceptance_report', 'parsed', 1],
  ])
  const at = (subject: string, year: number) => {
    const fact = facts.find((one) => one.subject === subject && one.year === year)
    return [fact?.raw, documents.find(({ id }) => id === fact?.document)?.file, fact?.evidence.page]
  }
  expect(at('industrial_value_added', 2022)).toEqual(['340.8', '验收报告/IMG_9.jpg', 1])
  expect(at('energy_consumption', 2022)).toEqual(['90.05万吨标煤', '验收报告/IMG_10.jpg', 1])
  expect(findings.filter(({ rule }) => rule === 'completeness/unreadable-document').map(({ subject }) => subject)).toEqual(['IMG_3.jpg'])
})
