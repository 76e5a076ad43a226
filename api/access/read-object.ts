import type { Dossier, Revision, StoredDocument, StoredFinding, Upload, Webhook } from '../../workers/store/entities.ts'
import type { Store } from '../../workers/store/store.ts'
import { Problem } from '../problem.ts'
import { type Actor, sees } from './actor.ts'

/*
 * Objects by their id, for whoever may see them. What belongs to another organisation is "not found", exactly as what is not there:
 * nobody learns from an answer that it exists.
 */

export async function readDossier({ dossiers }: Pick<Store, 'dossiers'>, { scope }: Actor, id: string): Promise<Dossier> {
  const found = await dossiers.find(id, scope)
  if (found === undefined) throw new Problem('dossier.not-found')
  return found
}

export async function readRevision({ revisions }: Pick<Store, 'revisions'>, actor: Actor, id: string): Promise<Revision> {
  const found = await revisions.find(id)
  if (found === undefined || !sees(actor, found.organisationId)) throw new Problem('revision.not-found')
  return found
}

export async function readDocument({ documents }: Pick<Store, 'documents'>, actor: Actor, id: string): Promise<StoredDocument> {
  const found = await documents.find(id)
  if (found === undefined || !sees(actor, found.organisationId)) throw new Problem('document.not-found')
  return found
}

export async function readFinding({ findings }: Pick<Store, 'findings'>, { scope }: Actor, id: string): Promise<StoredFinding> {
  const found = await findings.find(id, scope)
  if (found === undefined) throw new Problem('finding.not-found')
  return found
}

export async function readUpload({ uploads, revisions }: Pick<Store, 'uploads' | 'revisions'>, actor: Actor, id: string): Promise<Upload> {
  const found = await uploads.find(id)
  const revision = found === undefined ? undefined : await revisions.find(found.revisionId)
  if (found === undefined || revision === undefined || !sees(actor, revision.organisationId)) throw new Problem('upload.not-found')
  return found
}

export async function readWebhook({ webhooks }: Pick<Store, 'webhooks'>, { scope }: Actor, id: string): Promise<Webhook> {
  const found = await webhooks.find(id, scope)
  if (found === undefined) throw new Problem('webhook.not-found')
  return found
}
