import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Revision, Upload } from '../../workers/store/entities.ts'
import type { Store } from '../../workers/store/store.ts'
import { StoreError } from '../../workers/store/store-error.ts'
import { actorOf } from '../access/actor.ts'
import { record } from '../access/audit.ts'
import { readDossier, readRevision, readUpload } from '../access/read-object.ts'
import { failures, type Routes } from '../context.ts'
import { Problem } from '../problem.ts'
import { IdParam } from '../show/common.ts'
import { DocumentShape, showDocument, showUpload, UploadShape } from '../show/dossier.ts'
import { demandStoredDocument } from '../upload/demand-stored-document.ts'
import { readFileName } from '../upload/file-name.ts'
import { demandEnding } from '../upload/file-type.ts'
import { allowanceOf, demandDraft } from '../upload/limits.ts'

const NewUpload = z.object({
  fileName: z.string().min(1).max(1_000),
  size: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: '应是 64 位小写十六进制的 SHA-256' }),
})
const Piece = z.object({ 'upload-offset': z.coerce.number().int().nonnegative().describe('这一段从第几个字节开始') })
const Done = z.object({ upload: UploadShape, document: DocumentShape.nullable().describe('收齐后成为的文件') })

const tags = ['续传']
const config = { access: { may: 'dossiers:write' } } as const
const params = z.object({ upload: IdParam })

/** The upload of these very bytes under this name that was begun before, so that whoever starts again goes on where it broke off. */
async function beginUpload(store: Store, revision: Revision, createdBy: string, given: z.infer<typeof NewUpload>) {
  const begun = await store.uploads.list(revision.id)
  const same = begun.find(({ fileName, size, sha256 }) => fileName === given.fileName && size === given.size && sha256 === given.sha256)
  return same ?? store.uploads.create({ ...given, revisionId: revision.id, createdBy })
}

/** The bytes of a piece; none where only the end of an upload is asked for once more, after it broke off there. */
function pieceOf(body: unknown, length: string | undefined): Readable {
  if (body instanceof Readable) return body
  if (body === undefined && length === '0') return Readable.from([])
  throw new Problem('request.type', '请以 application/offset+octet-stream 发送内容。')
}

/** Makes a document of an upload whose bytes are all there. Bytes that are refused, or not the ones announced, are forgotten: it must begin again. */
async function finishUpload(store: Store, { id, fileName }: Upload) {
  try {
    return (await store.uploads.finish(id, (whole) => demandStoredDocument(store, whole, fileName))).document
  } catch (error) {
    const other = error instanceof StoreError && error.code === 'store.conflict'
    if (!other && !(error instanceof Problem)) throw error
    await store.uploads.delete(id)
    throw other ? new Problem('upload.digest') : error
  }
}

/** Large files in pieces: a broken connection costs the last piece only. */
export const uploadRoutes: Routes = async (app, { context }) => {
  const { store, settings } = context
  app.addContentTypeParser('application/offset+octet-stream', (_request, payload, done) => done(null, payload))

  app.post('/dossiers/:dossier/uploads', {
    config,
    schema: {
      tags,
      summary: '开始或继续上传一个大文件',
      params: z.object({ dossier: IdParam }),
      body: NewUpload,
      response: { 200: UploadShape, ...failures },
    },
    handler: async (request) => {
      const actor = actorOf(request)
      const dossier = await readDossier(store, actor, request.params.dossier)
      const revision = await readRevision(store, actor, dossier.revisionId)
      demandDraft(revision)
      const fileName = readFileName(request.body.fileName)
      demandEnding(fileName)
      const { size } = request.body
      if (size > settings.largestFile)
        throw new Problem('upload.too-large', `单个文件最大 ${Math.floor(settings.largestFile / 1024 ** 2)} MB。`)
      const { allowance } = await allowanceOf(store, revision, settings)
      if (size > allowance.left) throw new Problem('upload.quota')
      return showUpload(await beginUpload(store, revision, actor.user.id, { ...request.body, fileName }))
    },
  })

  app.get('/dossiers/:dossier/uploads', {
    config,
    schema: {
      tags,
      summary: '未完成的上传',
      params: z.object({ dossier: IdParam }),
      response: { 200: z.object({ items: z.array(UploadShape) }), ...failures },
    },
    handler: async (request) => {
      const { revisionId } = await readDossier(store, actorOf(request), request.params.dossier)
      return { items: (await store.uploads.list(revisionId)).map(showUpload) }
    },
  })

  app.get('/uploads/:upload', {
    config,
    schema: { tags, summary: '已收到多少', params, response: { 200: UploadShape, ...failures } },
    handler: async (request) => showUpload(await readUpload(store, actorOf(request), request.params.upload)),
  })

  app.patch('/uploads/:upload', {
    config,
    schema: {
      tags,
      summary: '上传一段（application/offset+octet-stream）',
      description: '内容接在 Upload-Offset 之后；收齐时核对 SHA-256，文件即列入材料。',
      consumes: ['application/offset+octet-stream'],
      params,
      headers: Piece,
      response: { 200: Done, ...failures },
    },
    handler: async (request) => {
      const actor = actorOf(request)
      const upload = await readUpload(store, actor, request.params.upload)
      const revision = await readRevision(store, actor, upload.revisionId)
      demandDraft(revision)
      const piece = pieceOf(request.body, request.headers['content-length'])
      const grown = await store.uploads.append(upload.id, request.headers['upload-offset'], piece)
      if (grown.received < grown.size) return { upload: showUpload(grown), document: null }
      const document = await finishUpload(store, upload)
      const { dossierId, organisationId, id, fileName } = document
      await record(store, request, {
        action: 'document.upload',
        objectId: id,
        dossierId,
        organisationId,
        details: { fileName, inPieces: true },
      })
      return { upload: showUpload(grown), document: showDocument(document) }
    },
  })

  app.delete('/uploads/:upload', {
    config,
    schema: { tags, summary: '放弃上传', params, response: { 204: z.undefined(), ...failures } },
    handler: async (request, reply) => {
      const { id } = await readUpload(store, actorOf(request), request.params.upload)
      await store.uploads.delete(id)
      return reply.code(204).send()
    },
  })
}
