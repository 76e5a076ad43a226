import { z } from 'zod'
import { Role, Stage } from './dossier.ts'
import { Decimal, Fact } from './fact.ts'
import { Check, Finding, RuleId } from './finding.ts'
import { Form } from './form.ts'
import { WeakPage } from './reading.ts'
import { Change, Standing } from './standing.ts'

export const Verdict = z.enum(['pass', 'fail', 'undetermined', 'not_reported', 'not_applicable'])
export type Verdict = z.infer<typeof Verdict>

/** One indicator of the Standard in the final year. `flip` is the smallest change of one input that turns the verdict. */
export const Assessment = z.object({
  subject: z.string(),
  name: z.string(),
  mandatory: z.boolean(),
  group: z.string().nullable(),
  threshold: z.string().nullable(),
  value: z.string().nullable(),
  unit: z.string(),
  target: z.string().nullable(),
  verdict: Verdict,
  flip: z.object({ subject: z.string(), from: Decimal, to: Decimal }).nullable(),
  /** Values computed beside the indicator where how they combine is uncertain (the four pollutants of 25). */
  parts: z.array(z.object({ name: z.string(), value: Decimal })).optional(),
  fact: z.string().nullable(),
})
export type Assessment = z.infer<typeof Assessment>

export const ReportDocument = z.object({
  id: z.string(),
  file: z.string(),
  role: Role,
  year: z.number().int().nullable(),
  status: z.enum(['parsed', 'partial', 'failed']),
  pages: z.number().int(),
  ocrPages: z.number().int(),
  weakPages: z.array(WeakPage).optional(),
  sha256: z.string(),
  /** Of a file that is part of a document in several files (a photo of each page): the first file's id, and where its pages begin in the whole. */
  partOf: z.object({ document: z.string(), firstPage: z.number().int().positive() }).optional(),
  problem: z.string().nullable(),
  hiddenSheets: z.array(z.string()),
})
export type ReportDocument = z.infer<typeof ReportDocument>

/** The whole review of one dossier, as report.json holds it. */
export const Report = z.object({
  schemaVersion: z.literal(1),
  standard: z.string(),
  /** The regulation and standard editions judged under, by name; `verified` false means not yet held against the official print. */
  editions: z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(['standard', 'regulation']), note: z.string().nullable() })),
  dossier: z.object({
    park: z.string().nullable(),
    stage: Stage,
    region: z.string().nullable(),
    baseYear: z.number().int().nullable(),
    finalYear: z.number().int().nullable(),
  }),
  documents: z.array(ReportDocument),
  facts: z.array(Fact),
  findings: z.array(Finding),
  checks: z.array(Check),
  assessment: z.array(Assessment),
  /** Where the park stands in the procedure, as far as the papers tell. */
  standing: Standing.nullable().default(null),
  /** Of a performance evaluation: each indicator now against the year of the naming. */
  evaluation: z.array(Change).default([]),
  /** The form that the regulation has filled at this stage, as a draft; null where there is none. */
  form: Form.nullable().default(null),
  /** What the regulation leaves to a person at this stage. */
  forPerson: z.array(z.object({ id: z.string(), zh: z.string(), clause: z.string() })).default([]),
  /** What the ids above mean, for a reader who has this file alone: the standard's vocabulary and the rules that were asked. */
  subjects: z.array(z.object({ id: z.string(), zh: z.string(), unit: z.string(), formula: z.string().nullable() })).default([]),
  rules: z.array(z.object({ id: RuleId, title: z.string() })).default([]),
  /** The items of technical verification (Art. 17) in order, with the rules that belong to each. */
  chapters: z.array(z.object({ id: z.string(), zh: z.string(), clause: z.string(), rules: z.array(z.string()) })).default([]),
  summary: z.object({
    errors: z.number().int(),
    warnings: z.number().int(),
    infos: z.number().int(),
    checksPassed: z.number().int(),
    checksFailed: z.number().int(),
    checksSkipped: z.number().int(),
  }),
})
export type Report = z.infer<typeof Report>
