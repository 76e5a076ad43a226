import { z } from 'zod'
import { Role, Stage } from './dossier.ts'
import { Severity } from './finding.ts'

/** How sure a datum is: false where it was not yet held against the official print; the report tells the reader. */
const sourced = { verified: z.boolean(), sourceNote: z.string().optional() }

/** One quantity that documents print and formulas use. */
export const Quantity = z.object({
  id: z.string(),
  zh: z.string(),
  unit: z.string(),
  aliases: z.array(z.string()),
  /** stock: a level at a date · flow: a sum over a year (half-years add up) */
  nature: z.enum(['stock', 'flow']),
  /** True for money, which has a price basis. */
  money: z.boolean(),
  /** Names that contain an alias and yet mean another thing (规上工业增加值, 绿地率). */
  notToConfuse: z.array(z.string()).default([]),
})
export type Quantity = z.infer<typeof Quantity>

/** A threshold such as ">=30", "= 100", "= 达标"; or several, each under a condition, tried in order. */
export const Threshold = z.union([z.string(), z.record(z.string(), z.string())])
export type Threshold = z.infer<typeof Threshold>

export const Indicator = z.object({
  id: z.string(),
  no: z.number().int().positive(),
  zh: z.string(),
  aliases: z.array(z.string()).default([]),
  unit: z.string(),
  category: z.string(),
  rule: z.enum(['mandatory', 'group']),
  group: z.string().optional(),
  threshold: Threshold,
  /** In the expression language of rules/engine/formula.ts, or null where the value is counted or judged, not computed. */
  formula: z.string().nullable(),
  /** Another indicator that must pass before this one may be chosen within its group. */
  requires: z.string().optional(),
  /** Words that say the same as a threshold's word (稳定达标 for 达标). */
  passWords: z.array(z.string()).default([]),
  /** Parts of the formula that the report prints beside it, since the aggregation is uncertain (the four pollutants of 25). */
  parts: z.array(z.object({ zh: z.string(), formula: z.string() })).default([]),
  clause: z.string(),
  footnotes: z.array(z.string()).default([]),
  ...sourced,
  /** Which parts were not yet held against the official print; `verified` is true where there are none. */
  unverified: z.array(z.enum(['name', 'threshold', 'formula'])).default([]),
})
export type Indicator = z.infer<typeof Indicator>

/** One edition of the standard of indicators. Adding an edition is adding such a file. */
export const Standard = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  effectiveOn: z.iso.date(),
  supersededOn: z.iso.date().nullable(),
  note: z.string().nullable(),
  quantities: z.array(Quantity),
  indicators: z.array(Indicator),
  footnotes: z.record(z.string(), z.object({ text: z.string(), ...sourced })),
  /** Parts of the regions that thresholds name, for parks known by their city only (河北 → 石家庄 …). */
  regionParts: z.record(z.string(), z.array(z.string())).default({}),
})
export type Standard = z.infer<typeof Standard>

/** A section that a document must have: any heading that holds one of `headings` will do. */
export const RequiredSection = z.object({
  id: z.string(),
  zh: z.string(),
  headings: z.array(z.string()).min(1),
  clause: z.string(),
  ...sourced,
})
export type RequiredSection = z.infer<typeof RequiredSection>

export const RequiredDocument = z.object({
  role: Role,
  zh: z.string(),
  stage: Stage,
  clause: z.string(),
  perYear: z.boolean().default(false),
  ...sourced,
})
export type RequiredDocument = z.infer<typeof RequiredDocument>

/**
 * What a paper must say beside its sections: `statement` is an id of the statements that the extraction reads, several where any will
 * do. `kind` names the rule that asks: content of a paper, items of the letter of commitment.
 */
export const RequiredContent = z.object({
  id: z.string(),
  zh: z.string(),
  kind: z.enum(['content', 'commitment']),
  roles: z.array(Role).min(1),
  stages: z.array(Stage).min(1),
  statements: z.array(z.string()).min(1),
  /** named: asked only of a park that was named (Art. 23, 29, 30). */
  when: z.enum(['named']).optional(),
  /** How grave its absence is, where not as the rule has it. */
  severity: Severity.optional(),
  clause: z.string(),
  ...sourced,
})
export type RequiredContent = z.infer<typeof RequiredContent>

/** What the regulation leaves to a person: the papers cannot show it. */
export const ForPerson = z.object({ id: z.string(), zh: z.string(), stages: z.array(Stage).min(1), clause: z.string() })
export type ForPerson = z.infer<typeof ForPerson>

/** Where a form's field is filled from; `blank` is for others to fill, `quantity` names one of the Standard. */
export const FormSource = z.enum([
  'park',
  'region',
  'approving_body',
  'authority',
  'industries',
  'enterprises',
  'area',
  'boundary',
  'approval',
  'extension',
  'quantity',
  'eia',
  'compliance',
  'indicators',
  'projects',
  'changes',
  'annual_reports',
  'blank',
])
export type FormSource = z.infer<typeof FormSource>

/** A form that the regulation has filled at a stage, as a draft: its fields in order. */
export const FormOutline = z.object({
  id: z.string(),
  zh: z.string(),
  stage: Stage,
  clause: z.string(),
  fields: z.array(z.object({ id: z.string(), zh: z.string(), from: FormSource, quantity: z.string().optional() })).min(1),
  ...sourced,
})
export type FormOutline = z.infer<typeof FormOutline>

/** One edition of the regulation. */
export const Regulation = z.object({
  id: z.string(),
  name: z.string(),
  effectiveOn: z.iso.date().nullable(),
  supersededOn: z.iso.date().nullable(),
  note: z.string().nullable(),
  requiredDocuments: z.array(RequiredDocument),
  outlines: z.array(z.object({ role: Role, sections: z.array(RequiredSection) })),
  requiredContents: z.array(RequiredContent).default([]),
  forPerson: z.array(ForPerson).default([]),
  forms: z.array(FormOutline).default([]),
  /** A limit between two dates, e.g. construction-period: approvedOn → applicationOn, at most 3 year. */
  deadlines: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      to: z.string().nullable(),
      op: z.string(),
      limit: z.string(),
      unit: z.string(),
      clause: z.string(),
      when: z.string().optional(),
      ...sourced,
    }),
  ),
  /** The seven items of technical verification (Art. 17), which are the report's chapters, with the rules that belong to each. */
  chapters: z.array(z.object({ id: z.string(), zh: z.string(), clause: z.string(), rules: z.array(z.string()) })),
  articles: z.record(z.string(), z.string()),
})
export type Regulation = z.infer<typeof Regulation>
