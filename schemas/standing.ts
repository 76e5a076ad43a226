import { z } from 'zod'
import { Evidence } from './place.ts'
import { Days } from './told.ts'

/** Where a park stands in the procedure (Art. 9 to 28). */
export const State = z.enum([
  'none',
  'creation_applied',
  'creating',
  'extended',
  'applied',
  'verified',
  'rectifying',
  'noticed',
  'named',
  'warned',
  'withdrawn',
  'lapsed',
])
export type State = z.infer<typeof State>

/** A step that the papers tell: what happened, when, where it stands, and the state that follows. */
export const StandingStep = z.object({
  event: z.string(),
  state: State,
  on: Days.nullable(),
  article: z.string(),
  place: z.object({ document: z.string(), evidence: Evidence }).nullable(),
})
export type StandingStep = z.infer<typeof StandingStep>
export const Standing = z.object({ state: State, zh: z.string(), steps: z.array(StandingStep) })
export type Standing = z.infer<typeof Standing>

/** How an indicator has moved since the naming (Art. 25): better or worse in the sense of its threshold. */
export const Change = z.object({
  subject: z.string(),
  name: z.string(),
  from: z.object({ year: z.number().int(), fact: z.string(), raw: z.string() }),
  to: z.object({ year: z.number().int(), fact: z.string(), raw: z.string() }),
  change: z.enum(['better', 'worse', 'same', 'open']),
})
export type Change = z.infer<typeof Change>
