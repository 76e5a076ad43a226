import { z } from 'zod'
import { RequiredDocument } from './edition.ts'
import { RuleId, Severity } from './finding.ts'

/** An indicator of an edition as a reader knows it: limits and formula in words. */
export const CataloguedIndicator = z.object({
  id: z.string(),
  no: z.number().int(),
  zh: z.string(),
  unit: z.string(),
  category: z.string(),
  mandatory: z.boolean(),
  group: z.string().nullable(),
  /** The limits with what each holds under; `when` null where there is one for all. */
  limits: z.array(z.object({ when: z.string().nullable(), limit: z.string() })),
  formula: z.string().nullable(),
  clause: z.string(),
  footnotes: z.array(z.string()),
  /** False where a part was not yet held against the official print; `unverified` names the parts. */
  verified: z.boolean(),
  unverified: z.array(z.enum(['name', 'threshold', 'formula'])),
  sourceNote: z.string().nullable(),
})
export type CataloguedIndicator = z.infer<typeof CataloguedIndicator>

const edition = {
  id: z.string(),
  name: z.string(),
  effectiveOn: z.string().nullable(),
  supersededOn: z.string().nullable(),
  note: z.string().nullable(),
}

/** What dossiers are judged by: the editions of the Standard and of the regulation, and every rule with its article. */
export const Catalogue = z.object({
  standards: z.array(z.object({ ...edition, indicators: z.array(CataloguedIndicator) })),
  regulations: z.array(
    z.object({
      ...edition,
      requiredDocuments: z.array(RequiredDocument),
      chapters: z.array(z.object({ id: z.string(), zh: z.string(), clause: z.string(), rules: z.array(z.string()) })),
    }),
  ),
  rules: z.array(z.object({ id: RuleId, title: z.string(), severity: Severity, article: z.string() })),
})
export type Catalogue = z.infer<typeof Catalogue>
