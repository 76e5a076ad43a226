import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../../workers/render/draw-page-job.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draw-page-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function makePdf(name: string, width: number): Promise<string> {
  const pdf = new PDFDocument({ size: [width, 200] })
  pdf.text(name)
  pdf.addPage()
  pdf.end()
  const path = join(folder, name)
  await writeFile(path, await buffer(pdf))
  return path
}
const widthOf = async (job: object) => {
  const result = await run({ page: 1, path: null, ...job })
  return 'drawn' in result ? (result.drawn?.width ?? null) : result.wants
}

test('a document that was sent stays open: its pages are drawn without its file, each document its own', async () => {
  const [one, other] = [await makePdf('one.pdf', 300), await makePdf('other.pdf', 400)]
  expect(await widthOf({ sha256: 'one' })).toBe('file')
  expect(await widthOf({ sha256: 'one', path: one })).toBe(300)
  expect(await widthOf({ sha256: 'other', path: other })).toBe(400)
  await rm(one)
  expect(await widthOf({ sha256: 'one', page: 2 })).toBe(300)
  expect(await widthOf({ sha256: 'other' })).toBe(400)
  expect(await widthOf({ sha256: 'one', page: 3 })).toBeNull()
})

test('a damaged file costs none of those that are open; of many the one not looked at for longest is closed', async () => {
  const broken = join(folder, 'broken.pdf')
  await writeFile(broken, '%PDF-1.7 and no more')
  await expect(run({ sha256: 'broken', path: broken, page: 1 })).rejects.toThrow(/损坏|不完整/)
  expect(await widthOf({ sha256: 'one' })).toBe(300)
  const picture = join(folder, 'scan.png')
  await writeFile(
    picture,
    await sharp({ create: { width: 96, height: 48, channels: 3, background: '#fff' } })
      .png()
      .toBuffer(),
  )
  expect(await widthOf({ sha256: 'scan', path: picture })).toBeGreaterThan(0)
  for (const name of ['third', 'fourth']) await widthOf({ sha256: name, path: await makePdf(`${name}.pdf`, 250) })
  expect(await widthOf({ sha256: 'other' })).toBe('file')
  expect(await widthOf({ sha256: 'one' })).toBe(300)
})
