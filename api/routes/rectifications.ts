import { z } from 'zod'
import type { Revision, StoredFinding } from '../../workers/store/entities.ts'
import type { Store } from '../../workers/store/store.ts'
import { StoreError } from '../../workers/store/store-error.ts'
import { actorOf } from '../access/actor.ts'
import { record } from '../access/audit.ts'
import { readRevision } from '../access/read-object.ts'
import { type Context, failures, type Routes } from '../context.ts'
import { seenVersion, VersionHeader } from '../guard/seen-version.ts'
import { retell } from '../guard/store-faults.ts'
import { Problem } from '../problem.ts'
import { IdParam } from '../show/common.ts'
import { listFindings } from '../show/list-findings.ts'
import { RectificationShape, showRectification } from '../show/rectification.ts'

const SendBack = z.object({
  dueOn: z.iso.date().describe('整改期限（管理办法第十八条：一个月内）'),
  note: z.string().trim().max(4_000).default('').describe('给园区的话'),
  findings: z.array(IdParam).min(1).max(2_000).optional().describe('不填则为全部“属实”和“需说明”的发现'),
})
const Answer = z.object({
  answer: z.string().trim().min(1).max(10_000),
  version: z.number().int().nonnegative().optional().describe('所依据的版本；也可用 If-Match'),
})

const tags = ['整改']
const read = { access: { may: 'dossiers:read' } } as const
const write = { access: { may: 'dossiers:write' } } as const
const review = { access: { may: 'dispositions:write' } } as const
const params = z.object({ revision: IdParam })

const asksForMore = ({ disposition }: StoredFinding) => disposition !== null && disposition.verdict !== 'dismissed'

/** The findings to send back: those named, or all that a reviewer confirmed or wants explained. What was not looked at is not sent. */
async function findingsToSend(store: Store, { id }: Revision, named: readonly string[] | undefined): Promise<string[]> {
  const wanted = new Set(named)
  const chosen = (await listFindings(store, id)).filter((finding) => (named === undefined ? asksForMore(finding) : wanted.has(finding.id)))
  if (named !== undefined && chosen.length !== wanted.size) throw new Problem('finding.not-found')
  const loose = chosen.filter((finding) => !asksForMore(finding))
  if (loose.length > 0) throw new Problem('rectification.undecided', `有 ${loose.length} 条尚未处理或已排除。`)
  if (chosen.length === 0) throw new Problem('rectification.empty')
  return chosen.map((finding) => finding.id)
}

async function show({ rectifications }: Store, revisionId: string): Promise<z.infer<typeof RectificationShape>> {
  const found = await rectifications.find(revisionId)
  if (found === undefined) throw new Problem('rectification.not-found')
  return showRectification(found, await rectifications.items(found.id))
}

const today = ({ now }: Context): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now())

/** Sending a reviewed revision back to its park, and the park's answers. The park hands in a further revision as it does the first. */
export const rectificationRoutes: Routes = async (app, { context }) => {
  const { store } = context

  app.post('/revisions/:revision/rectification', {
    config: review,
    schema: {
      tags,
      summary: '退回整改：列明发现和期限',
      description:
        '只有核查完毕的最新一次提交可以退回。园区在材料列表中看到期限（dueOn），逐条答复后新建并提交下一次；提交后退回即告完成。',
      params,
      body: SendBack,
      response: { 201: RectificationShape, ...failures },
    },
    handler: async (request, reply) => {
      const revision = await readRevision(store, actorOf(request), request.params.revision)
      const { id, dossierId, organisationId } = revision
      const { dueOn, note, findings: named } = request.body
      if (dueOn < today(context)) throw new Problem('request.invalid', '整改期限不能早于今天。')
      const findings = await findingsToSend(store, revision, named)
      const sending = store.transaction(async (tables) => {
        await tables.rectifications.send({ revisionId: id, dueOn, note, findings, sentBy: actorOf(request).user.id })
        const details = { dueOn, note, findings: findings.length }
        await record(tables, request, { action: 'rectification.send', objectId: id, dossierId, organisationId, details })
      })
      await retell(sending, 'store.conflict', 'rectification.state')
      return reply.code(201).send(await show(store, id))
    },
  })

  app.get('/revisions/:revision/rectification', {
    config: read,
    schema: { tags, summary: '退回的清单、期限和园区的答复', params, response: { 200: RectificationShape, ...failures } },
    handler: async (request) => show(store, (await readRevision(store, actorOf(request), request.params.revision)).id),
  })

  app.delete('/revisions/:revision/rectification', {
    config: review,
    schema: { tags, summary: '收回退回（园区尚未重新提交时）', params, response: { 204: z.undefined(), ...failures } },
    handler: async (request, reply) => {
      const { id, dossierId, organisationId } = await readRevision(store, actorOf(request), request.params.revision)
      const found = await store.rectifications.find(id)
      if (found === undefined) throw new Problem('rectification.not-found')
      const withdrawing = store.transaction(async (tables) => {
        await tables.rectifications.withdraw(found.id)
        await record(tables, request, { action: 'rectification.withdraw', objectId: id, dossierId, organisationId })
      })
      await retell(withdrawing, 'store.conflict', 'rectification.state')
      return reply.code(204).send()
    },
  })

  app.put('/revisions/:revision/rectification/answers/:finding', {
    config: write,
    schema: {
      tags,
      summary: '答复一条发现',
      description: '须以 If-Match（或 version）说明所依据的版本，尚未答复的为 0；他人已先答复时得到 409，现状见 current。',
      params: params.extend({ finding: IdParam }),
      headers: VersionHeader,
      body: Answer,
      response: { 200: RectificationShape.shape.items.element, ...failures },
    },
    handler: async (request, reply) => {
      const actor = actorOf(request)
      const { id, dossierId, organisationId } = await readRevision(store, actor, request.params.revision)
      const { answer, version } = request.body
      const seen = seenVersion(request.headers['if-match'], version)
      const rectification = await store.rectifications.find(id)
      if (rectification === undefined) throw new Problem('rectification.not-found')
      if (rectification.resubmittedAs !== null) throw new Problem('rectification.state', '已重新提交，答复不能再改。')
      const findingId = request.params.finding
      const itemOf = async () => {
        const { items } = await show(store, id)
        const item = items.find(({ finding }) => finding.id === findingId)
        if (item === undefined) throw new Problem('finding.not-found', '这条发现不在退回的清单中。')
        return item
      }
      await itemOf()
      try {
        await store.transaction(async (tables) => {
          const given = { findingId, answer, version: seen, answeredBy: actor.user.id }
          const kept = await tables.rectifications.answer(rectification.id, given)
          const details = { answer, version: kept.version }
          await record(tables, request, { action: 'rectification.answer', objectId: findingId, dossierId, organisationId, details })
        })
      } catch (error) {
        if (!(error instanceof StoreError) || error.code !== 'store.conflict') throw error
        throw new Problem('rectification.conflict', undefined, { extra: { yours: { answer, version: seen }, current: await itemOf() } })
      }
      const item = await itemOf()
      reply.header('etag', `"${item.version}"`)
      return item
    },
  })
}
