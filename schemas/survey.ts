import { z } from 'zod'
import { Stage } from './dossier.ts'

/** ripe: nothing speaks against acceptance · mend: faults of the papers only · unripe: a condition is not met · unknown: not enough was read */
export const Readiness = z.enum(['ripe', 'mend', 'unripe', 'unknown'])
export type Readiness = z.infer<typeof Readiness>

/** One park of a survey. */
export const SurveyedPark = z.object({
  /** The name of its folder. */
  folder: z.string(),
  park: z.string().nullable(),
  stage: Stage.nullable(),
  readiness: Readiness,
  /** The findings that keep it from being ripe, most grave first. */
  obstacles: z.array(z.object({ rule: z.string(), message: z.string() })),
  /** Classes of problems, by id. */
  classes: z.array(z.string()),
  errors: z.number().int(),
  warnings: z.number().int(),
  met: z.number().int(),
  /** Mandatory indicators and either-or groups that miss the Standard. */
  missed: z.number().int(),
  open: z.number().int(),
  /** Why it could not be reviewed, else null. */
  problem: z.string().nullable(),
})
export type SurveyedPark = z.infer<typeof SurveyedPark>

/** A survey of many dossiers, as survey.json holds it. */
export const Survey = z.object({
  schemaVersion: z.literal(1),
  source: z.string(),
  classes: z.array(z.object({ id: z.string(), zh: z.string() })),
  parks: z.array(SurveyedPark),
})
export type Survey = z.infer<typeof Survey>
