import { diagnoseWith } from '../../rules/engine/diagnose.ts'
import { rules } from '../../rules/index.ts'
import type { Finding } from '../../schemas/finding.ts'
import { type Random, seeded } from '../variants/random.ts'
import { type Breadth, type Clean, cleanDossier } from './clean-dossier.ts'
import { type Decidable, decidable } from './decidable.ts'
import type { Plant, Planted } from './plant.ts'
import { noise, slipPlants } from './plant-slips.ts'

/** The rules that look at numbers: what a dossier lacks is no matter here. */
const numeric = rules.filter(({ id }) => /^(consistency|formula|standard|trend)\/|^plan\/target-missed|^scope\//.test(id))

function reviewNumbers(dossier: Planted['dossier']) {
  const start = performance.now()
  const checks = numeric.flatMap((rule) => rule.run(dossier))
  const checked = performance.now()
  const findings: Finding[] = diagnoseWith(numeric, checks, dossier)
  const done = performance.now()
  return { checks, findings, milliseconds: done - start, diagnosing: done - checked }
}

const own = new WeakMap<Clean, ReadonlySet<string>>()
const aboutOf = ({ rule, subject, year }: Finding): string => [rule, subject, year].join('|')

/** What a clean dossier is told of itself: a value at the very limit of the Standard is open whatever is planted elsewhere. */
function ownFindings(clean: Clean): ReadonlySet<string> {
  const found = own.get(clean) ?? new Set(reviewNumbers(clean.dossier).findings.map(aboutOf))
  own.set(clean, found)
  return found
}

/** The findings that a clean dossier does not have. */
export const findingsBeyond = (clean: Clean, findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => !ownFindings(clean).has(aboutOf(finding)))

/** What the review made of one planted cause. */
export type Trial = {
  readonly planted: Planted
  readonly decidable: Decidable
  readonly named: boolean
  readonly caused: boolean
  readonly accused: readonly Finding[]
  readonly findings: readonly Finding[]
  /** Those that the clean dossier does not have. */
  readonly beyond: readonly Finding[]
  /** The whole of checking and diagnosing, and diagnosing alone. */
  readonly milliseconds: number
  readonly diagnosing: number
}

export function tryPlant(clean: Clean, planted: Planted): Trial {
  const { checks, findings, milliseconds, diagnosing } = reviewNumbers(planted.dossier)
  const ids = new Set(planted.culprits.map(({ id }) => id))
  const first = (finding: Finding) => finding.facts[0] ?? ''
  const about = planted.culprits.map((fact) => findings.find((finding) => first(finding) === fact.id))
  // Of one wrong result in several documents one finding tells; two cells that changed places are a finding each.
  const told = planted.cause === 'swapped_rows' ? about : [about.find((one) => one !== undefined)]
  return {
    planted,
    decidable: decidable(clean.dossier, planted, checks),
    named: told.every((one) => one !== undefined),
    caused: told.every((one) => one?.diagnosis?.cause === planted.cause),
    beyond: findingsBeyond(clean, findings),
    accused: findings.filter((finding) => finding.severity === 'error' && !ids.has(first(finding))),
    findings,
    milliseconds,
    diagnosing,
  }
}

/** Dossiers of differing parks, one for every so many trials. */
export function* dossiers(seed: string, breadth: Breadth, each: number): Generator<Clean> {
  for (let index = 0; ; index += 1) {
    const clean = cleanDossier(`${seed}-${index}`, breadth)
    for (let time = 0; time < each; time += 1) yield clean
  }
}

/** Plants one cause at so many random places and reviews each. */
export function* trials(plant: Plant, seed: string, count: number, breadth: Breadth = 'usual'): Generator<Trial> {
  const random: Random = seeded(seed)
  const source = dossiers(seed, breadth, 5)
  for (let done = 0, tried = 0; done < count; tried += 1) {
    const { value: clean } = source.next()
    if (!clean) return
    if (tried > count * 60) throw new Error(`no place for ${seed} after ${tried} attempts, ${done} planted`)
    const planted = plant(clean, random)
    if (planted === undefined) continue
    done += 1
    yield tryPlant(clean, planted)
  }
}

/** Reprints single values in other digits, correctly rounded, and counts what is found; and times a full dossier with a dozen slips. */
export function measureNoise(seed: string, count: number) {
  const random = seeded(seed)
  let planted = 0
  let findings = 0
  for (const clean of dossiers(seed, 'usual', 25)) {
    if (planted >= count) break
    const one = noise(clean, random)
    if (one === undefined) continue
    planted += 1
    findings += findingsBeyond(clean, reviewNumbers(one.dossier).findings).length
  }
  return { planted, findings, full: timeFull(seed) }
}

function timeFull(seed: string) {
  const random = seeded(`${seed}/full`)
  let clean = cleanDossier(seed, 'full')
  const plants = Object.values(slipPlants)
  for (let slips = 0; slips < 12; ) {
    const planted = random.pick(plants)(clean, random)
    if (planted === undefined) continue
    slips += 1
    clean = { ...clean, dossier: planted.dossier }
  }
  reviewNumbers(clean.dossier)
  const { milliseconds, diagnosing } = reviewNumbers(clean.dossier)
  return { facts: clean.dossier.facts.length, checking: milliseconds - diagnosing, diagnosing }
}
