import type { Dossier } from '../../rules/dossier.ts'
import { Decimal } from '../../rules/engine/decimal.ts'
import type { Role } from '../../schemas/dossier.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Growth } from '../../schemas/reading.ts'
import { document, dossier, evidence } from '../rules/make-dossier.ts'
import { overPeriod } from '../variants/derive.ts'
import { unitFor, unitSets } from '../variants/measures.ts'
import { indicators, quantities } from '../variants/names.ts'
import { inventPark, type Park } from '../variants/park.ts'
import { type Random, seeded } from '../variants/random.ts'
import { factorOf, printedFact } from './printed-fact.ts'

/** A dossier in which all that is printed is right, and the park that it tells of. */
export type Clean = { readonly park: Park; readonly dossier: Dossier; readonly random: Random }

/** How much a dossier says: every subject in every document and year, or what chance leaves (then some values stand in one or two places only). */
export type Breadth = 'full' | 'usual'

type Writer = { readonly id: string; readonly role: Role; readonly year: number | null; readonly facts: Fact[]; readonly growths: Growth[] }

const plainly = (value: string): boolean => /^-?[\d.]+$/.test(value)

/** Prints one document's values in the units of its own office, row by row. */
function openDocument(park: Park, random: Random, role: Role, year: number | null = null, id: string = role) {
  const units = unitSets[random.pick(Object.keys(unitSets) as (keyof typeof unitSets)[])]
  const writer: Writer = { id, role, year, facts: [], growths: [] }
  let table = 0
  let row = 1
  const place = (statedIn: Fact['statedIn'], column: number) =>
    statedIn === 'table'
      ? evidence({ page: 1 + Math.floor(row / 40), table, row, column, text: '' })
      : evidence({ table: null, row: null, column: null, paragraph: row, section: '概况', text: '' })
  const print = (subject: string, at: number, column: number, statedIn: Fact['statedIn'] = 'table') => {
    const value = park.value(subject, at)
    if (value === null) return
    const { unit, digits } = unitFor(units, subject)
    const over = { subject, document: id, role, statedIn, year: at, kind: 'actual' as const, evidence: place(statedIn, column) }
    if (typeof value === 'string') return
    writer.facts.push(printedFact(over, unit, value.div(factorOf(subject, unit)).toFixed(digits, Decimal.ROUND_HALF_UP)))
  }
  return {
    writer,
    /** A table: a row for each subject, a column for each year. */
    grid: (subjects: readonly string[], years: readonly number[], shown: (subject: string, year: number) => boolean = () => true) => {
      table += 1
      row = 1
      for (const subject of subjects) {
        row += 1
        for (const [index, at] of years.entries()) if (shown(subject, at)) print(subject, at, index + 3)
      }
    },
    sentence: (subject: string, at: number) => {
      row += 1
      print(subject, at, 1, 'prose')
    },
    /** 比上年增长…%, without the levels. */
    growth: (subject: string, at: number) => {
      const [from, to] = [park.value(subject, at - 1), park.value(subject, at)]
      if (!(from instanceof Decimal) || !(to instanceof Decimal)) return
      row += 1
      const value = to.div(from).minus(1).mul(100).toFixed(1, Decimal.ROUND_HALF_UP)
      const half = new Decimal('0.05')
      writer.growths.push({
        document: id,
        subject,
        year: at,
        fromYear: at - 1,
        measure: 'rate',
        value,
        interval: { low: new Decimal(value).minus(half).toFixed(), high: new Decimal(value).plus(half).toFixed() },
        raw: `较上年变化${value}%`,
        level: null,
        fromLevel: null,
        priceBasis: null,
        approximate: false,
        evidence: place('prose', 1),
      })
    },
    goals: () => {
      table += 1
      row = 1
      for (const subject of indicators) {
        const goal = park.target(subject)
        row += 1
        if (goal === null || !plainly(goal.value)) continue
        const { unit } = unitFor(units, subject)
        const digits = new Decimal(goal.value).div(factorOf(subject, unit)).toFixed()
        const over = {
          subject,
          document: id,
          role,
          statedIn: 'table' as const,
          year: park.final,
          kind: 'target' as const,
          evidence: place('table', 9),
        }
        const operator = goal.op === '≥' ? ('>=' as const) : goal.op === '≤' ? ('<=' as const) : null
        writer.facts.push({ ...printedFact(over, unit, digits), operator })
      }
    },
  }
}

const some = (random: Random, subjects: readonly string[], share: number): string[] => subjects.filter(() => random.next() < share)

/** Indicators over the whole period stand where the period ends; yearly ones in every year. */
const inYear =
  (park: Park) =>
  (subject: string, year: number): boolean =>
    (!overPeriod.has(subject) && !/\.[39]$/.test(subject)) || year === park.final

/**
 * A plan, three annual reports, acceptance report, application, supporting data and (in a full dossier) a second set of data:
 * all say what the park is, each in its own units and digits.
 */
export function cleanDossier(seed: string, breadth: Breadth = 'usual'): Clean {
  const park = inventPark(seed, 2017 + (seed.length % 5))
  const random = seeded(`${seed}/documents`)
  const { base, final } = park
  const period = [base, base + 1, base + 2, final]
  const full = breadth === 'full'
  const shown = inYear(park)
  const open = (role: Role, year: number | null = null, id: string = role) => openDocument(park, random, role, year, id)

  const plan = open('plan')
  plan.grid(full ? quantities : some(random, quantities, 0.7), [base - 3, base - 2, base - 1, base])
  plan.grid(
    indicators.filter((id) => !overPeriod.has(id)),
    [base],
  )
  plan.goals()
  const annuals = period.slice(1).map((year) => {
    const report = open('annual_report', year, `annual_report-${year}`)
    for (const subject of ['industrial_value_added', 'energy_consumption']) report.sentence(subject, year)
    for (const subject of ['energy_consumption', 'cod_emission']) report.growth(subject, year)
    report.grid(quantities, full || random.next() < 0.4 ? [year - 1, year] : [year])
    report.grid(
      indicators.filter((id) => !overPeriod.has(id) && !/\.[39]$/.test(id)),
      [year],
    )
    return report
  })
  const acceptance = open('acceptance_report')
  for (const subject of ['industrial_value_added', 'solid_waste_generated', 'cod_emission']) acceptance.sentence(subject, final)
  acceptance.grid(quantities, period)
  acceptance.grid(indicators, period, shown)
  acceptance.goals()
  const application = open('application')
  application.grid(indicators, full ? period : [final], shown)
  if (full) application.grid(quantities, period)
  const data = open('supporting_data')
  data.grid(full ? quantities : some(random, quantities, 0.75), [base - 1, ...period])
  const second = open('supporting_data', null, 'supporting_data-2')
  if (full) second.grid(quantities, [base - 1, ...period])

  const writers = [plan, ...annuals, acceptance, application, data, ...(full ? [second] : [])].map(({ writer }) => writer)
  const documents = writers.map(({ id, role, year, facts, growths }) => document({ id, facts, growths, identity: { role, year } }))
  return { park, random, dossier: dossier({ park: park.name, region: park.region, baseYear: base, finalYear: final, documents }) }
}

/** The dossier with some facts replaced (by id), others added. */
export function withFacts(all: Dossier, replaced: ReadonlyMap<string, Fact>, added: readonly Fact[] = []): Dossier {
  const documents = all.documents.map((one) => ({
    ...one,
    facts: [...one.facts.map((fact) => replaced.get(fact.id) ?? fact), ...added.filter((fact) => fact.document === one.id)],
  }))
  return { ...all, documents, facts: documents.flatMap(({ facts }) => facts) }
}
