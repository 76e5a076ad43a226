import type { EventKind } from '../../../../../schemas/told.ts'

/** The kinds of events that decide on a park's standing. */
export const standingKinds: ReadonlySet<EventKind> = new Set([
  'complaint',
  'fabrication',
  'evaluation_failed',
  'warning',
  'withdrawal_request',
  'treaty_breach',
  'title_use',
])
