import { readStandard } from '../../rules/standards/index.ts'
import type { Manifest } from '../../schemas/dossier.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Finding } from '../../schemas/finding.ts'
import { review } from '../../workers/review.ts'
import type { TruthFact } from '../variants/document.ts'
import type { Due } from '../variants/dossier/plant.ts'
import { print } from '../variants/print/index.ts'
import type { Unseen } from './casebook.ts'

const standard = readStandard('hj274-2015')

/** Reviews one dossier in this process, as it would be read from its folder. */
export async function reviewUnseen({
  head,
  write,
}: Unseen): Promise<{ findings: Finding[]; facts: Fact[]; dues: Due[]; truth: TruthFact[] }> {
  const { park, papers, findings: dues } = write()
  const printed = await Promise.all(papers.map(async (paper) => ({ name: paper.name, bytes: await print(paper) })))
  const broken = Object.entries(head.broken ?? {}).map(([name, text]) => ({ name, bytes: new Uint8Array(Buffer.from(text, 'latin1')) }))
  const files = [...printed, ...broken].map((file, i) => ({ id: `d${i + 1}`, ...file }))
  const manifest = head.manifest ? ({ park: park.name, region: park.region, stage: head.stage, ...head.manifest } as Manifest) : null
  const { report } = await review(files, standard, manifest)
  return { findings: report.findings, facts: report.facts, dues, truth: papers.flatMap((paper) => paper.facts) }
}
