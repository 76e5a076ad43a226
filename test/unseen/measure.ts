import { scoredRules, secondDossiers, unseenDossiers } from './index.ts'
import { reviewUnseen } from './run.ts'
import { scoreFindings } from './score-findings.ts'

/** node --import tsx test/unseen/measure.ts [ID…]: findings of each dossier against what was planted in it. */
const wanted = process.argv.slice(2)
const total = { hit: 0, missed: 0, extra: 0, falseErrors: 0, causesRight: 0, causesAsked: 0 }
for (const dossier of [...unseenDossiers, ...secondDossiers]) {
  if (wanted.length > 0 && !wanted.some((id) => dossier.head.id.startsWith(id))) continue
  const from = performance.now()
  const { findings, dues } = await reviewUnseen(dossier)
  const took = Math.round(performance.now() - from)
  const { notes, ...score } = scoreFindings(dues, findings, scoredRules)
  for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += score[key]
  process.stdout.write(`${dossier.head.id} ${took} ms: ${JSON.stringify(score)}\n${notes.map((note) => `    ${note}\n`).join('')}`)
}
const f1 = (2 * total.hit) / (2 * total.hit + total.missed + total.extra)
process.stdout.write(
  `${JSON.stringify(total)}\nfindings F1 ${f1.toFixed(4)} · causes ${(total.causesRight / total.causesAsked).toFixed(4)}\n`,
)
