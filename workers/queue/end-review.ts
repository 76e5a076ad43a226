import type { Report } from '../../schemas/report.ts'
import type { Repositories, Store } from '../store/store.ts'
import { announceChange } from './announce.ts'
import { answersThatHold, type CarriedCorrection, keepCarried } from './carry-over.ts'
import { runOf } from './jobs.ts'

type Files = Parameters<Repositories['reports']['save']>[2]

/** Queues the message that webhooks get of a review's end: once for each submission, in the transaction that ends it. */
async function tellWebhooks({ revisions, reports, webhooks }: Repositories, revisionId: string): Promise<void> {
  const revision = await revisions.read(revisionId)
  const { dossierId, organisationId, number, status, problem, finishedAt } = revision
  const summary = await reports.summary(revisionId)
  const event = `review.${status}`
  const found = summary === undefined ? null : { errors: summary.errors, warnings: summary.warnings, infos: summary.infos }
  const payload = JSON.stringify({
    ...{ event, dossier: dossierId, revision: revisionId, number, status, problem, findings: found },
    finishedAt: finishedAt?.toISOString() ?? null,
  })
  await webhooks.enqueue({ event, organisationId, key: `${runOf(revision).submission}-${revisionId}-${status}`, payload })
}

/**
 * Keeps a review's outcome at once, or nothing: report, facts, findings, checks, what reviewers said of an earlier revision and still
 * holds, and the messages of it.
 */
export async function saveReview(
  store: Store,
  revisionId: string,
  report: Report,
  files: Files,
  corrections: readonly CarriedCorrection[] = [],
): Promise<'saved' | 'already' | 'refused'> {
  const answers = await answersThatHold(store, revisionId, report)
  const saved = await store.transaction(async (tables) => {
    const outcome = await tables.reports.save(revisionId, report, files)
    if (outcome !== 'saved') return outcome
    await keepCarried(tables, revisionId, { answers, corrections })
    await tellWebhooks(tables, revisionId)
    return outcome
  })
  await announceChange(store, revisionId)
  return saved
}

/** Ends an open review as failed, with one Chinese sentence that says why and what to do. */
export async function failReview(store: Store, revisionId: string, problem: string): Promise<void> {
  await store.transaction(async (tables) => {
    if (await tables.revisions.move(revisionId, ['queued', 'reviewing'], 'failed', problem)) await tellWebhooks(tables, revisionId)
  })
  await announceChange(store, revisionId)
}
