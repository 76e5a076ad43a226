import type { Role, Stage } from '../../../schemas/dossier.ts'
import type { Reading } from '../../../schemas/reading.ts'

/** Which procedure a dossier belongs to, from what it holds: the furthest step decides, for earlier papers stay in the file. */
export function findStage(readings: readonly Reading[]): Stage {
  const asked = new Set(readings.filter(({ identity }) => identity.role === 'application').map(({ identity }) => identity.stage))
  const has = (...roles: Role[]) => readings.some(({ identity }) => roles.includes(identity.role))
  if (asked.has('evaluation')) return 'evaluation'
  if (asked.has('acceptance') || has('acceptance_report')) return 'acceptance'
  if (asked.has('creation')) return 'creation'
  if (has('annual_report')) return 'annual'
  return has('plan', 'support_report', 'commitment', 'planning_eia', 'application') ? 'creation' : 'annual'
}
