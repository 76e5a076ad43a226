import { z } from 'zod'
import { Form } from '../../schemas/form.ts'
import { Report } from '../../schemas/report.ts'
import { PrintError } from '../../workers/render.ts'
import { actorOf } from '../access/actor.ts'
import { record } from '../access/audit.ts'
import { readRevision } from '../access/read-object.ts'
import { readPart, readReport } from '../access/read-report.ts'
import { failures, type Routes } from '../context.ts'
import { Problem } from '../problem.ts'
import { sendBytes } from '../send-bytes.ts'
import { IdParam } from '../show/common.ts'

const Format = z.enum(['json', 'html', 'docx', 'xlsx', 'pdf', 'form'])
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const types = {
  json: 'application/json; charset=utf-8',
  html: 'text/html; charset=utf-8',
  docx: word,
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  form: word,
} as const

const Listed = z.object({
  items: z.array(z.object({ format: Format, sha256: z.string(), size: z.number().int() })),
  form: Form.pick({ id: true, zh: true, clause: true })
    .nullable()
    .describe('这个阶段依法要填的表（附1、附3），可按 form 格式取其草稿；没有则为 null'),
})
const OfForm = Report.pick({ form: true })

const tags = ['报告']
const config = { access: { may: 'dossiers:read' } } as const
const params = z.object({ revision: IdParam })

export const reportRoutes: Routes = async (app, { context }) => {
  const { store, renderer } = context

  const nameOf = async (id: string, number: number, format: z.infer<typeof Format>): Promise<string> => {
    if (format !== 'form') return `核查报告-第${number}次.${format}`
    const { form } = await readPart(store, id, OfForm)
    if (form === null) throw new Problem('report.no-form')
    return `${form.zh}（草稿）-第${number}次.docx`
  }

  app.get('/revisions/:revision/reports', {
    config,
    schema: { tags, summary: '已有的报告', params, response: { 200: Listed, ...failures } },
    handler: async (request) => {
      const { id } = await readRevision(store, actorOf(request), request.params.revision)
      const items = (await store.reports.list(id)).map(({ format, sha256, size }) => ({ format, sha256, size }))
      return { items, form: items.length === 0 ? null : (await readPart(store, id, OfForm)).form }
    },
  })

  app.get('/revisions/:revision/reports/:format', {
    config,
    schema: {
      tags,
      summary: '报告：json、html、docx（核查意见）、xlsx（清单）、pdf（完整报告）、form（验收申请表或创建备案表草稿）',
      description: 'pdf 由服务器上的 Chromium 打印；没有安装时得到 501（report.no-printer），并说明办法。',
      params: params.extend({ format: Format }),
      querystring: z.object({ download: z.enum(['0', '1']).default('0') }),
      response: { 200: z.any().describe('报告文件'), ...failures },
    },
    handler: async (request, reply) => {
      const { id, number, status, dossierId, organisationId } = await readRevision(store, actorOf(request), request.params.revision)
      const { format } = request.params
      if (status !== 'reviewed') throw new Problem('report.not-ready')
      const fileName = await nameOf(id, number, format)
      const report = await renderer.report(id, format).catch(async (error: unknown) => {
        if (error instanceof PrintError) throw new Problem('report.no-printer', error.message)
        // No form can be made of what another version wrote: then it is told, and not that we failed.
        await readReport(store, id)
        throw error
      })
      if (report === undefined) throw new Problem('report.not-ready')
      const bytes = await store.blobs.stream(report.sha256)
      await record(store, request, { action: 'report.download', objectId: id, dossierId, organisationId, details: { format } })
      const show = request.query.download === '0' && (format === 'html' || format === 'json')
      return sendBytes(reply, { bytes, size: report.size, fileName, type: types[format], show })
    },
  })
}
