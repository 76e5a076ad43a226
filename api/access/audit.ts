import type { FastifyRequest } from 'fastify'
import type { Repositories } from '../../workers/store/store.ts'
import { actorOf } from './actor.ts'

export type Deed = {
  /** Dotted: "dossier.create". */
  readonly action: string
  readonly objectId: string | null
  readonly dossierId?: string | null
  /** The organisation whose matter it is, where it is not the actor's own. */
  readonly organisationId?: string
  readonly details?: Record<string, unknown>
}

/** Writes into the audit log what the one who asks has done. Give a transaction's repositories to write both or neither. */
export async function record({ audit }: Pick<Repositories, 'audit'>, request: FastifyRequest, deed: Deed): Promise<void> {
  const { user, organisation, by } = actorOf(request)
  await audit.append({
    actorId: user.id,
    actorName: user.displayName,
    organisationId: deed.organisationId ?? organisation.id,
    action: deed.action,
    objectType: deed.action.split('.')[0] ?? '',
    objectId: deed.objectId,
    dossierId: deed.dossierId ?? null,
    details: { ...deed.details, ...(by.kind === 'token' ? { token: by.id } : {}) },
    address: request.ip,
  })
}
