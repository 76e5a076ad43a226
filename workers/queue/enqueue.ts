import type { FlowProducer } from 'bullmq'
import { type DocumentJob, type DossierJob, documentJobId, dossierJobId, jobOptions, queueNames } from './jobs.ts'
import type { QueuedReview } from './review-store.ts'

const documentJob = (data: DocumentJob) => ({
  name: 'read',
  queueName: queueNames.document,
  data,
  // A document that fails for good must not leave its dossier waiting for ever.
  opts: { ...jobOptions, jobId: documentJobId(data), ignoreDependencyOnFailure: true },
})

/** Puts one run of a review into the queue: its unread documents, then the dossier. Done twice, it is there once. */
export async function enqueueReview(flow: FlowProducer, { revision, run, documents }: QueuedReview): Promise<void> {
  const dossier: DossierJob = { revision, run }
  const unread = documents.filter(({ read }) => !read)
  await flow.add({
    name: 'review',
    queueName: queueNames.dossier,
    data: dossier,
    opts: { ...jobOptions, jobId: dossierJobId(dossier) },
    children: unread.map(({ id }) => documentJob({ revision, run, document: id })),
  })
}
