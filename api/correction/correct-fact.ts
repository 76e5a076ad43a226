import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Correction } from '../../schemas/correction.ts'
import type { Report } from '../../schemas/report.ts'
import type { Id, Revision, StoredCorrection } from '../../workers/store/entities.ts'
import { StoreError } from '../../workers/store/store-error.ts'
import { actorOf } from '../access/actor.ts'
import { record } from '../access/audit.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { type ConsequencesShape, showCorrection } from '../show/review.ts'
import { tellConsequences } from './consequences.ts'

type Consequences = z.infer<typeof ConsequencesShape>
type Wanted = Omit<StoredCorrection, 'decidedBy' | 'decidedAt'>

/** Corrections of other facts by other reviewers may come in between; each makes the review another. */
const mostTries = 5

const living = (corrections: readonly StoredCorrection[]): Correction[] => corrections.flatMap(({ correction }) => correction ?? [])

/** The report with one fact's correction put into the place of what stands for it. */
async function recheckWith(
  { rechecker }: Context,
  revisionId: Id,
  standing: readonly StoredCorrection[],
  { fact, correction }: Pick<Wanted, 'fact' | 'correction'>,
): Promise<Report> {
  const others = standing.filter((one) => one.fact !== fact)
  const result = await rechecker.recheck(revisionId, [...living(others), ...(correction === null ? [] : [correction])])
  if ('outdated' in result) throw new Problem('report.outdated')
  if ('refused' in result) throw new Problem('correction.refused', result.refused)
  return result.report
}

async function demandFact({ store }: Context, revisionId: Id, fact: string): Promise<void> {
  const [found] = await store.facts.findAll(revisionId, [fact])
  if (found === undefined) throw new Problem('fact.not-found')
}

/** What a correction would change; nothing is kept. */
export async function previewCorrection(context: Context, { id }: Revision, correction: Correction): Promise<Consequences> {
  const { fact } = correction
  await demandFact(context, id, fact)
  const report = await recheckWith(context, id, await context.store.corrections.list(id), { fact, correction })
  return tellConsequences(context.store, id, report, fact)
}

/** Told with both versions where another reviewer was first with this very fact. */
function demandVersion(standing: readonly StoredCorrection[], { fact, correction, comment, version }: Wanted): void {
  const current = standing.find((one) => one.fact === fact)
  if ((current?.version ?? 0) === version) return
  const extra = { yours: { correction, comment, version }, current: current === undefined ? null : showCorrection(current) }
  throw new Problem('correction.conflict', undefined, { extra, headers: { etag: `"${current?.version ?? 0}"` } })
}

/** Corrects a fact or takes its correction back (null), has the checks run again, and keeps all of it with its entry in the audit log. */
export async function correctFact(context: Context, request: FastifyRequest, revision: Revision, wanted: Wanted) {
  const { store } = context
  const { id, dossierId, organisationId } = revision
  const { fact, correction, comment, version } = wanted
  await demandFact(context, id, fact)
  for (let tries = 1; ; tries += 1) {
    const seen = await store.corrections.reviewVersion(id)
    const standing = await store.corrections.list(id)
    demandVersion(standing, wanted)
    if (seen === undefined) throw new Problem('report.not-ready')
    const report = await recheckWith(context, id, standing, wanted)
    const consequences = await tellConsequences(store, id, report, fact)
    const file = await store.blobs.put(Buffer.from(`${JSON.stringify(report, null, 1)}\n`))
    const change = { seen, report, file, correction: { fact, correction, comment, version, decidedBy: actorOf(request).user.id } }
    try {
      const kept = await store.transaction(async (tables) => {
        const applied = await tables.corrections.apply(id, change)
        const { misread, raw, value, unit, year } = consequences.fact
        const details = { fact, revision: id, misread: misread ?? null, now: { raw, value, unit, year }, comment, version: applied.version }
        const action = correction === null ? 'correction.withdraw' : 'correction.make'
        await record(tables, request, { action, objectId: id, dossierId, organisationId, details })
        return applied
      })
      return { correction: kept, consequences }
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'store.conflict' || tries >= mostTries) throw error
    }
  }
}
