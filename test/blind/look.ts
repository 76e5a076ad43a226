import { readStandard } from '../../rules/standards/index.ts'
import { readDocument } from '../../workers/review.ts'
import { f1, score } from '../variants/score.ts'
import { type BlindSet, dossiersOf } from './read.ts'
import { bytesOf } from './write.ts'

/** node --import tsx test/blind/look.ts [first|second] [part of a file name]: each document's score and what was missed or told beside the truth. */
const [set = 'first', only = ''] = process.argv.slice(2)
const standard = readStandard('hj274-2015')
const sum = { hit: 0, missed: 0, extra: 0 }
for (const { name, documents } of dossiersOf(set as BlindSet))
  for (const document of documents) {
    if (!`${name}/${document.file}`.includes(only)) continue
    const reading = await readDocument({ id: 'd1', name: document.file, bytes: await bytesOf(document) }, standard)
    const one = score(document.facts, reading.facts)
    for (const part of ['hit', 'missed', 'extra'] as const) sum[part] += one[part]
    const { role, year } = reading.identity
    const wrong = role === document.role && year === document.year ? '' : `  is ${role} ${year}`
    process.stdout.write(
      `${name}/${document.file} ${one.f1.toFixed(4)} ${one.hit} ${one.missed} ${one.extra}${wrong}\n${one.notes.map((note) => `    ${note}\n`).join('')}`,
    )
  }
process.stdout.write(`${f1(sum.hit, sum.missed, sum.extra).toFixed(4)} ${JSON.stringify(sum)}\n`)
