import { z } from 'zod'
import { Recognition } from './document.ts'
import { Role } from './dossier.ts'
import { Evidence } from './place.ts'

/** An exact decimal as text: never a float. */
export const Decimal = z.string().regex(/^-?\d+(\.\d+)?$/)

/** What printed digits stand for, in the canonical unit, both ends included. */
export const Span = z.object({ low: Decimal, high: Decimal })
export type Span = z.infer<typeof Span>

/** actual: a value reached · target: a goal of the plan · standard: the Standard's threshold as this document quotes it */
export const Kind = z.enum(['actual', 'target', 'standard'])
export type Kind = z.infer<typeof Kind>

/** The data source cited for a value, and where the citation stands. */
export const Citation = z.object({ text: z.string().min(1), evidence: Evidence })
export type Citation = z.infer<typeof Citation>

/** One value that one document states about one subject, and where it states it. */
export const Fact = z.object({
  id: z.string(),
  document: z.string(),
  role: Role,
  /** An id of the standard's vocabulary: a quantity, or an indicator such as hj274.11. */
  subject: z.string(),
  /** null where the text binds the value to no year. */
  year: z.number().int().nullable(),
  kind: Kind,
  /** As printed, with its unit where that stands beside the number: "356.42亿元", "≥30", "达标". */
  raw: z.string(),
  /** The printed number as a plain decimal, in the printed unit; null for a qualitative statement. */
  value: Decimal.nullable(),
  unit: z.string().nullable(),
  /** The same in the unit that the vocabulary names for the subject. */
  canonical: z.object({ value: Decimal, unit: z.string() }).nullable(),
  /** What the printed digits stand for, in the canonical unit. null for a qualitative statement. */
  interval: Span.nullable(),
  /** >= <= > < = as printed before a threshold or target (不低于 is >=); null where none is printed. */
  operator: z.enum(['>=', '<=', '>', '<', '=']).nullable(),
  /** 约, 近, 超, 左右 …: the print itself says that the number is not exact. Such a fact accuses nobody. */
  approximate: z.boolean(),
  /** For a qualitative statement (达标, 具备, 全部完成): the word in its normal form. */
  text: z.string().nullable(),
  /** "2020年不变价" or "当年价", or null where none is stated. */
  priceBasis: z.string().nullable(),
  /** label: printed with this very value (row, header, sentence) · statement: from a clause about the whole document. */
  priceBasisFrom: z.enum(['label', 'statement']).nullable(),
  source: Citation.nullable(),
  /** True where the value stands in a table that has a data-source column, so that an empty source is a gap. */
  sourceExpected: z.boolean(),
  /** The kind of statement: a cell of a table, a sentence, the result or an input of a printed calculation. */
  statedIn: z.enum(['table', 'prose', 'calculation']),
  evidence: Evidence,
  confidence: z.number().min(0).max(1),
  /** How its print was read, where it was read from a picture: what each reader saw, and what else it may be. */
  recognition: Recognition.optional(),
  /** What was read here, where a reviewer has put the reading right since; only then present. */
  misread: z
    .object({
      raw: z.string(),
      value: Decimal.nullable(),
      unit: z.string().nullable(),
      text: z.string().nullable(),
      year: z.number().int().nullable(),
    })
    .optional(),
})
export type Fact = z.infer<typeof Fact>
