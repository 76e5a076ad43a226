import { afterAll, beforeAll, expect, test } from 'vitest'
import { printPdf } from '../../workers/render/print-pdf.ts'
import { PrintError } from '../../workers/render.ts'
import { makeBoxedReport, makeReviewed } from './make-dossier.ts'
import { type Credentials, makeOrganisations, makeUser, signIn } from './make-scene.ts'
import { makeRenderer, makeService, type Service } from './make-service.ts'

let service: Service
let headers: Credentials
let revision: string
beforeAll(async () => {
  service = await makeService({}, (store) => {
    const renderer = makeRenderer(store)
    const report: typeof renderer.report = async (id, format) => {
      if (format === 'pdf') await printPdf(null, 'nowhere')
      return renderer.report(id, format)
    }
    return { renderer: { ...renderer, report } }
  })
  const { park } = await makeOrganisations(service.store)
  headers = await signIn(service.store, await makeUser(service.store, park.id, 'submitter'))
  revision = (await makeReviewed(service.store, park.id)).revision.id
})
afterAll(() => service.close())

const get = (format: string) => service.app.inject({ url: `/api/revisions/${revision}/reports/${format}`, headers })

test('a report is sent with its name, and each download stands in the audit log', async () => {
  const answer = await get('json')
  expect(answer.json().schemaVersion).toBe(1)
  expect(answer.headers['content-disposition']).toContain(encodeURIComponent('核查报告-第1次.json'))
  const { items } = await service.store.audit.list({ scope: 'all', action: 'report.download', objectId: revision })
  expect(items).toMatchObject([{ details: { format: 'json' } }])
})

test('where the machine has no browser to print with, a PDF is refused with what to do instead', async () => {
  await expect(printPdf(null, 'nowhere')).rejects.toThrow(PrintError)
  expect((await get('pdf')).json()).toMatchObject({
    ...{ status: 501, code: 'report.no-printer' },
    detail: expect.stringMatching(/没有安装 Chromium.*HTML/),
  })
})

test('the draft of the stage’s form is told of and sent under the form’s name; a stage without one says so', async () => {
  const list = () => service.app.inject({ url: `/api/revisions/${revision}/reports`, headers })
  expect((await list()).json().form).toBeNull()
  expect((await get('form')).json()).toMatchObject({ status: 404, code: 'report.no-form' })
  const { store } = service
  const form = { id: '附3', zh: '验收申请表', clause: '第十二条', note: null, fields: [] }
  const report = { ...makeBoxedReport(), form }
  await store.reports.addFile(revision, { format: 'json', ...(await store.blobs.put(Buffer.from(JSON.stringify(report)))) })
  await store.reports.addFile(revision, { format: 'form', ...(await store.blobs.put(Buffer.from('PK'))) })
  expect((await list()).json().form).toEqual({ id: '附3', zh: '验收申请表', clause: '第十二条' })
  const answer = await get('form')
  expect(answer.headers['content-disposition']).toContain(encodeURIComponent('验收申请表（草稿）-第1次.docx'))
  expect(answer.headers['content-type']).toContain('wordprocessingml')
})

test('a format that there is not is a wrong request', async () => {
  expect((await get('exe')).statusCode).toBe(400)
})
