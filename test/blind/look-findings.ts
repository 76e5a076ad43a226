import { scoredRules } from '../unseen/index.ts'
import { scoreFindings } from '../unseen/score-findings.ts'
import { reviewBlind } from './findings.ts'
import { type BlindSet, dossiersOf } from './read.ts'

/** node --import tsx test/blind/look-findings.ts SET: what a review finds in each whole dossier of a set, beside what is planted in it. */
for (const dossier of dossiersOf((process.argv[2] ?? 'fourth') as BlindSet)) {
  const { findings, dues } = await reviewBlind(dossier)
  const { notes, ...score } = scoreFindings(dues, findings, scoredRules)
  process.stdout.write(`${dossier.name} ${JSON.stringify(score)}\n${notes.map((note) => `    ${note}\n`).join('')}`)
}
