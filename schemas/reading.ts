import { z } from 'zod'
import { Format, Problem } from './document.ts'
import { Role, Stage } from './dossier.ts'
import { Decimal, Fact, Span } from './fact.ts'
import { Evidence } from './place.ts'
import { Statement, ToldDate, ToldEvent } from './told.ts'

/** A printed change between two levels: 比上年增长8.1%, 是2019年的1.2倍, 由A降到B，降低了X%. */
export const Growth = z.object({
  document: z.string(),
  subject: z.string(),
  /** The later year and the year compared with. */
  year: z.number().int(),
  fromYear: z.number().int(),
  /** rate: % change (negative for a fall) · multiple: later ÷ earlier · points: percentage points · annual_rate: compound rate per year in % */
  measure: z.enum(['rate', 'multiple', 'points', 'annual_rate']),
  /** The printed number, signed, in % (rate, annual_rate), times (multiple) or percentage points. */
  value: Decimal,
  interval: Span,
  raw: z.string(),
  /** The two levels where the sentence itself prints them, else null: then the document's own facts are looked up. */
  level: Span.nullable(),
  fromLevel: Span.nullable(),
  priceBasis: z.string().nullable(),
  approximate: z.boolean(),
  evidence: Evidence,
})
export type Growth = z.infer<typeof Growth>

/** A printed total and its printed parts, all in one unit: a 合计/小计 row or column, shares that make 100 %, 其中 … in a sentence. */
export const Sum = z.object({
  document: z.string(),
  /** What is summed, as printed: the column's or row's heading. */
  label: z.string(),
  parts: z.array(z.object({ label: z.string(), raw: z.string(), interval: Span, evidence: Evidence })),
  total: z.object({ label: z.string(), raw: z.string(), interval: Span, evidence: Evidence }),
  unit: z.string().nullable(),
  /** all: the parts are complete and must equal the total · some: 其中, they must not exceed it */
  completeness: z.enum(['all', 'some']),
})
export type Sum = z.infer<typeof Sum>

/** A key supporting project (重点支撑项目) as one document lists it. */
export const Project = z.object({
  document: z.string(),
  role: Role,
  name: z.string(),
  /** The printed state (已完成, 在建, 取消 …), and what it means; null where none is printed. */
  statusText: z.string().nullable(),
  status: z.enum(['done', 'unfinished', 'cancelled', 'unclear']).nullable(),
  investment: z.string().nullable(),
  evidence: Evidence,
})
export type Project = z.infer<typeof Project>

/** A printed calculation: which result it claims, its inputs in order, and the expression as printed. */
export const Calculation = z.object({
  document: z.string(),
  subject: z.string(),
  year: z.number().int().nullable(),
  expression: z.string(),
  inputs: z.array(z.object({ raw: z.string(), value: Decimal, unit: z.string().nullable() })),
  result: z.object({ raw: z.string(), value: Decimal, unit: z.string().nullable(), interval: Span }),
  evidence: Evidence,
})
export type Calculation = z.infer<typeof Calculation>

/** The park's stated boundary (四至) in one document, each side as printed. */
export const Boundary = z.object({
  document: z.string(),
  east: z.string().nullable(),
  south: z.string().nullable(),
  west: z.string().nullable(),
  north: z.string().nullable(),
  evidence: Evidence,
})
export type Boundary = z.infer<typeof Boundary>

/** A heading with its nesting level, for the outline that a document's role requires. */
export const Heading = z.object({ text: z.string(), level: z.number().int(), evidence: Evidence })
export type Heading = z.infer<typeof Heading>

/** Which document this is, as recognised from its own title, headings and letter form, or as the manifest says. */
export const Identity = z.object({
  role: Role,
  year: z.number().int().nullable(),
  park: z.string().nullable(),
  region: z.string().nullable(),
  stage: Stage.nullable(),
  baseYear: z.number().int().nullable(),
  finalYear: z.number().int().nullable(),
  /** The date of its cover or signature, ISO. */
  datedOn: z.string().nullable(),
  approvedOn: z.string().nullable(),
  waterScarce: z.boolean().nullable(),
  confidence: z.number().min(0).max(1),
})
export type Identity = z.infer<typeof Identity>

/**
 * A table row or cell that seems to state something and could not be read: a name that is close to no subject's (subject null),
 * or a print under a value's heading that is no value. It keeps a rule from calling missing what is only unread.
 */
export const Unread = z.object({
  document: z.string(),
  subject: z.string().nullable(),
  label: z.string(),
  raw: z.string(),
  evidence: Evidence,
})
export type Unread = z.infer<typeof Unread>

/**
 * A page read from a picture whose reading a person should look at: its numbers and how many of them are doubtful, and how sure
 * its words are in the mean.
 */
export const WeakPage = z.object({
  page: z.number().int().positive(),
  numbers: z.number().int(),
  doubtful: z.number().int(),
  words: z.number().min(0).max(1),
})
export type WeakPage = z.infer<typeof WeakPage>

/** A character of print read from a picture that may be another, with the letters beside it: 临丰市, perhaps 临沣市. */
export const Doubt = z.object({ read: z.string(), others: z.array(z.string()) })
export type Doubt = z.infer<typeof Doubt>

/** One block of running text kept for the rules that read sentences (events, changes, dates), with its place. */
export const Sentence = z.object({ text: z.string(), evidence: Evidence })
export type Sentence = z.infer<typeof Sentence>

/** One file of a document that came in several, such as a photo of each page: its pages in the document begin at `firstPage`. */
export const PageFile = z.object({
  id: z.string(),
  file: z.string(),
  sha256: z.string(),
  firstPage: z.number().int().positive(),
  pages: z.number().int().positive(),
})
export type PageFile = z.infer<typeof PageFile>

/** Everything that one document says, and how well it could be read: what the document job stores and the dossier job assembles. */
export const Reading = z.object({
  id: z.string(),
  file: z.string(),
  sha256: z.string(),
  format: Format,
  status: z.enum(['parsed', 'partial', 'failed']),
  problems: z.array(Problem),
  pages: z.number().int(),
  ocrPages: z.number().int(),
  weakPages: z.array(WeakPage).optional(),
  doubts: z.array(Doubt).optional(),
  hiddenSheets: z.array(z.string()),
  /** Where several files make the document: all of them in the order of their pages, the first under the document's own id. */
  files: z.array(PageFile).optional(),
  /** Of a file whose pages were read as part of another's document: that one's id. Such a reading says nothing itself. */
  partOf: z.string().optional(),
  identity: Identity,
  facts: z.array(Fact),
  growths: z.array(Growth),
  sums: z.array(Sum),
  projects: z.array(Project),
  calculations: z.array(Calculation),
  boundaries: z.array(Boundary),
  headings: z.array(Heading),
  sentences: z.array(Sentence),
  unread: z.array(Unread),
  events: z.array(ToldEvent).default([]),
  dates: z.array(ToldDate).default([]),
  statements: z.array(Statement).default([]),
  /** Data sources named for the whole document (本报告所用数据来自…), or null. */
  generalSource: z.string().nullable(),
})
export type Reading = z.infer<typeof Reading>
