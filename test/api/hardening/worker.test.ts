import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deflateSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../../schemas/report.ts'
import { ownChildren, startWorkers, type Workers } from '../../../workers/queue/start-workers.ts'
import { createReviewQueue, isOver, type ReviewProgress, type ReviewQueue } from '../../../workers/queue.ts'
import { createRenderer, type Renderer } from '../../../workers/render.ts'
import type { Store } from '../../../workers/store/index.ts'
import { makeDocx, paragraph } from '../../workers/stages/parse/make-docx.ts'
import { makeRawXlsx } from '../../workers/stages/parse/make-xlsx.ts'
import { makeZip } from '../../workers/stages/parse/make-zip.ts'
import { makeStore } from '../../workers/store/make-store.ts'
import { openApp } from '../make-service.ts'
import { makeSubmitter, type Submitter } from '../make-submitter.ts'

/*
 * Hostile files through the whole service: uploaded over the API, read by real workers in their children, reviewed, and seen in the report.
 * One dossier holds them all, so that each is also seen to cost the others nothing.
 */

const megabyte = 1024 ** 2
let store: Store
let remove: () => Promise<void>
let app: FastifyInstance
let park: Submitter
let queue: ReviewQueue
let renderer: Renderer
let workers: Workers
let outside: Server
const fetched: string[] = []
let peakMb = 0
let report: Report
let revision: string

/** A PDF whose only page is a stream that unpacks to so many bytes of drawing. */
function pdfBomb(bytes: number): Buffer {
  const packed = deflateSync(deflateSync(Buffer.alloc(bytes, '0 0 m 9 9 l S\n')))
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>',
    Buffer.concat([
      Buffer.from(`<< /Length ${packed.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n`),
      packed,
      Buffer.from('\nendstream'),
    ]),
  ]
  const body = objects.map((object, i) => Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]))
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...body, Buffer.from('trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n')])
}

/** The resident memory of the largest child process of this one, in MB; the parse children are its direct ones. */
function largestChildMb(): number {
  const sizes = readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8')
      const value = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
      return value('PPid') === process.pid ? [value('VmRSS') / 1024] : []
    } catch {
      return []
    }
  })
  return Math.max(0, ...sizes)
}

const doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;&a;&a;">]>'
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const formula = '=HYPERLINK("http://evil.example","点此")'

