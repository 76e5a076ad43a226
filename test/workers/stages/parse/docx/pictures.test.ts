import { Document, ImageRun, Packer, Paragraph } from 'docx'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { standardFor } from '../../../../../rules/standards/index.ts'
import { readDocument } from '../../../../../workers/review.ts'
import { parse } from '../../../../../workers/stages/parse/index.ts'
import { scan } from '../../../../scans/page.ts'
import { jpegOf } from '../../../../scans/wrap/wrap.ts'
import type { Block } from '../../../../variants/document.ts'

async function pictureOf(blocks: readonly Block[]): Promise<Buffer> {
  const { leaves } = await scan('docx picture', blocks, { dpi: 150, damage: [] })
  const [leaf] = leaves
  if (leaf === undefined) throw new Error('nothing was printed')
  return jpegOf(leaf)
}

const picture = (data: Buffer) =>
  new Paragraph({ children: [new ImageRun({ type: 'jpg', data, transformation: { width: 500, height: 700 } })] })
const write = async (children: readonly Paragraph[]) =>
  new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [...children] }] })))
const line = (text: string) => new Paragraph(text)
/** Running text enough that the document is not a mere cover around a picture. */
const body = '园区按照规划推进各项建设任务，产业结构持续优化，资源能源利用效率稳步提高，环境质量总体改善。'.repeat(6)

test('a table in a picture gives its values where the picture stands, beside the text around it', async () => {
  const rows = [
    ['指标', '2021年', '2022年'],
    ['工业增加值（亿元）', '312.6', '340.8'],
  ]
  const bytes = await write([
    line('一、总体情况'),
    line(body),
    line('表1 主要指标'),
    picture(await pictureOf([{ kind: 'table', heads: 1, rows }])),
    line('二、下一步'),
  ])
  const reading = await readDocument({ id: 'd1', name: '年度报告.docx', bytes }, standardFor(null))
  expect(reading).toMatchObject({ status: 'parsed', ocrPages: 1, problems: [] })
  const fact = reading.facts.find(({ year }) => year === 2022)
  expect(fact).toMatchObject({
    subject: 'industrial_value_added',
    raw: '340.8',
    evidence: { page: null, bbox: null, table: 1, row: 2, column: 3 },
  })
  expect(fact?.evidence.section).toMatch(/总体情况/)
  expect(fact?.recognition?.second).toBe('340.8')
})

test('pictures that hold no table, logos and damaged ones beside text are no fault of the document; a damaged one is told of', async () => {
  const landscape = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#4a7a9a' } })
    .jpeg()
    .toBuffer()
  const logo = await sharp({ create: { width: 120, height: 60, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()
  const prose = await pictureOf([{ kind: 'paragraph', text: '园区2022年工业增加值999.9亿元。' }])
  const broken = Buffer.concat([landscape.subarray(0, 200), Buffer.alloc(400)])
  const torn = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#4a7a9a' } })
    .png({ compressionLevel: 0 })
    .toBuffer()
  torn.fill(0xff, 20_000, 40_000)
  const pictures = [landscape, logo, prose, broken, torn].map(picture)
  const document = await parse({ name: '报告.docx', bytes: await write([line(body), ...pictures]) })
  expect(document.blocks.map((block) => (block.kind === 'table' ? '' : block.text))).toEqual([body])
  expect(document).toMatchObject({ status: 'parsed', ocrPages: 0 })
  expect(document.problems.map(({ code }) => code)).toEqual(['docx.pictures-lost'])
})
