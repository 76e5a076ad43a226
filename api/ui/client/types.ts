import type { z } from 'zod'
import type { MeShape, OrganisationShape, UserShape } from '../../show/account.ts'
import type { DocumentShape, DossierShape, ProgressShape, RevisionShape } from '../../show/dossier.ts'
import type { DispositionShape, FindingDetailShape, FindingShape, VerdictShape } from '../../show/review.ts'

/** What the API answers, from its own schemas. */
export type Me = z.infer<typeof MeShape>
export type User = z.infer<typeof UserShape>
export type Organisation = z.infer<typeof OrganisationShape>
export type Dossier = z.infer<typeof DossierShape>
export type Revision = z.infer<typeof RevisionShape>
export type StoredDocument = z.infer<typeof DocumentShape>
export type Progress = z.infer<typeof ProgressShape>
export type StoredFinding = z.infer<typeof FindingShape>
export type FindingDetail = z.infer<typeof FindingDetailShape>
export type Disposition = z.infer<typeof DispositionShape>
export type DispositionVerdict = z.infer<typeof VerdictShape>
export type Page<T> = { readonly items: readonly T[]; readonly next: string | null }
export type AuditEntry = {
  readonly id: string
  readonly at: string
  readonly actorName: string
  readonly action: string
  readonly objectId: string | null
  readonly dossierId: string | null
  readonly details: Readonly<Record<string, unknown>>
  readonly address: string | null
}
export type Permission = Me['permissions'][number]
