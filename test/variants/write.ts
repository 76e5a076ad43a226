import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Draft, TruthFact } from './document.ts'
import { scoredRules, specs } from './dossier/specs.ts'
import { dossierOf, type VariantDossier } from './dossiers.ts'
import { print } from './print/index.ts'

/** A value printed twice is one fact: asked for if one of its prints is, with the source that one of them names. */
function distinct(facts: readonly TruthFact[]): TruthFact[] {
  const known = new Map<string, TruthFact>()
  for (const fact of facts) {
    const key = [fact.subject, fact.year, fact.kind, fact.value ?? fact.text].join('|')
    const { optional, ...before } = known.get(key) ?? { ...fact, optional: true as const }
    const source = before.source ?? fact.source
    known.set(key, { ...before, ...(source ? { source } : {}), ...(optional && fact.optional ? { optional } : {}) })
  }
  return [...known.values()]
}

/** Writes OUT/<case>/dossier/… and OUT/<case>/truth.json for one dossier. */
export async function writeDossier(out: string, dossier: VariantDossier): Promise<void> {
  const { spec, plot, documents } = dossier
  const folder = join(out, spec.name, 'dossier')
  mkdirSync(folder, { recursive: true })
  for (const document of documents) writeFileSync(join(folder, document.name), await print(document))
  if (spec.broken) writeFileSync(join(folder, spec.broken), '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R')
  if (spec.manifest)
    writeFileSync(
      join(folder, 'dossier.json'),
      `${JSON.stringify({ park: plot.park.name, region: plot.park.region, stage: spec.stage }, null, 2)}\n`,
    )
  writeTruth(out, dossier)
}

/** The names of documents that hold pictures only. */
export type Scanned = Set<string>

/** Writes OUT/<case>/truth.json: what the documents say and what a review must find. */
export function writeTruth(out: string, { spec, plot, documents, findings }: VariantDossier, inked: Scanned = new Set()): void {
  const scanned = (file: string) => (inked.has(file) ? { scanned: true as const } : {})
  const truth = {
    case: spec.name,
    about: spec.about,
    park: plot.park.name,
    stage: spec.stage,
    region: plot.park.region,
    baseYear: plot.park.base,
    finalYear: plot.park.final,
    clean: spec.plant.length === 0,
    documents: documents.map(({ name, role, year }) => ({ file: name, role, year, ...scanned(name) })),
    facts: documents.flatMap((document: Draft) => distinct(document.facts)).map((fact) => ({ ...fact, ...scanned(fact.file) })),
    findings,
    scoredRules,
  }
  mkdirSync(join(out, spec.name), { recursive: true })
  writeFileSync(join(out, spec.name, 'truth.json'), `${JSON.stringify(truth, null, 1)}\n`)
}

/** node --import tsx test/variants/write.ts OUTDIR: all variant dossiers in the layout that the scorer reads. */
if (import.meta.url === `file://${process.argv[1]}`) {
  const out = process.argv[2]
  if (!out) throw new Error('usage: node --import tsx test/variants/write.ts OUTDIR')
  for (const spec of specs) await writeDossier(out, dossierOf(spec))
  process.stdout.write(`${specs.length} dossiers in ${out}\n`)
}