function hostileFiles(port: number) {
  const url = `http://127.0.0.1:${port}/outside`
  const filler = ' '.repeat(40 * megabyte)
  const link = (id: string, kind: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${url}" TargetMode="External"/>`
  return [
    { name: '炸弹.docx', bytes: makeDocx(filler) },
    { name: '炸弹.xlsx', bytes: makeRawXlsx(`<sheetData>${filler}</sheetData>`) },
    {
      name: '谎报.docx',
      bytes: makeZip([{ name: 'word/document.xml', content: `<w:document>${filler}</w:document>`, claimedSize: 1000 }]),
    },
    { name: '炸弹.pdf', bytes: pdfBomb(600 * megabyte) },
    {
      name: '实体.docx',
      bytes: makeZip([
        {
          name: 'word/document.xml',
          content: `<?xml version="1.0"?>${doctype}<w:document ${word}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`,
        },
      ]),
    },
    {
      name: '外链.docx',
      bytes: makeZip([
        {
          name: 'word/document.xml',
          content: `<?xml version="1.0"?><w:document ${word} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${paragraph('园区2021年工业增加值为100亿元。')}<w:p><w:hyperlink r:id="r2"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p></w:body></w:document>`,
        },
        {
          name: 'word/_rels/document.xml.rels',
          content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${link('r1', 'attachedTemplate')}${link('r2', 'hyperlink')}${link('r3', 'image')}${link('r4', 'oleObject')}</Relationships>`,
        },
      ]),
    },
    { name: '宏.docm', bytes: makeDocx(paragraph('正文。'), {}, [{ name: 'word/vbaProject.bin', content: 'Sub AutoOpen' }]) },
    {
      name: '脚本.html',
      bytes: `<html><body><h1>验收报告</h1><script>fetch("${url}")</script><img src="${url}" onerror="fetch('${url}')"><table><tr><td>项目</td><td>2021年</td></tr><tr><td>${formula}</td><td>1</td></tr></table></body></html>`,
    },
    { name: '=HYPERLINK("http:||evil.example")<script>alert(1)<script>.pdf'.replaceAll('"', "'"), bytes: '%PDF-1.7 damaged' },
  ]
}

beforeAll(async () => {
  outside = createServer((request, response) => {
    fetched.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((listening) => outside.listen(0, '127.0.0.1', listening))
  ;({ store, remove } = await makeStore())
  queue = await createReviewQueue({ redisUrl: null }, store, () => {})
  renderer = createRenderer(store)
  app = await openApp(store, {}, { queue, renderer })
  park = await makeSubmitter({ app, store })
  const limits = { ...ownChildren, document: { ...ownChildren.document, memoryMb: 384, timeoutMs: 20_000 } }
  workers = await startWorkers({ redisUrl: null, workerConcurrency: 2 }, store, () => {}, limits)

  const files = hostileFiles((outside.address() as AddressInfo).port)
  const uploaded = await park.upload(files)
  expect(uploaded.json().results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(files.map(() => 'added'))
  revision = park.dossier.revisionId
  const watching = setInterval(() => {
    peakMb = Math.max(peakMb, largestChildMb())
  }, 50)
  expect((await park.send({ method: 'POST', url: `/api/revisions/${revision}/review` })).statusCode).toBe(202)
  const end = await new Promise<ReviewProgress>((resolve) => {
    const stop = queue.watch(revision, (progress) => {
      if (!isOver(progress)) return
      stop()
      resolve(progress)
    })
  })
  expect(end.stage).toBe('reviewed')
  clearInterval(watching)
  report = (await park.send({ url: `/api/revisions/${revision}/reports/json` })).json()
}, 120_000)
afterAll(async () => {
  await workers?.close()
  await renderer?.close()
  await queue?.close()
  await app?.close()
  await remove?.()
  outside?.close()
})

const documentOf = (file: string) => report.documents.find((document) => document.file === file)
const findingsAbout = (file: string) =>
  report.findings.filter(({ rule, subject }) => rule === 'completeness/unreadable-document' && subject === file)

describe('bombs', () => {
  test.each(['炸弹.docx', '炸弹.xlsx', '谎报.docx', '炸弹.pdf'])('%s costs that document only, and a finding says so', (file) => {
    expect(documentOf(file)?.status).not.toBe('parsed')
    expect(findingsAbout(file)).toMatchObject([{ severity: 'error', message: expect.stringContaining(file) }])
  })
  test('no child of the worker ever held more than its limit', () => {
    expect(peakMb).toBeGreaterThan(20)
    // What it takes in between two looks comes on top, and on a busy machine these are late.
    expect(peakMb).toBeLessThan(2 * 384 + 300)
  })
})

test('XXE: a DOCTYPE in OOXML is refused, so that no entity is expanded', () => {
  expect(documentOf('实体.docx')).toMatchObject({ status: 'failed' })
  expect(findingsAbout('实体.docx')).toHaveLength(1)
  expect(JSON.stringify(report)).not.toContain('root:x:0')
})

test('external links in a DOCX are not followed, and its text is read', () => {
  expect(documentOf('外链.docx')).toMatchObject({ status: 'parsed' })
  expect(report.facts.some(({ raw }) => raw.includes('100'))).toBe(true)
  expect(fetched).toEqual([])
})

test('macros are told of and not run', () => {
  expect(documentOf('宏.docm')).toMatchObject({ status: 'parsed', problem: expect.stringContaining('宏') })
})

test('scripts in HTML neither run when it is read nor stand in the report', async () => {
  expect(documentOf('脚本.html')).toMatchObject({ status: 'parsed' })
  const response = await park.send({ url: `/api/revisions/${revision}/reports/html` })
  expect(response.statusCode).toBe(200)
  expect(response.body).not.toMatch(/<script|onerror=/i)
  expect(response.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
  expect(fetched).toEqual([])
})

test('formula injection: text of a document or a file name is no formula in an exported workbook', async () => {
  const response = await park.send({ url: `/api/revisions/${revision}/reports/xlsx` })
  expect(response.headers['content-disposition']).toMatch(/^attachment; /)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(response.rawPayload as unknown as ArrayBuffer)
  const cells: ExcelJS.Cell[] = []
  workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell))))
  expect(cells.some(({ text }) => text.includes('HYPERLINK'))).toBe(true)
  expect(cells.filter(({ type }) => type === ExcelJS.ValueType.Formula || type === ExcelJS.ValueType.Hyperlink)).toEqual([])
  // In a cell of text format it stays text even when somebody edits it.
  const suspicious = cells.filter(({ text }) => /^[=+@]/.test(text) || /^-\D/.test(text))
  expect(suspicious.map(({ type, numFmt }) => ({ type, numFmt }))).toEqual(
    suspicious.map(() => ({ type: ExcelJS.ValueType.String, numFmt: '@' })),
  )
})

test('the documents are given back as they came, to be saved and not shown', async () => {
  const { items } = (await park.send({ url: `/api/revisions/${revision}/documents` })).json()
  const html = items.find(({ fileName }: { fileName: string }) => fileName === '脚本.html')
  const response = await park.send({ url: `/api/documents/${html.id}/content` })
  expect(response.headers).toMatchObject({ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff' })
  expect(response.headers['content-disposition']).toMatch(/^attachment/)
  expect(response.body).toContain('<script>')
})
