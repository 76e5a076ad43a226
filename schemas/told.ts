import { z } from 'zod'
import { Evidence } from './place.ts'

/** A span of days, ISO, both ends within: 2021年3月 is 2021-03-01 to 2021-03-31. */
export const Days = z.object({ from: z.iso.date(), to: z.iso.date() })
export type Days = z.infer<typeof Days>

export const EventKind = z.enum([
  'environmental_incident',
  'criminal_case',
  'penalty',
  'organisation_change',
  'complaint',
  'fabrication',
  'evaluation_failed',
  'warning',
  'withdrawal_request',
  'treaty_breach',
  'title_use',
])
export type EventKind = z.infer<typeof EventKind>

/** How grave an environmental incident is (国办函〔2014〕119号); 严重污染 is a word of Art. 17(1), not of that scale. */
export const Grade = z.enum(['特别重大', '重大', '较大', '一般', '严重污染'])
export type Grade = z.infer<typeof Grade>

/** An event of the park, its firms or its authority that a document tells as having happened. Denials and what may happen are none. */
export const ToldEvent = z.object({
  document: z.string(),
  kind: EventKind,
  /** What a change changed: name, authority, boundary, project, indicator, leading industry; null for other kinds. */
  aspect: z.enum(['name', 'authority', 'boundary', 'project', 'indicator', 'industry']).nullable(),
  /** The words that tell it. */
  cue: z.string(),
  /** When it happened; null where the text does not say. `before` is true where the text itself places it before the approval. */
  on: Days.nullable(),
  before: z.boolean(),
  /** The firm or body that it befell, as printed, and the money named, so that the same event is known again elsewhere. */
  actor: z.string().nullable(),
  amount: z.string().nullable(),
  /** The grade as printed, and the one that the printed numbers give. */
  printedGrade: Grade.nullable(),
  countedGrade: Grade.nullable(),
  /** True where the text names a natural disaster as the cause (Art. 17(1) exempts it). */
  forceMajeure: z.boolean(),
  evidence: Evidence,
})
export type ToldEvent = z.infer<typeof ToldEvent>

/** A date on which a limit of the regulation hangs, as a document tells it; `on` is null where it is told without a date. */
export const ToldDate = z.object({
  document: z.string(),
  what: z.enum([
    'signed',
    'approved',
    'applied',
    'extension_requested',
    'extension_granted',
    'extended_until',
    'annual_report_submitted',
    'change_reported',
    'reviewed',
    'feedback',
    'rectified',
    'meeting',
    'notice_from',
    'notice_to',
    'named',
    'evaluated',
    'warned',
    'mended',
    'withdrawn',
    'commitment_from',
    'commitment_to',
    'eia_reviewed',
    'plan_from',
    'plan_to',
  ]),
  on: Days.nullable(),
  /** The report's year, of an annual report. */
  year: z.number().int().nullable(),
  raw: z.string(),
  evidence: Evidence,
})
export type ToldDate = z.infer<typeof ToldDate>

/** Something that the regulation wants a document to say, as it says it: `what` is an id of the list of such statements. */
export const Statement = z.object({ document: z.string(), what: z.string(), text: z.string(), evidence: Evidence })
export type Statement = z.infer<typeof Statement>
