import type { Block, Draft, PrinterName } from '../document.ts'
import { type Look, lookOf, sourceOf } from '../look.ts'
import type { Park } from '../park.ts'
import { extensions } from '../print/index.ts'
import { type Random, seeded } from '../random.ts'
import { type Errata, type Scribe, scribeFor } from '../scribe.ts'
import type { AssessmentOptions, Options } from '../tables.ts'

/** What the documents of one dossier share, with the defects planted in each. */
export type Plot = {
  seed: string
  park: Park
  /** By role, or by `annual_report:2021`. */
  errata: Record<string, Errata>
  projects: string[]
  /** A project's state in the acceptance report, where it is not done; `missing` leaves it out. */
  unfinished: ReadonlyMap<string, string>
  /** Rows of the acceptance report's assessment table without a source, or left out, or with another threshold. */
  sourceless: ReadonlySet<string>
  omitted: ReadonlySet<string>
  misquoted: ReadonlyMap<string, string>
  /** Another boundary in the acceptance report. */
  boundary: [string, string]
  /** Added to the printed total of a table of parts. */
  sumSlip: number
  /** A printed growth that does not follow from the levels: subject → percent. */
  growthSlip: ReadonlyMap<string, string>
  /** Which layout a document takes, by the keys of `errata`; drawn by chance where not given. */
  layouts: Record<string, number>
  printers: PrinterName[]
}

export type Desk = {
  s: Scribe
  r: Random
  look: Look
  plot: Plot
  source: (subject: string) => string
  heads: (text: string) => Block
  options: Options
  table: (columns: AssessmentOptions['columns']) => AssessmentOptions
}

/** A writer's desk for one document: its scribe, its own stream of chance and its office's habits. */
export function deskFor(plot: Plot, file: string, key: string, units?: Look['units']): Desk {
  const r = seeded(`${plot.seed}/${file}`)
  const look = { ...lookOf(r), ...(units ? { units } : {}) }
  const s = scribeFor(plot.park, file, plot.errata[key])
  let index = 0
  const options: Options = {
    units: look.units,
    wording: look.wording,
    yearAs: look.yearAs,
    style: look.style,
    none: look.none,
    say: look.say,
  }
  return {
    s,
    r,
    look,
    plot,
    source: sourceOf(plot.park),
    heads: (text) => ({ kind: 'heading', level: 1, text: look.heading(++index, text) }),
    options,
    table: (columns) => ({ ...options, columns }),
  }
}

export const draft = (desk: Desk, role: string, year: number | null, printer: PrinterName, blocks: Block[]): Draft => ({
  name: desk.s.file,
  role,
  year,
  printer,
  blocks,
  facts: desk.s.facts,
})

export const fileName = (stem: string, printer: PrinterName): string => `${stem}.${extensions[printer]}`
