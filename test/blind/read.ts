import { readdirSync, readFileSync } from 'node:fs'
import type { Block, PrinterName, TruthFact } from '../variants/document.ts'
import type { Due } from '../variants/dossier/plant.ts'
import { Reader } from './markup.ts'
import { Park, type ParkSpec } from './park.ts'

/** How a blind document comes to its bytes: the printers of the variants, or a program whose print is kept. */
export type BlindPrinter = PrinterName | 'browser' | 'office' | 'office-doc' | 'office-docx'

export type BlindDocument = {
  dossier: string
  file: string
  printer: BlindPrinter
  role: string
  year: number | null
  blocks: Block[]
  facts: TruthFact[]
}

/** The sets in the order in which they were written. */
export const blindSets = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'] as const
export type BlindSet = (typeof blindSets)[number]

export type BlindDossier = {
  name: string
  spec: ParkSpec & { park: string; region: string; stage: string; findings?: Due[] }
  documents: BlindDocument[]
}

/** The dossiers of a set, each a folder with dossier.json and its documents as markup. */
export function dossiersOf(set: BlindSet): BlindDossier[] {
  const root = new URL(`./${set}/`, import.meta.url)
  return readdirSync(root)
    .sort()
    .map((name) => {
      const folder = new URL(`${encodeURIComponent(name)}/`, root)
      const spec = JSON.parse(readFileSync(new URL('dossier.json', folder), 'utf8')) as BlindDossier['spec']
      const documents = readdirSync(folder)
        .filter((file) => file.endsWith('.txt'))
        .sort()
        .map((file) => documentOf(name, new Park(spec), readFileSync(new URL(encodeURIComponent(file), folder), 'utf8')))
      return { name, spec, documents }
    })
}

/** A document from its head (file, printer, role, year, sources) and its text. */
function documentOf(dossier: string, park: Park, markup: string): BlindDocument {
  const cut = markup.indexOf('\n===\n')
  const head = new Map(
    markup
      .slice(0, cut)
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const of = (key: string): string => {
    const value = head.get(key)
    if (value === undefined) throw new Error(`${dossier}: no ${key} in ${markup.slice(0, 60)}`)
    return value
  }
  const sources = Object.fromEntries([...head].filter(([key]) => key.startsWith('source ')).map(([key, value]) => [key.slice(7), value]))
  const reader = new Reader({ text: markup.slice(cut + 5), file: of('file'), park, sources })
  const blocks = reader.blocks()
  const year = head.get('year')
  return {
    dossier,
    file: of('file'),
    printer: of('printer') as BlindPrinter,
    role: of('role'),
    year: year ? Number(year) : null,
    blocks,
    facts: reader.facts,
  }
}
