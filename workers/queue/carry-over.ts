import type { Answer } from '../../schemas/comparison.ts'
import type { Reading } from '../../schemas/reading.ts'
import { Report } from '../../schemas/report.ts'
import { carryAnswers } from '../compare/carry-answers.ts'
import { carryCorrections } from '../compare/carry-corrections.ts'
import type { Disposition, Id, Revision, StoredCorrection, StoredFinding } from '../store/entities.ts'
import type { Repositories, Store } from '../store/store.ts'

/** An answer to a finding of a new report (x2), as it was given to the same finding of an earlier revision. */
export type CarriedAnswer = Pick<Disposition, 'verdict' | 'comment' | 'decidedBy' | 'decidedAt'> & { finding: string; from: Id }
/** A correction of a fact of a new report, as it was made of the same print of an earlier revision. */
export type CarriedCorrection = Omit<StoredCorrection, 'version' | 'correction'> & {
  correction: NonNullable<StoredCorrection['correction']>
}

async function findEarlier({ revisions }: Repositories, revisionId: Id): Promise<Revision | undefined> {
  const own = await revisions.find(revisionId)
  // Deleted meanwhile: then nothing is kept of it anyway.
  if (own === undefined) return undefined
  const before = (await revisions.list(own.dossierId)).filter((one) => one.status === 'reviewed' && one.number < own.number)
  return before.sort((one, other) => other.number - one.number)[0]
}

/** The corrections of the revision before that are to be made of these readings again. */
export async function correctionsThatHold(store: Store, revisionId: Id, readings: readonly Reading[]): Promise<CarriedCorrection[]> {
  const earlier = await findEarlier(store, revisionId)
  if (earlier === undefined) return []
  const made = (await store.corrections.list(earlier.id)).flatMap(({ correction, ...one }) =>
    correction === null ? [] : [{ ...one, correction }],
  )
  if (made.length === 0) return []
  const documents = new Map((await store.documents.list(earlier.id)).map(({ position, sha256 }) => [`d${position}`, sha256]))
  const facts = await store.facts.findAll(
    earlier.id,
    made.map(({ fact }) => fact),
  )
  const known = made.flatMap((one) => {
    const fact = facts.find(({ id }) => id === one.fact)
    const sha256 = fact && documents.get(fact.document)
    return fact === undefined || sha256 === undefined ? [] : [{ made: one, correction: one.correction, fact, sha256 }]
  })
  return carryCorrections(known, readings).map(({ made: { comment, decidedBy, decidedAt }, correction }) => ({
    ...{ fact: correction.fact, correction, comment, decidedBy, decidedAt },
  }))
}

async function listFindings({ findings }: Repositories, revisionId: Id): Promise<StoredFinding[]> {
  const all: StoredFinding[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const page: Awaited<ReturnType<typeof findings.list>> = await findings.list({ scope: 'all', revisionId }, { limit: 200, after })
    all.push(...page.items)
    after = page.next
  }
  return all
}

/** The findings that the park was asked to explain and has explained: somebody must read that before it is asked again. */
async function explained({ rectifications }: Repositories, revisionId: Id): Promise<ReadonlySet<Id>> {
  const sent = await rectifications.find(revisionId)
  const items = sent === undefined ? [] : await rectifications.items(sent.id)
  return new Set(items.filter(({ answer }) => answer !== null).map(({ finding }) => finding.id))
}

/** The answers to the findings of the revision before that hold for this report too. */
export async function answersThatHold(store: Store, revisionId: Id, report: Report): Promise<CarriedAnswer[]> {
  const earlier = await findEarlier(store, revisionId)
  const json = earlier && (await store.reports.find(earlier.id, 'json'))
  if (earlier === undefined || json === undefined) return []
  const [stored, answered] = await Promise.all([listFindings(store, earlier.id), explained(store, earlier.id)])
  const answers = new Map<string, Answer & CarriedAnswer>()
  for (const { id, finding, disposition } of stored) {
    if (disposition === null || (disposition.verdict === 'needs_explanation' && answered.has(id))) continue
    const { verdict, comment, decidedBy, decidedAt } = disposition
    answers.set(finding.id, { verdict, comment, decidedBy, decidedAt, finding: finding.id, from: id })
  }
  if (answers.size === 0) return []
  const old = Report.safeParse(JSON.parse((await store.blobs.read(json.sha256)).toString('utf8')))
  // A report of an older version of this program cannot be followed: its findings are looked at anew.
  return old.success ? carryAnswers(old.data, report, answers).map(({ to, answer }) => ({ ...answer, finding: to })) : []
}

type Carried = { readonly answers: readonly CarriedAnswer[]; readonly corrections: readonly CarriedCorrection[] }

/** Keeps what was carried over, with an entry in the audit log that says so; part of the transaction that saves the review. */
export async function keepCarried(tables: Repositories, revisionId: Id, { answers, corrections }: Carried): Promise<void> {
  if (answers.length + corrections.length === 0) return
  await tables.corrections.carry(revisionId, corrections)
  await tables.findings.carryAnswers(revisionId, answers)
  const { dossierId, organisationId, number } = await tables.revisions.read(revisionId)
  await tables.audit.append({
    ...{
      actorId: null,
      actorName: '系统',
      organisationId,
      dossierId,
      action: 'revision.carry',
      objectType: 'revision',
      objectId: revisionId,
    },
    details: { number, dispositions: answers.length, corrections: corrections.length },
  })
}
