import type { Reading } from '../../schemas/reading.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { compact } from '../engine/normalise.ts'

type Named = Target & { readonly paper: Reading; readonly name: string; readonly main: Reading; readonly mainName: string }

const papers: ReadonlySet<string> = new Set(['plan', 'acceptance_report', 'annual_report', 'application', 'commitment', 'support_report'])

/** Each paper's name of the park against that of the main paper: the acceptance report, else the plan. */
function* given({ documents }: Dossier): Generator<Named> {
  const naming = documents.filter(({ identity, status }) => papers.has(identity.role) && identity.park !== null && status !== 'failed')
  const main =
    naming.find(({ identity }) => identity.role === 'acceptance_report') ?? naming.find(({ identity }) => identity.role === 'plan')
  if (main === undefined) return
  for (const paper of naming)
    if (paper !== main)
      yield {
        subject: 'park_name',
        year: paper.identity.year,
        facts: [],
        paper,
        main,
        name: paper.identity.park ?? '',
        mainName: main.identity.park ?? '',
      }
}

/** What is left of a park's name without its grade, place words and kind: 青禾 of 湖南青禾经济技术开发区. */
const kind =
  /国家级?|省级|市级|经济|技术|高新|产业|工业|开发区?|经开区|保税|综合|出口|加工|化工|新材料|循环|生态|示范|集聚|园区|园|新区|区|基地|[省市县州]|自治/g

/** Two names are of one park where their proper parts share two characters, or one of them has none. */
function sameName(a: string, b: string): boolean {
  const [left, right] = [a, b].map((name) => compact(name).replace(kind, ''))
  if (!left || !right) return true
  return [...left].some((_, index) => index + 2 <= left.length && right.includes(left.slice(index, index + 2)))
}

function check({ paper, name, main, mainName }: Named, dossier: Dossier): Outcome {
  if (sameName(name, mainName)) return passed
  const told = dossier.documents.some(({ events }) =>
    events.some((event) => event.kind === 'organisation_change' && event.aspect === 'name'),
  )
  if (told) return skipped('材料述及园区更名，另见“名称变更”')
  return failed({
    message: `${paper.file}的园区名称为“${name}”，${main.file}为“${mainName}”，请核实是否为同一园区、是否已更名并报告。`,
    expected: mainName,
    actual: name,
  })
}

/** All papers speak of one park by one name, or tell that it changed (Art. 12). */
export default defineRule({
  id: 'consistency/identity',
  severity: 'warning',
  article: '12、24',
  summary: 'Plan, reports and applications name the same park, unless a change of name is told.',
  title: '各材料的园区名称是否一致',
  given,
  check,
})
