import { z } from 'zod'
import { Correction } from '../../schemas/correction.ts'
import type { Revision } from '../../workers/store/entities.ts'
import { actorOf } from '../access/actor.ts'
import { readRevision } from '../access/read-object.ts'
import { failures, type Routes } from '../context.ts'
import { correctFact, previewCorrection } from '../correction/correct-fact.ts'
import { seenVersion, VersionHeader } from '../guard/seen-version.ts'
import { Problem } from '../problem.ts'
import { IdParam } from '../show/common.ts'
import { ConsequencesShape, CorrectionShape, showCorrection } from '../show/review.ts'
import { etagOf } from './findings.ts'

const NewReading = Correction.omit({ fact: true }).extend({
  raw: Correction.shape.raw.describe('原文的印刷内容，单位可写在数字后面，如 356.42亿元'),
  unit: Correction.shape.unit.describe('单位印在别处（表头）时填写；不填则沿用读出的单位'),
  year: Correction.shape.year.describe('不填则沿用读出的年份'),
})
const Wanted = NewReading.extend({
  comment: z.string().trim().max(4_000).default(''),
  version: z.number().int().nonnegative().optional().describe('所依据的版本；也可用 If-Match'),
})
const Corrected = z.object({ correction: CorrectionShape, consequences: ConsequencesShape })

const tags = ['更正读数']
const config = { access: { may: 'dispositions:write' } } as const
const params = z.object({ revision: IdParam, fact: Correction.shape.fact })

function demandReviewed(revision: Revision): Revision {
  if (revision.status !== 'reviewed') throw new Problem('report.not-ready')
  return revision
}

/** What was misread is put right by a reviewer; the checks run again at once. The reading stays beside the correction. */
export const correctionRoutes: Routes = async (app, { context }) => {
  const { store } = context
  const revisionOf = async (request: { params: { revision: string } } & Parameters<typeof actorOf>[0]) =>
    demandReviewed(await readRevision(store, actorOf(request), request.params.revision))

  app.get('/revisions/:revision/corrections', {
    config: { access: { may: 'dossiers:read' } },
    schema: {
      tags,
      summary: '一次提交中更正过的读数',
      params: z.object({ revision: IdParam }),
      response: { 200: z.object({ items: z.array(CorrectionShape) }), ...failures },
    },
    handler: async (request) => {
      const { id } = await readRevision(store, actorOf(request), request.params.revision)
      return { items: (await store.corrections.list(id)).map(showCorrection) }
    },
  })

  app.post('/revisions/:revision/facts/:fact/correction/preview', {
    config,
    schema: {
      tags,
      summary: '如果这样更正，会改变什么（不保存）',
      params,
      body: NewReading,
      response: { 200: ConsequencesShape, ...failures },
    },
    handler: async (request) => {
      const revision = await revisionOf(request)
      return previewCorrection(context, revision, { ...request.body, fact: request.params.fact })
    },
  })

  app.put('/revisions/:revision/facts/:fact/correction', {
    config,
    schema: {
      tags,
      summary: '更正一个读数，各项核查随即重做',
      description:
        '原读数保留在数值的 misread 中。须以 If-Match（或 version）说明所依据的版本，从未更正的为 0；他人已先更正时得到 409，并附双方内容（yours、current）。',
      params,
      headers: VersionHeader,
      body: Wanted,
      response: { 200: Corrected, ...failures },
    },
    handler: async (request, reply) => {
      const revision = await revisionOf(request)
      const { comment, version, ...reading } = request.body
      const seen = seenVersion(request.headers['if-match'], version)
      const { fact } = request.params
      const done = await correctFact(context, request, revision, { fact, correction: { ...reading, fact }, comment, version: seen })
      reply.header('etag', etagOf(done.correction))
      return { correction: showCorrection(done.correction), consequences: done.consequences }
    },
  })

  app.delete('/revisions/:revision/facts/:fact/correction', {
    config,
    schema: {
      tags,
      summary: '撤销更正，恢复原读数',
      description: '各项核查随即重做，因更正而消失的发现连同处理意见恢复。须以 If-Match 说明所依据的版本。',
      params,
      headers: VersionHeader,
      response: { 200: Corrected, ...failures },
    },
    handler: async (request, reply) => {
      const revision = await revisionOf(request)
      const version = seenVersion(request.headers['if-match'])
      const { fact } = request.params
      const done = await correctFact(context, request, revision, { fact, correction: null, comment: '', version })
      reply.header('etag', etagOf(done.correction))
      return { correction: showCorrection(done.correction), consequences: done.consequences }
    },
  })
}
