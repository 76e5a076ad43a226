import type { FlowProducer } from 'bullmq'
import type { Store } from '../store/store.ts'
import { groupDocuments } from './group-documents.ts'
import { isRead } from './is-read.ts'
import { type DocumentJob, type DossierJob, documentJobId, dossierJobId, jobOptions, queueNames, type Run } from './jobs.ts'

const documentJob = (data: DocumentJob) => ({
  name: 'read',
  queueName: queueNames.document,
  data,
  // A document whose job fails for good must not leave its dossier waiting for ever.
  opts: { ...jobOptions, jobId: documentJobId(data), ignoreDependencyOnFailure: true },
})

/** Puts a submission into the queue: its unread documents (one job for page pictures that make one), then the dossier. Done twice, it is there once. */
export async function enqueueReview(flow: FlowProducer, store: Store, run: Run, restarts = 0): Promise<void> {
  const { manifest } = await store.revisions.read(run.revision)
  const documents = groupDocuments(await store.documents.list(run.revision), manifest)
  const unread = documents.flatMap(([first, ...others]) => (first === undefined || [first, ...others].every(isRead) ? [] : [first]))
  const dossier: DossierJob = { ...run, restarts }
  await flow.add({
    name: 'review',
    queueName: queueNames.dossier,
    data: dossier,
    opts: { ...jobOptions, jobId: dossierJobId(run) },
    children: unread.map(({ id }) => documentJob({ ...run, document: id })),
  })
}
