import type { AuditEntry, Delivery, Id, Scope, Sha256, Webhook } from '../entities.ts'
import type { Maybe, Page, PageRequest } from './pages.ts'

export type AuditFilter = {
  readonly scope: Scope
  readonly dossierId?: Id | undefined
  readonly actorId?: Id | undefined
  readonly action?: string | undefined
  readonly objectId?: string | undefined
  readonly from?: Date | undefined
  readonly before?: Date | undefined
}
/** The database itself refuses to change or delete an entry. */
export type AuditLog = {
  append(entry: Omit<AuditEntry, 'id' | 'at' | 'details' | 'address'> & Maybe<Pick<AuditEntry, 'details' | 'address'>>): Promise<void>
  /** Newest first. */
  list(filter: AuditFilter, page?: PageRequest): Promise<Page<AuditEntry>>
}

export type Webhooks = {
  create(webhook: { organisationId: Id; url: string; secret: string; events: readonly string[]; createdBy?: Id | null }): Promise<Webhook>
  find(id: Id, scope: Scope): Promise<Webhook | undefined>
  list(scope: Scope): Promise<Webhook[]>
  update(id: Id, change: Maybe<Pick<Webhook, 'url' | 'events' | 'active' | 'secret'>>): Promise<Webhook>
  delete(id: Id): Promise<boolean>
  /**
   * Queues one delivery for every active webhook that listens to `event` and whose organisation may see the dossier's (`organisationId`).
   * The same `event` and `key` (say, the revision's id) queue nothing twice. Gives the number of new deliveries.
   */
  enqueue(event: { event: string; organisationId: Id; key: string; payload: string }): Promise<number>
  /** Takes deliveries that are due and hides them from others for `leaseSeconds`. */
  claimDue(limit: number, leaseSeconds: number): Promise<{ delivery: Delivery; webhook: Webhook }[]>
  settle(
    deliveryId: Id,
    outcome:
      | { status: 'delivered'; responseStatus: number }
      | { status: 'pending'; nextAttemptAt: Date; responseStatus: number | null; error: string }
      | { status: 'failed'; responseStatus: number | null; error: string },
  ): Promise<void>
  deliveries(webhookId: Id, page?: PageRequest): Promise<Page<Delivery>>
}

/** `place` is where in the dossier they are, as their page names it. */
export type Present = { userId: Id; displayName: string; place: string | null; seenAt: Date }
export type Presences = {
  /**
   * Notes that somebody has a dossier open, and gives who else of their side has (the park's people, or those who review), as seen within
   * the last `withinSeconds` (45).
   */
  note(presence: { dossierId: Id; userId: Id; place: string | null; withinSeconds?: number }): Promise<Present[]>
  leave(dossierId: Id, userId: Id): Promise<void>
}

/** Keys of requests that must not run twice. A key belongs to its user. */
export type IdempotencyKeys = {
  /**
   * `new`: run it, then `finish` (or `release` on failure). `running`: another is at it (a holder that died loses it after
   * `leaseSeconds`, 600). `mismatch`: the key was used for another request. `done`: answer this again. Kept for 24 hours.
   */
  begin(key: {
    userId: Id
    key: string
    request: Sha256
    leaseSeconds?: number
  }): Promise<{ state: 'new' } | { state: 'running' } | { state: 'mismatch' } | { state: 'done'; status: number; body: string }>
  finish(key: { userId: Id; key: string; status: number; body: string }): Promise<void>
  release(key: { userId: Id; key: string }): Promise<void>
}
