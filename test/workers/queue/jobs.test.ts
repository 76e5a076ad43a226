import { expect, test } from 'vitest'
import { backoffMs, DocumentJob, documentJobId, dossierJobId, runOf } from '../../../workers/queue/jobs.ts'
import type { Revision } from '../../../workers/store/entities.ts'

const run = { revision: '0193b7a0-0000-7000-8000-000000000001', submission: 'abc' }
const document = '0193b7a0-0000-7000-8000-000000000002'

test('the same work has the same id, and no id holds a colon, which the queue refuses', () => {
  const whole = documentJobId({ ...run, document })
  const parts = documentJobId({ ...run, document, pages: [1, 50] })
  expect(documentJobId({ ...run, document })).toBe(whole)
  expect(new Set([whole, parts, documentJobId({ ...run, document, pages: [51, 100] }), dossierJobId(run)]).size).toBe(4)
  expect(`${whole}${parts}${dossierJobId(run)}`).not.toContain(':')
})

test('a revision that is submitted again is other work: the queue would ignore an id it has seen', () => {
  const revision = (submittedAt: string) => ({ id: run.revision, submittedAt: new Date(submittedAt) }) as Revision
  const first = runOf(revision('2026-01-05T08:00:00.000Z'))
  expect(dossierJobId(first)).toBe(dossierJobId(runOf(revision('2026-01-05T08:00:00.000Z'))))
  expect(dossierJobId(first)).not.toBe(dossierJobId(runOf(revision('2026-01-05T08:00:00.001Z'))))
})

test('a job that holds anything but ids is refused', () => {
  expect(DocumentJob.safeParse({ ...run, document }).success).toBe(true)
  expect(DocumentJob.safeParse({ ...run, document: '../../etc/passwd' }).success).toBe(false)
  expect(DocumentJob.safeParse({ ...run, document: 'a:b' }).success).toBe(false)
  expect(DocumentJob.safeParse({ ...run, document, pages: [0, 3] }).success).toBe(false)
  expect(DocumentJob.safeParse({ revision: run.revision, document }).success).toBe(false)
})

test('what failed is tried again soon at first, then at most every half minute', () => {
  expect(backoffMs(1)).toBeLessThanOrEqual(625)
  expect(backoffMs(1)).toBeGreaterThanOrEqual(375)
  for (const attempt of [8, 50, 1000]) expect(backoffMs(attempt)).toBeLessThanOrEqual(25_000)
})
