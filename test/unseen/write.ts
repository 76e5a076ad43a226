import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TruthFact } from '../variants/document.ts'
import { print } from '../variants/print/index.ts'
import type { Unseen } from './casebook.ts'
import { scoredRules, unseenDossiers } from './index.ts'

/** A value printed twice is one fact: asked for if one of its prints is. */
function distinct(facts: readonly TruthFact[]): TruthFact[] {
  const known = new Map<string, TruthFact>()
  for (const fact of facts) {
    const key = [fact.subject, fact.year, fact.kind, fact.value ?? fact.text].join('|')
    const { optional, ...before } = known.get(key) ?? { ...fact, optional: true as const }
    known.set(key, { ...before, ...(optional && fact.optional ? { optional } : {}) })
  }
  return [...known.values()]
}

/** Writes OUT/<case>/dossier/… and OUT/<case>/truth.json for one dossier. */
export async function writeUnseen(out: string, { head, write }: Unseen): Promise<void> {
  const { park, papers, findings } = write()
  const folder = join(out, head.id, 'dossier')
  mkdirSync(folder, { recursive: true })
  for (const paper of papers) writeFileSync(join(folder, paper.name), await print(paper))
  for (const [file, text] of Object.entries(head.broken ?? {})) writeFileSync(join(folder, file), text, 'latin1')
  if (head.manifest)
    writeFileSync(
      join(folder, 'dossier.json'),
      JSON.stringify({ park: park.name, region: park.region, stage: head.stage, ...head.manifest }),
    )
  const truth = {
    case: head.id,
    about: head.about,
    park: park.name,
    stage: head.stage,
    region: park.region,
    baseYear: park.base,
    finalYear: park.final,
    clean: findings.every((due) => due.optional),
    documents: papers.map(({ name, role, year }) => ({ file: name, role, year })),
    facts: papers.flatMap((paper) => distinct(paper.facts)),
    findings,
    scoredRules,
  }
  writeFileSync(join(out, head.id, 'truth.json'), `${JSON.stringify(truth, null, 1)}\n`)
}

/** node --import tsx test/unseen/write.ts OUTDIR: all these dossiers in the layout that the scorer reads. */
if (import.meta.url === `file://${process.argv[1]}`) {
  const out = process.argv[2]
  if (!out) throw new Error('usage: node --import tsx test/unseen/write.ts OUTDIR')
  for (const dossier of unseenDossiers) await writeUnseen(out, dossier)
  process.stdout.write(`${unseenDossiers.length} dossiers in ${out}\n`)
}
