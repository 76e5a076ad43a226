import type { Draft } from './document.ts'
import { acceptanceOf } from './dossier/acceptance.ts'
import { annualOf } from './dossier/annual.ts'
import type { Plot } from './dossier/context.ts'
import { applicationOf, commitmentOf, planningEiaOf, supportingOf, supportReportOf } from './dossier/others.ts'
import { planOf } from './dossier/plan.ts'
import type { Due } from './dossier/plant.ts'
import type { Spec } from './dossier/specs.ts'
import { inventPark, projectNames } from './park.ts'
import { seeded } from './random.ts'

/** A whole dossier: its documents, what a review must find in them, and what stands beside them as raw files. */
export type VariantDossier = { spec: Spec; plot: Plot; documents: Draft[]; findings: Due[] }

/** Writes one dossier's documents with its defects planted. */
export function dossierOf(spec: Spec): VariantDossier {
  const park = inventPark(spec.name, spec.base, spec.tweak)
  const plot: Plot = {
    seed: spec.name,
    park,
    errata: {},
    projects: seeded(`${spec.name}/projects`).shuffle(projectNames).slice(0, 7),
    unfinished: new Map(),
    sourceless: new Set(),
    omitted: new Set(),
    misquoted: new Map(),
    boundary: ['环山公路', '铁路专用线'],
    sumSlip: 0,
    growthSlip: new Map(),
    layouts: { ...spec.layouts },
    printers: spec.printers,
  }
  const findings = spec.plant.flatMap((plant) => plant(plot))
  const without = new Set(spec.without ?? [])
  const annuals = [1, 2, 3].filter((at) => !without.has(`annual_report:${at}`)).map((at) => annualOf(plot, park.base + at))
  const documents =
    spec.stage === 'acceptance'
      ? [applicationOf(plot, true), planOf(plot), ...annuals, acceptanceOf(plot), supportingOf(plot)]
      : [
          applicationOf(plot, false),
          planOf(plot),
          supportReportOf(plot),
          ...(without.has('commitment') ? [] : [commitmentOf(plot)]),
          ...(without.has('planning_eia') ? [] : [planningEiaOf(plot)]),
        ]
  return { spec, plot, documents, findings: once(findings) }
}

/** What must be found outweighs that it may be told as a consequence of another. */
function once(findings: Due[]): Due[] {
  const key = (due: Due): string => [due.rule, due.subject, due.anyYear ? '*' : due.year].join('|')
  const asked = new Set(findings.filter((due) => !due.optional).map(key))
  const seen = new Set<string>()
  return findings.filter((due) => {
    if (due.rule === '' || (due.optional && (asked.has(key(due)) || seen.has(key(due))))) return false
    seen.add(key(due))
    return true
  })
}
