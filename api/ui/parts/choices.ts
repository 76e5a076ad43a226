import type { Role, Stage } from '../../../schemas/dossier.ts'

/** What readers choose from, in the order in which it is offered. The types hold it complete. */
export const stages = Object.keys({ creation: 0, acceptance: 0, annual: 0, evaluation: 0 } satisfies Record<Stage, 0>) as Stage[]
export const roles = Object.keys({
  acceptance_report: 0,
  annual_report: 0,
  plan: 0,
  support_report: 0,
  supporting_data: 0,
  application: 0,
  commitment: 0,
  planning_eia: 0,
  change_report: 0,
  rectification: 0,
  other: 0,
} satisfies Record<Role, 0>) as Role[]
