import { z } from 'zod'
import { StoreError } from '../../workers/store/store-error.ts'
import { actorOf } from '../access/actor.ts'
import { record } from '../access/audit.ts'
import { readFinding } from '../access/read-object.ts'
import { failures, type Routes } from '../context.ts'
import { Problem } from '../problem.ts'
import { IdParam } from '../show/common.ts'
import { DispositionShape, showDisposition, VerdictShape } from '../show/review.ts'
import { etagOf } from './findings.ts'

const Answer = z.object({
  verdict: VerdictShape,
  comment: z.string().trim().max(4_000).default(''),
  version: z.number().int().nonnegative().optional().describe('所依据的版本；也可用 If-Match'),
})

const versionOf = (header: string | undefined): number | undefined => {
  const digits = /^(?:W\/)?"(\d{1,9})"$/.exec(header ?? '')?.[1]
  return digits === undefined ? undefined : Number(digits)
}

export const dispositionRoutes: Routes = async (app, { context }) => {
  const { store } = context

  app.put('/findings/:finding/disposition', {
    config: { access: { may: 'dispositions:write' } },
    schema: {
      tags: ['发现'],
      summary: '处理一条发现：属实、排除、需说明',
      description: '须以 If-Match（或 version）说明所依据的版本，尚未处理的为 0；他人已先处理时得到 409，并附双方内容。',
      params: z.object({ finding: IdParam }),
      headers: z.object({ 'if-match': z.string().max(50).optional() }),
      body: Answer,
      response: { 200: DispositionShape, ...failures },
    },
    handler: async (request, reply) => {
      const actor = actorOf(request)
      const { verdict, comment } = request.body
      const version = versionOf(request.headers['if-match']) ?? request.body.version
      const { id, dossierId, organisationId, disposition: before } = await readFinding(store, actor, request.params.finding)
      if (version === undefined) throw new Problem('disposition.version')
      if (verdict !== 'confirmed' && comment === '') throw new Problem('request.invalid', '排除或要求说明时，请写明理由。')
      try {
        const disposition = await store.transaction(async (tables) => {
          const changed = await tables.findings.dispose(id, { verdict, comment, version, decidedBy: actor.user.id })
          const details = { from: before?.verdict ?? null, to: verdict, comment, version: changed.version }
          await record(tables, request, { action: 'disposition.change', objectId: id, dossierId, organisationId, details })
          return changed
        })
        reply.header('etag', etagOf(disposition))
        return showDisposition(disposition)
      } catch (error) {
        if (!(error instanceof StoreError) || error.code !== 'store.conflict') throw error
        const { disposition: current } = await readFinding(store, actor, id)
        const extra = { yours: { verdict, comment, version }, current: current === null ? null : showDisposition(current) }
        throw new Problem('disposition.conflict', undefined, { extra, headers: { etag: etagOf(current) } })
      }
    },
  })
}
