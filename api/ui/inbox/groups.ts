import type { Dossier } from '../client/types.ts'
import { daysUntil } from '../rectification/due.ts'

/** What waits, in the order in which it should be looked at. */
const groups = ['mend', 'compare', 'judge', 'late', 'failed', 'draft', 'waiting', 'running', 'reviewed'] as const
export type GroupName = (typeof groups)[number]
export type Group = { readonly name: GroupName; readonly dossiers: readonly Dossier[] }

/** Which of its reader's matters a dossier is. */
function groupOf({ status, dueOn, revisionNumber }: Dossier, isPark: boolean): GroupName | undefined {
  if (status === 'queued' || status === 'reviewing') return 'running'
  if (status === 'failed' || status === 'cancelled') return 'failed'
  if (isPark) return dueOn !== null ? 'mend' : status === 'draft' ? 'draft' : 'reviewed'
  if (dueOn !== null) return daysUntil(dueOn) < 0 ? 'late' : 'waiting'
  // A draft is the park's matter until it hands it in.
  if (status === 'draft') return undefined
  return revisionNumber > 1 ? 'compare' : 'judge'
}

/** The dossiers by what is to be done with them; those due first stand first. */
export function groupDossiers(dossiers: readonly Dossier[], isPark: boolean): Group[] {
  return groups
    .map((name) => ({ name, dossiers: dossiers.filter((dossier) => groupOf(dossier, isPark) === name) }))
    .filter((group) => group.dossiers.length > 0)
}

const pages: Readonly<Record<GroupName, string>> = {
  ...{ judge: 'findings', compare: 'comparison', late: 'rectification', waiting: 'rectification', mend: 'rectification' },
  ...{ draft: 'documents', failed: 'documents', running: 'documents', reviewed: 'findings' },
}
/** Where the work on a dossier goes on. */
export const workPlace = (group: GroupName, { id }: Dossier): string => `/dossiers/${id}/${pages[group]}`
