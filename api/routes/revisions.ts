import { z } from 'zod'
import { Manifest } from '../../schemas/dossier.ts'
import { actorOf } from '../access/actor.ts'
import { record } from '../access/audit.ts'
import { readDossier, readRevision } from '../access/read-object.ts'
import { failures, type Routes } from '../context.ts'
import { IdempotencyHeaders, runOnce } from '../guard/run-once.ts'
import { retell } from '../guard/store-faults.ts'
import { Problem } from '../problem.ts'
import { IdParam } from '../show/common.ts'
import { RevisionShape, showRevision } from '../show/dossier.ts'

const NewRevision = z.object({
  manifest: Manifest.nullable().optional().describe('不填则沿用上一次的说明'),
  copyDocuments: z.boolean().default(true).describe('先沿用上一次的文件，再替换、增删'),
})

const tags = ['提交']
const read = { access: { may: 'dossiers:read' } } as const
const write = { access: { may: 'dossiers:write' } } as const
const params = z.object({ revision: IdParam })
const ofDossier = z.object({ dossier: IdParam })

export const revisionRoutes: Routes = async (app, { context }) => {
  const { store, queue } = context

  app.get('/dossiers/:dossier/revisions', {
    config: read,
    schema: { tags, summary: '历次提交', params: ofDossier, response: { 200: z.object({ items: z.array(RevisionShape) }), ...failures } },
    handler: async (request) => {
      const { id } = await readDossier(store, actorOf(request), request.params.dossier)
      return { items: (await store.revisions.list(id)).map(showRevision) }
    },
  })

  app.post('/dossiers/:dossier/revisions', {
    config: write,
    schema: {
      tags,
      summary: '整改后重新提交：新建一次提交（草稿）',
      params: ofDossier,
      headers: IdempotencyHeaders,
      body: NewRevision,
      response: { 201: RevisionShape, ...failures },
    },
    handler: async (request, reply) => {
      const actor = actorOf(request)
      const { id, organisationId, revisionId } = await readDossier(store, actor, request.params.dossier)
      const { manifest, copyDocuments } = request.body
      const { status, body } = await runOnce(store, request, reply, async () => {
        const before = await store.revisions.read(revisionId)
        const options = { manifest: manifest === undefined ? before.manifest : manifest, createdBy: actor.user.id, copyDocuments }
        const revision = await retell(store.revisions.create(id, options), 'store.conflict', 'revision.unfinished')
        const details = { number: revision.number, copyDocuments }
        await record(store, request, { action: 'revision.create', objectId: revision.id, dossierId: id, organisationId, details })
        return { status: 201 as const, body: showRevision(revision) }
      })
      return reply.code(status).send(body)
    },
  })

  app.get('/revisions/:revision', {
    config: read,
    schema: { tags, summary: '一次提交', params, response: { 200: RevisionShape, ...failures } },
    handler: async (request) => showRevision(await readRevision(store, actorOf(request), request.params.revision)),
  })

  app.put('/revisions/:revision/manifest', {
    config: write,
    schema: { tags, summary: '更改草稿的说明', params, body: Manifest.nullable(), response: { 200: RevisionShape, ...failures } },
    handler: async (request) => {
      const { id, dossierId, organisationId } = await readRevision(store, actorOf(request), request.params.revision)
      const revision = await store.revisions.setManifest(id, request.body)
      await record(store, request, { action: 'revision.manifest', objectId: id, dossierId, organisationId })
      return showRevision(revision)
    },
  })

  app.post('/revisions/:revision/review', {
    config: write,
    schema: { tags, summary: '提交核查', params, headers: IdempotencyHeaders, response: { 202: RevisionShape, ...failures } },
    handler: async (request, reply) => {
      const actor = actorOf(request)
      const { id, dossierId, organisationId } = await readRevision(store, actor, request.params.revision)
      const { status, body } = await runOnce(store, request, reply, async () => {
        await retell(queue.submit(id), 'store.conflict', 'revision.empty')
        await record(store, request, { action: 'revision.submit', objectId: id, dossierId, organisationId })
        return { status: 202 as const, body: showRevision(await readRevision(store, actor, id)) }
      })
      return reply.code(status).send(body)
    },
  })

  app.delete('/revisions/:revision/review', {
    config: write,
    schema: { tags, summary: '取消核查', params, response: { 200: RevisionShape, ...failures } },
    handler: async (request) => {
      const actor = actorOf(request)
      const { id, dossierId, organisationId } = await readRevision(store, actor, request.params.revision)
      if (!(await queue.cancel(id))) throw new Problem('revision.state', '这次提交不在核查中。')
      await record(store, request, { action: 'revision.cancel', objectId: id, dossierId, organisationId })
      return showRevision(await readRevision(store, actor, id))
    },
  })
}
