import { z } from 'zod'
import type { Revision } from '../../workers/store/entities.ts'
import { actorOf } from '../access/actor.ts'
import { readDossier } from '../access/read-object.ts'
import { compareRevisions } from '../comparison/compare-revisions.ts'
import { failures, type Routes } from '../context.ts'
import { Problem } from '../problem.ts'
import { IdParam } from '../show/common.ts'
import { ComparisonShape } from '../show/comparison.ts'

const Which = z.object({
  old: IdParam.optional().describe('较早的一次提交；不填为 new 之前最近核查完毕的一次'),
  new: IdParam.optional().describe('较晚的一次提交；不填为最近核查完毕的一次'),
})

/** The two revisions to hold against each other, both reviewed and the old one first. `all` are a dossier's revisions. */
function choose(all: readonly Revision[], { old, new: current }: z.infer<typeof Which>): [Revision, Revision] {
  const reviewed = all.filter(({ status }) => status === 'reviewed').sort((one, other) => other.number - one.number)
  const named = (id: string): Revision => {
    const found = all.find((one) => one.id === id)
    if (found === undefined) throw new Problem('revision.not-found')
    if (found.status !== 'reviewed') throw new Problem('report.not-ready')
    return found
  }
  const later = current === undefined ? reviewed[0] : named(current)
  const earlier = old === undefined ? reviewed.find(({ number }) => number < (later?.number ?? 0)) : named(old)
  if (later === undefined || earlier === undefined) throw new Problem('comparison.none')
  if (earlier.number >= later.number) throw new Problem('request.invalid', '请把较早的一次提交与较晚的一次对照。')
  return [earlier, later]
}

/** What became of one submission's findings in the next, for reviewers and for the park itself. */
export const comparisonRoutes: Routes = async (app, { context }) => {
  const { store } = context

  app.get('/dossiers/:dossier/comparison', {
    config: { access: { may: 'dossiers:read' } },
    schema: {
      tags: ['整改'],
      summary: '整改对照：上一次的发现到这一次怎样了，哪些数值改动了',
      params: z.object({ dossier: IdParam }),
      querystring: Which,
      response: { 200: ComparisonShape, ...failures },
    },
    handler: async (request) => {
      const { id } = await readDossier(store, actorOf(request), request.params.dossier)
      const [old, current] = choose(await store.revisions.list(id), request.query)
      return compareRevisions(store, old, current)
    },
  })
}
