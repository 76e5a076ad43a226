import type { Id } from './ids.ts'

/** An entry of the audit log. `action` is dotted: "dossier.create", "disposition.change", "session.fail". */
export type AuditEntry = {
  id: Id
  at: Date
  actorId: Id | null
  /** The actor's name at that time: it stays readable when the account is gone. */
  actorName: string
  organisationId: Id | null
  action: string
  objectType: string
  objectId: string | null
  dossierId: Id | null
  details: Record<string, unknown>
  address: string | null
}

export type Webhook = {
  id: Id
  organisationId: Id
  url: string
  /** The key of the HMAC signature; never shown again after creation. */
  secret: string
  events: string[]
  active: boolean
  createdBy: Id | null
  createdAt: Date
}
export type Delivery = {
  id: Id
  webhookId: Id
  event: string
  /** The body, byte for byte as it is signed and sent. */
  payload: string
  status: 'pending' | 'delivered' | 'failed'
  attempts: number
  nextAttemptAt: Date
  responseStatus: number | null
  error: string | null
  createdAt: Date
  finishedAt: Date | null
}
