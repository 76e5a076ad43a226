import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TruthFact } from '../variants/document.ts'
import { kept, printBlind } from './print.ts'
import { type BlindDocument, type BlindDossier, type BlindSet, blindSets, dossiersOf } from './read.ts'

const prints = new URL('./prints/', import.meta.url).pathname

/** The bytes of a document: its kept print where it has one, else printed now. */
export async function bytesOf(document: BlindDocument): Promise<Uint8Array> {
  return kept(document) ? new Uint8Array(readFileSync(join(prints, document.dossier, document.file))) : await printBlind(document)
}

/** A value printed twice is one fact: asked for if one of its prints is, with the source that one of them names. */
export function distinct(facts: readonly TruthFact[]): TruthFact[] {
  const known = new Map<string, TruthFact>()
  for (const fact of facts) {
    const key = [fact.file, fact.subject, fact.year, fact.kind, fact.value ?? fact.text].join('|')
    const { optional, ...before } = known.get(key) ?? { ...fact, optional: true as const }
    const source = before.source ?? fact.source
    known.set(key, { ...before, ...(source ? { source } : {}), ...(optional && fact.optional ? { optional } : {}) })
  }
  return [...known.values()]
}

async function write(out: string, { name, spec: { findings = [], ...spec }, documents }: BlindDossier): Promise<void> {
  const folder = join(out, name, 'dossier')
  mkdirSync(folder, { recursive: true })
  for (const document of documents) writeFileSync(join(folder, document.file), await bytesOf(document))
  const facts = documents.flatMap((document) => distinct(document.facts))
  writeFileSync(join(out, name, 'truth.json'), JSON.stringify({ case: name, ...spec, facts, findings, scoredRules: [] }, null, 1))
}

/** node --import tsx test/blind/write.ts SET OUTDIR [--print]: a set's dossiers as the scorer reads them; --print makes the missing kept prints. */
if (import.meta.url === `file://${process.argv[1]}`) {
  const [set, out, again] = process.argv.slice(2)
  if (!blindSets.some((one) => one === set) || !out) throw new Error('usage: node --import tsx test/blind/write.ts SET OUTDIR [--print]')
  for (const dossier of dossiersOf(set as BlindSet)) {
    if (again === '--print')
      for (const document of dossier.documents.filter(kept)) {
        const path = join(prints, dossier.name, document.file)
        if (existsSync(path)) continue
        mkdirSync(join(prints, dossier.name), { recursive: true })
        writeFileSync(path, await printBlind(document))
      }
    await write(out, dossier)
  }
}
