import { readStandard } from '../../rules/standards/index.ts'
import type { Finding } from '../../schemas/finding.ts'
import { readDocument, reviewDossier } from '../../workers/review.ts'
import { consequences, type Due } from '../variants/dossier/plant.ts'
import type { BlindDossier } from './read.ts'
import { bytesOf } from './write.ts'

const standard = readStandard('hj274-2015')

/** Reviews a whole blind dossier, told nothing but its files: what was found, and what is planted in it with all that may follow from it. */
export async function reviewBlind({ spec, documents }: BlindDossier): Promise<{ findings: readonly Finding[]; dues: Due[] }> {
  const readings = []
  for (const [at, document] of documents.entries())
    readings.push(await readDocument({ id: `d${at + 1}`, name: document.file, bytes: await bytesOf(document) }, standard))
  const { report } = reviewDossier(readings, null)
  const planted = spec.findings ?? []
  const final = Math.max(...documents.flatMap(({ facts }) => facts).map(({ year, kind }) => (kind === 'actual' ? (year ?? 0) : 0)))
  const park = { base: spec.base, final } as Parameters<typeof consequences>[0]['park']
  const follow = planted.flatMap(({ subject, year }) => (subject && year ? consequences({ park }, subject, year) : []))
  return { findings: report.findings, dues: [...planted, ...follow] }
}
