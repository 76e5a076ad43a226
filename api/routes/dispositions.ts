import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { DispositionVerdict, StoredFinding } from '../../workers/store/entities.ts'
import { StoreError } from '../../workers/store/store-error.ts'
import { actorOf } from '../access/actor.ts'
import { record } from '../access/audit.ts'
import { readFinding } from '../access/read-object.ts'
import { type Context, failures, type Routes } from '../context.ts'
import { seenVersion, VersionHeader } from '../guard/seen-version.ts'
import { Problem } from '../problem.ts'
import { IdParam } from '../show/common.ts'
import { DispositionShape, showDisposition, VerdictShape } from '../show/review.ts'
import { etagOf } from './findings.ts'

const Version = z.number().int().nonnegative()
const Comment = z.string().trim().max(4_000).default('')
const Answer = z.object({ verdict: VerdictShape, comment: Comment, version: Version.optional().describe('所依据的版本；也可用 If-Match') })
const Stands = z.object({ disposition: DispositionShape.nullable(), version: Version })

const mostAtOnce = 500
const Bulk = z.object({
  verdict: VerdictShape.nullable().describe('null：撤销处理意见'),
  comment: Comment,
  findings: z
    .array(z.object({ id: IdParam, version: Version.describe('列表中所见的版本') }))
    .min(1)
    .max(mostAtOnce),
})
const BulkResult = z.object({
  id: z.string(),
  outcome: z
    .enum(['changed', 'conflict', 'not-found'])
    .describe('changed 已处理 · conflict 他人已先处理，未改动，现状见 disposition · not-found 没有这条发现'),
  disposition: DispositionShape.nullable(),
  version: Version,
})

type Wanted = { readonly verdict: DispositionVerdict | null; readonly comment: string; readonly version: number }
type Standing = Pick<StoredFinding, 'disposition' | 'version'>

const show = ({ disposition, version }: Standing): z.infer<typeof Stands> => ({
  disposition: disposition === null ? null : showDisposition(disposition),
  version,
})

function demandReason({ verdict, comment }: Pick<Wanted, 'verdict' | 'comment'>): void {
  if (verdict !== null && verdict !== 'confirmed' && comment === '') throw new Problem('request.invalid', '排除或要求说明时，请写明理由。')
}

/** Answers a finding, with its entry in the audit log. Where somebody was first, tells so with what stands, and changes nothing. */
async function dispose({ store }: Context, request: FastifyRequest, finding: StoredFinding, wanted: Wanted) {
  const { id, dossierId, organisationId, disposition: before } = finding
  const actor = actorOf(request)
  try {
    const after = await store.transaction(async (tables) => {
      const changed = await tables.findings.dispose(id, { ...wanted, decidedBy: actor.user.id })
      const details = { from: before?.verdict ?? null, to: wanted.verdict, comment: wanted.comment, version: changed.version }
      await record(tables, request, { action: 'disposition.change', objectId: id, dossierId, organisationId, details })
      return changed
    })
    return { outcome: 'changed' as const, ...after }
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'store.conflict') throw error
    return { outcome: 'conflict' as const, ...(await readFinding(store, actor, id)) }
  }
}

/** The same, telling a conflict as a problem with both versions. */
async function disposeOrThrow(context: Context, request: FastifyRequest, finding: StoredFinding, wanted: Wanted): Promise<Standing> {
  const { outcome, ...stands } = await dispose(context, request, finding, wanted)
  if (outcome === 'changed') return stands
  const extra = { yours: wanted, current: show(stands).disposition, version: stands.version }
  throw new Problem('disposition.conflict', undefined, { extra, headers: { etag: etagOf(stands) } })
}

const tags = ['发现']
const config = { access: { may: 'dispositions:write' } } as const
const params = z.object({ finding: IdParam })

export const dispositionRoutes: Routes = async (app, { context }) => {
  const { store } = context

  app.put('/findings/:finding/disposition', {
    config,
    schema: {
      tags,
      summary: '处理一条发现：属实、排除、需说明',
      description: '须以 If-Match（或 version）说明所依据的版本，从未处理的为 0；他人已先处理时得到 409，并附双方内容（yours、current）。',
      params,
      headers: VersionHeader,
      body: Answer,
      response: { 200: DispositionShape, ...failures },
    },
    handler: async (request, reply) => {
      const { verdict, comment, version } = request.body
      const finding = await readFinding(store, actorOf(request), request.params.finding)
      const wanted = { verdict, comment, version: seenVersion(request.headers['if-match'], version) }
      demandReason(wanted)
      const stands = await disposeOrThrow(context, request, finding, wanted)
      if (stands.disposition === null) throw new Error('an answer was kept as none')
      reply.header('etag', etagOf(stands))
      return showDisposition(stands.disposition)
    },
  })

  app.delete('/findings/:finding/disposition', {
    config,
    schema: {
      tags,
      summary: '撤销一条发现的处理意见',
      description: '发现回到未处理，版本继续加一，因此撤销也不会盖住他人刚作的处理。须以 If-Match 说明所依据的版本。',
      params,
      headers: VersionHeader,
      response: { 200: Stands, ...failures },
    },
    handler: async (request, reply) => {
      const finding = await readFinding(store, actorOf(request), request.params.finding)
      const wanted = { verdict: null, comment: '', version: seenVersion(request.headers['if-match']) }
      const stands = await disposeOrThrow(context, request, finding, wanted)
      reply.header('etag', etagOf(stands))
      return show(stands)
    },
  })

  app.post('/dispositions', {
    config,
    schema: {
      tags,
      summary: '一次处理多条发现，或撤销多条',
      description: `最多 ${mostAtOnce} 条，各自核对版本：他人已先处理的不动，结果逐条给出，次序与请求相同。`,
      body: Bulk,
      response: { 200: z.object({ results: z.array(BulkResult) }), ...failures },
    },
    handler: async (request) => {
      const { verdict, comment, findings } = request.body
      demandReason({ verdict, comment })
      const { scope } = actorOf(request)
      const results: z.infer<typeof BulkResult>[] = []
      for (const { id, version } of findings) {
        const finding = await store.findings.find(id, scope)
        if (finding === undefined) results.push({ id, outcome: 'not-found', disposition: null, version: 0 })
        else {
          const { outcome, ...stands } = await dispose(context, request, finding, { verdict, comment, version })
          results.push({ id, outcome, ...show(stands) })
        }
      }
      return { results }
    },
  })
}
