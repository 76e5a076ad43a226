import { readFileSync } from 'node:fs'
import { tell } from './tell.ts'

const name = process.argv[2] ?? 'first'
const rows = JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as [string, string[], string][]
const contract = ['environmental-incident', 'criminal-case', 'penalty', 'organisation-change']
let [hit, missed, extra, right] = [0, 0, 0, 0]
for (const [sentence, expected, kind] of rows) {
  const told = (await tell(sentence)).told.filter((one) => contract.includes(one))
  const due = expected.filter((one) => one !== 'error')
  const lost = due.filter((x) => !told.includes(x))
  const more = told.filter((x) => !due.includes(x))
  hit += due.length - lost.length
  missed += lost.length
  extra += more.length
  if (lost.length + more.length === 0) right++
  else
    process.stdout.write(
      `${kind} ${lost.length ? `MISSED ${lost.join(',')} ` : ''}${more.length ? `FALSE ${more.join(',')} ` : ''}${sentence}\n`,
    )
}
process.stdout.write(
  `${right}/${rows.length} right; hit ${hit}, missed ${missed}, false ${extra}; F1 ${((2 * hit) / (2 * hit + missed + extra)).toFixed(4)}\n`,
)
