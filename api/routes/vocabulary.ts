import { z } from 'zod'
import { Report } from '../../schemas/report.ts'
import { actorOf } from '../access/actor.ts'
import { readRevision } from '../access/read-object.ts'
import { readPart } from '../access/read-report.ts'
import { failures, type Routes } from '../context.ts'
import { IdParam } from '../show/common.ts'

const Vocabulary = Report.pick({ standard: true, editions: true, dossier: true, subjects: true, rules: true, chapters: true }).meta({
  id: 'Vocabulary',
})

/** What the ids in a review mean, under the editions that it was judged by. */
export const vocabularyRoutes: Routes = async (app, { context }) => {
  const { store } = context

  app.get('/revisions/:revision/vocabulary', {
    config: { access: { may: 'dossiers:read' } },
    schema: {
      tags: ['核查结果'],
      summary: '名称：指标和数据、规则、章节，及所依据的版本',
      params: z.object({ revision: IdParam }),
      response: { 200: Vocabulary, ...failures },
    },
    handler: async (request, reply) => {
      const { id } = await readRevision(store, actorOf(request), request.params.revision)
      const vocabulary = await readPart(store, id, Vocabulary)
      reply.header('cache-control', 'private, max-age=86400, immutable')
      return vocabulary
    },
  })
}
