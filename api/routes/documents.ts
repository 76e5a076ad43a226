import { z } from 'zod'
import { Role } from '../../schemas/dossier.ts'
import { actorOf } from '../access/actor.ts'
import { record } from '../access/audit.ts'
import { readDocument, readDossier, readRevision } from '../access/read-object.ts'
import { failures, type Routes } from '../context.ts'
import { IdempotencyHeaders, runOnce } from '../guard/run-once.ts'
import { Problem, problemCodes } from '../problem.ts'
import { sendBytes } from '../send-bytes.ts'
import { IdParam } from '../show/common.ts'
import { DocumentShape, showDocument } from '../show/dossier.ts'
import { allowanceOf, demandDraft } from '../upload/limits.ts'
import { type Received, receiveFiles } from '../upload/receive-files.ts'

const Result = z.union([
  z.object({
    fileName: z.string(),
    outcome: z.enum(['added', 'same', 'replaced']),
    document: z.string(),
    sha256: z.string(),
    size: z.number().int(),
  }),
  z.object({ fileName: z.string(), outcome: z.literal('refused'), code: z.enum(problemCodes), message: z.string() }),
])
const Results = z.object({ results: z.array(Result) })
const list = z.object({ items: z.array(DocumentShape) })

const tags = ['文件']
const read = { access: { may: 'dossiers:read' } } as const
const write = { access: { may: 'dossiers:write' } } as const
const params = z.object({ document: IdParam })

export const documentRoutes: Routes = async (app, { context }) => {
  const { store, settings } = context

  app.post('/dossiers/:dossier/documents', {
    config: write,
    schema: {
      tags,
      summary: '上传文件（一次多个，multipart/form-data，逐个给出结果）',
      description: '文件名中可带文件夹（用 / 分隔）。同名同内容的文件不变，同名不同内容的替换；中断后重发未收到的即可，大文件可用续传。',
      consumes: ['multipart/form-data'],
      params: z.object({ dossier: IdParam }),
      headers: IdempotencyHeaders,
      response: { 201: Results.describe('全部收下'), 207: Results.describe('部分未收下，原因见各文件'), ...failures },
    },
    handler: async (request, reply) => {
      const actor = actorOf(request)
      const dossier = await readDossier(store, actor, request.params.dossier)
      if (!request.isMultipart()) throw new Problem('request.type', '上传文件请用 multipart/form-data。')
      const { status, body } = await runOnce(store, request, reply, async () => {
        const revision = await readRevision(store, actor, dossier.revisionId)
        demandDraft(revision)
        const { allowance, files } = await allowanceOf(store, revision, settings)
        if (Number(request.headers['content-length'] ?? 0) > allowance.left + 1_000_000)
          throw new Problem('upload.quota', undefined, { headers: { connection: 'close' } })
        const results = await receiveFiles(store, revision.id, request, { largestFile: settings.largestFile, mostFiles: files, allowance })
        const details = { files: results.map(({ fileName, outcome }) => ({ fileName, outcome })).slice(0, 100), of: results.length }
        await record(store, request, {
          action: 'document.upload',
          objectId: revision.id,
          dossierId: dossier.id,
          organisationId: dossier.organisationId,
          details,
        })
        return {
          status: results.some(({ outcome }: Received) => outcome === 'refused') ? (207 as const) : (201 as const),
          body: { results },
        }
      })
      return reply.code(status).send(body)
    },
  })

  app.get('/dossiers/:dossier/documents', {
    config: read,
    schema: { tags, summary: '最新一次提交的文件', params: z.object({ dossier: IdParam }), response: { 200: list, ...failures } },
    handler: async (request) => {
      const { revisionId } = await readDossier(store, actorOf(request), request.params.dossier)
      return { items: (await store.documents.list(revisionId)).map(showDocument) }
    },
  })

  app.get('/revisions/:revision/documents', {
    config: read,
    schema: { tags, summary: '某次提交的文件', params: z.object({ revision: IdParam }), response: { 200: list, ...failures } },
    handler: async (request) => {
      const { id } = await readRevision(store, actorOf(request), request.params.revision)
      return { items: (await store.documents.list(id)).map(showDocument) }
    },
  })

  app.get('/documents/:document', {
    config: read,
    schema: { tags, summary: '文件', params, response: { 200: DocumentShape, ...failures } },
    handler: async (request) => showDocument(await readDocument(store, actorOf(request), request.params.document)),
  })

  app.patch('/documents/:document', {
    config: write,
    schema: {
      tags,
      summary: '指明文件类型和年份（优先于识别）',
      params,
      body: z.object({ role: Role.nullable(), year: z.number().int().min(1990).max(2100).nullable().default(null) }),
      response: { 200: DocumentShape, ...failures },
    },
    handler: async (request) => {
      const { id, dossierId, organisationId } = await readDocument(store, actorOf(request), request.params.document)
      const { role, year } = request.body
      const document = await store.documents.override(id, { role, year })
      await record(store, request, { action: 'document.override', objectId: id, dossierId, organisationId, details: { role, year } })
      return showDocument(document)
    },
  })

  app.delete('/documents/:document', {
    config: write,
    schema: { tags, summary: '从草稿中移除文件', params, response: { 204: z.undefined(), ...failures } },
    handler: async (request, reply) => {
      const { id, dossierId, organisationId, revisionId, fileName } = await readDocument(store, actorOf(request), request.params.document)
      demandDraft(await store.revisions.read(revisionId))
      await store.documents.remove(id)
      await record(store, request, { action: 'document.remove', objectId: id, dossierId, organisationId, details: { fileName } })
      return reply.code(204).send()
    },
  })

  app.get('/documents/:document/content', {
    config: read,
    schema: { tags, summary: '下载原文件', params, response: { 200: z.any().describe('文件内容'), ...failures } },
    handler: async (request, reply) => {
      const { id, dossierId, organisationId, sha256, size, fileName } = await readDocument(store, actorOf(request), request.params.document)
      const bytes = await store.blobs.stream(sha256)
      await record(store, request, { action: 'document.download', objectId: id, dossierId, organisationId })
      return sendBytes(reply, { bytes, size, fileName, type: 'application/octet-stream', show: false })
    },
  })
}
