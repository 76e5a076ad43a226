import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeService, type Service } from '../make-service.ts'
import { makeSubmitter, type Submitter } from '../make-submitter.ts'

let service: Service
let park: Submitter
beforeAll(async () => {
  service = await makeService()
  park = await makeSubmitter(service)
})
afterAll(() => service.close())

const pdf = (text: string) => `%PDF-1.7 ${text}`
const digest = (text: string) => createHash('sha256').update(text).digest('hex')

test('many files in one request: each has its own result, and one that is refused costs the others nothing', async () => {
  const response = await park.upload([
    { name: '验收报告.pdf', bytes: pdf('甲') },
    { name: '附件.exe', bytes: 'MZ' },
    { name: '2021/年度报告.pdf', bytes: pdf('乙') },
  ])
  expect(response.statusCode).toBe(207)
  expect(response.json().results).toMatchObject([
    { fileName: '验收报告.pdf', outcome: 'added', sha256: digest(pdf('甲')), size: Buffer.byteLength(pdf('甲')) },
    { fileName: '附件.exe', outcome: 'refused', code: 'upload.type', message: expect.stringMatching(/请提交/) },
    { fileName: '2021/年度报告.pdf', outcome: 'added' },
  ])
  expect((await park.names()).sort()).toEqual(['2021/年度报告.pdf', '验收报告.pdf'])
})

test('sent again, a file stays as it is, and with other bytes takes the place of the former', async () => {
  const again = await park.upload([
    { name: '验收报告.pdf', bytes: pdf('甲') },
    { name: '2021/年度报告.pdf', bytes: pdf('丙') },
  ])
  expect(again.statusCode).toBe(201)
  expect(again.json().results).toMatchObject([{ outcome: 'same' }, { outcome: 'replaced', sha256: digest(pdf('丙')) }])
  expect(await park.names()).toHaveLength(2)
})

test('a request with an idempotency key runs once, and answers the same again without reading anything', async () => {
  const headers = { 'idempotency-key': 'upload-0001' }
  const files = [{ name: '图纸.pdf', bytes: pdf('图') }]
  const first = await park.upload(files, headers)
  const second = await park.upload(files, headers)
  expect(first.json().results).toMatchObject([{ outcome: 'added' }])
  expect(second.json()).toEqual(first.json())
  expect(second.headers['idempotency-replayed']).toBe('true')
  const other = await park.upload([{ name: '另一份文件.pdf', bytes: pdf('另') }], headers)
  expect(other.json().code).toBe('idempotency.mismatch')
})

test('a large file in pieces goes on where it broke off, and is checked against its digest', async () => {
  const whole = pdf('扫描件'.repeat(1000))
  const body = { fileName: '扫描件.pdf', size: Buffer.byteLength(whole), sha256: digest(whole) }
  const bytes = Buffer.from(whole)
  const begin = async () => (await park.send({ method: 'POST', url: `/api/dossiers/${park.dossier.id}/uploads`, payload: body })).json()
  const piece = (id: string, offset: number, end?: number) =>
    park.send({
      ...{ method: 'PATCH', url: `/api/uploads/${id}`, payload: bytes.subarray(offset, end) },
      headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    })
  const { id, received } = await begin()
  expect(received).toBe(0)
  expect((await piece(id, 0, 1000)).json()).toMatchObject({ upload: { received: 1000 }, document: null })
  // Another program, which knows only the file, finds the same upload.
  expect(await begin()).toMatchObject({ id, received: 1000 })
  expect((await piece(id, 500, 1500)).json()).toMatchObject({ status: 409, code: 'upload.offset' })
  const last = await piece(id, 1000)
  expect(last.json()).toMatchObject({ document: { fileName: '扫描件.pdf', sha256: body.sha256, size: body.size } })
  expect(await park.names()).toContain('扫描件.pdf')
})

test('pieces that make another file than announced, or none that may be sent, do not become a document', async () => {
  const send = async (fileName: string, content: string, sha256: string) => {
    const payload = { fileName, size: content.length, sha256 }
    const begun = await park.send({ method: 'POST', url: `/api/dossiers/${park.dossier.id}/uploads`, payload })
    const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
    const response = await park.send({ method: 'PATCH', url: `/api/uploads/${begun.json().id}`, payload: content, headers })
    return response.json().code
  }
  expect(await send('错.pdf', '%PDF-1.7', digest('another'))).toBe('upload.digest')
  expect(await send('程序.pdf', 'MZ program', digest('MZ program'))).toBe('upload.type')
  expect((await park.names()).some((name) => name === '错.pdf' || name === '程序.pdf')).toBe(false)
  // Nor do they cost the file of that name which is there.
  await park.uploadOne('已有.pdf', pdf('原来的'))
  expect(await send('已有.pdf', 'MZ program', digest('MZ program'))).toBe('upload.type')
  const { items } = (await park.send({ url: `/api/dossiers/${park.dossier.id}/documents` })).json()
  expect(items).toContainEqual(expect.objectContaining({ fileName: '已有.pdf', sha256: digest(pdf('原来的')) }))
})

test('after submission the files stay as they were reviewed, until a rectified revision is begun', async () => {
  const review = await park.send({ method: 'POST', url: `/api/revisions/${park.dossier.revisionId}/review` })
  expect([review.statusCode, review.json().status]).toEqual([202, 'queued'])
  expect((await park.uploadOne('补交.pdf')).problem).toBe('revision.state')
  const tooEarly = await park.send({ method: 'POST', url: `/api/dossiers/${park.dossier.id}/revisions`, payload: {} })
  expect(tooEarly.json().code).toBe('revision.unfinished')

  await park.send({ method: 'DELETE', url: `/api/revisions/${park.dossier.revisionId}/review` })
  const next = await park.send({ method: 'POST', url: `/api/dossiers/${park.dossier.id}/revisions`, payload: {} })
  expect(next.json()).toMatchObject({ number: 2, status: 'draft' })
  expect((await park.uploadOne('补交.pdf')).outcome).toBe('added')
  const documents = await park.send({ url: `/api/dossiers/${park.dossier.id}/documents` })
  expect(documents.json().items.map(({ fileName }: { fileName: string }) => fileName)).toContain('验收报告.pdf')
})

test('an empty dossier cannot be submitted', async () => {
  const { revisionId } = await park.newDossier()
  const response = await park.send({ method: 'POST', url: `/api/revisions/${revisionId}/review` })
  expect(response.json()).toMatchObject({ status: 409, code: 'revision.empty' })
})
