import type { Regulation } from '../../../../schemas/edition.ts'
import type { Report } from '../../../../schemas/report.ts'
import { shorten, visible } from '../plain-text.ts'
import { indexReport } from '../report-index.ts'
import { severityWords } from '../wording.ts'
import { aboutOf, proveFact, type Step } from './prove-fact.ts'
import { type Chain, proveFinding } from './prove-finding.ts'

const stepLines = ({ step, text, place }: Step): string[] => [
  `  ${step}　${shorten(visible(text), 900)}`,
  ...(place === null ? [] : [`  　　　　${shorten(visible(place), 300)}`]),
]

const chainLines = ({ about, fact, steps }: Chain): string[] => [
  '',
  `${about}${fact === null ? '' : `（${fact}）`}`,
  ...steps.flatMap(stepLines),
]

/** The chain of a fact (f12) or finding (x1) for a terminal; undefined where the report holds neither. */
export function writeProof(report: Report, regulation: Regulation, id: string): string | undefined {
  const index = indexReport(report, regulation)
  const fact = index.factOf(id)
  if (fact !== undefined)
    return `${chainLines({ about: aboutOf(fact, index), fact: id, steps: proveFact(fact, index) })
      .slice(1)
      .join('\n')}\n`
  const finding = report.findings.find((one) => one.id === id)
  if (finding === undefined) return undefined
  const head = `${id}　${severityWords[finding.severity].word}　${index.ruleTitle(finding.rule)}`
  return `${[head, ...proveFinding(finding, index).flatMap(chainLines)].join('\n')}\n`
}
