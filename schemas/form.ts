import { z } from 'zod'
import { Evidence } from './place.ts'

/** One field of a draft form: what to write in it, the facts and places it is taken from, and why it is left open. */
export const FormField = z.object({
  id: z.string(),
  zh: z.string(),
  value: z.string().nullable(),
  /** A table's lines, the first being its heads; empty where the field is one text. */
  rows: z.array(z.array(z.string())),
  facts: z.array(z.string()),
  places: z.array(z.object({ document: z.string(), evidence: Evidence })),
  note: z.string().nullable(),
})
export type FormField = z.infer<typeof FormField>

/** A form of the regulation (附1, 附3) filled as far as the papers allow, for a person to check and complete. */
export const Form = z.object({
  id: z.string(),
  zh: z.string(),
  clause: z.string(),
  note: z.string().nullable(),
  fields: z.array(FormField),
})
export type Form = z.infer<typeof Form>
