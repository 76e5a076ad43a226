import type { Block, Draft, PrinterName } from '../document.ts'
import { type Look, sourceOf } from '../look.ts'
import { unitSets } from '../measures.ts'
import { nameOf } from '../names.ts'
import { inventPark, type Park } from '../park.ts'
import { extensions } from '../print/index.ts'
import { type Random, seeded } from '../random.ts'
import { type Scribe, scribeFor } from '../scribe.ts'
import type { Options } from '../tables.ts'

export type Pen = {
  s: Scribe
  r: Random
  park: Park
  base: number
  final: number
  years: number[]
  source: (subject: string) => string
  units: (set: keyof typeof unitSets) => Look['units']
  wording: (choice: number) => (subject: string) => string
  options: (set: keyof typeof unitSets, choice: number, more?: Partial<Options>) => Options
}

export type Variant = { id: string; about: string; make: () => Draft }

/** One variant document, written by hand in its own layout. File names tell nothing of the role. */
export function variant(
  id: string,
  about: string,
  role: string,
  printer: PrinterName,
  base: number,
  year: (pen: Pen) => number | null,
  write: (pen: Pen) => Block[],
): Variant {
  return {
    id,
    about,
    make: () => {
      const park = inventPark(id, base)
      const file = `${id}.${extensions[printer]}`
      const s = scribeFor(park, file)
      const wording =
        (choice: number) =>
        (subject: string): string =>
          nameOf(subject, choice)
      const pen: Pen = {
        s,
        r: seeded(`${id}/text`),
        park,
        base,
        final: park.final,
        years: [base, base + 1, base + 2, park.final],
        source: sourceOf(park),
        units: (set) => unitSets[set],
        wording,
        options: (set, choice, more = {}) => ({ units: unitSets[set], wording: wording(choice), ...more }),
      }
      const blocks = write(pen)
      return { name: file, role, year: year(pen), printer, blocks, facts: s.facts }
    },
  }
}

export const noYear = (): null => null
