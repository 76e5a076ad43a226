import { Decimal } from '../../../rules/engine/decimal.ts'
import { formulas, inputsOf, overPeriod } from '../derive.ts'
import { thresholds } from '../names.ts'
import type { Park } from '../park.ts'
import type { Slip } from '../scribe.ts'
import type { Plot } from './context.ts'
import { slips } from './slips.ts'

/** A finding as truth.json holds it. */
export type Due = {
  rule: string
  subject: string | null
  year: number | null
  cause?: string
  optional?: true
  anySubject?: true
  anyYear?: true
}

/** Plants one defect in a plot and tells what a review must find, with what it may also tell. */
export type Plant = (plot: Plot) => Due[]

/** The year of a park by its distance from the base year. */
type At = number
const yearOf = (park: Park, at: At): number => park.base + at

function misprint(plot: Plot, document: string, key: string, slip: Slip): void {
  plot.errata[document] = new Map([...(plot.errata[document] ?? []), [key, slip]])
}

const pairs = [
  'consistency/within-document',
  'consistency/annual-acceptance',
  'consistency/plan-acceptance',
  'consistency/supporting-data',
  'consistency/annual-annual',
]

/** What may be told besides: the same value by other rules, and everything calculated from it. */
export function consequences(plot: Pick<Plot, 'park'>, subject: string, year: number): Due[] {
  const { base, final } = plot.park
  const optional = true as const
  const dependants = Object.keys(formulas).filter((id) => id === subject || inputsOf(id).has(subject))
  return [
    ...pairs.map((rule): Due => ({ rule, subject, year, optional })),
    { rule: 'formula/growth', subject, year: null, anyYear: true, optional },
    ...dependants.flatMap((id): Due[] => {
      const years = overPeriod.has(id) || /\.[39]$/.test(id) ? [final, base, year] : [year]
      return [...new Set(years)].flatMap((y): Due[] => [
        { rule: 'formula/recalculation', subject: id, year: y, optional },
        ...(y === final
          ? ['standard/threshold', 'plan/target-missed', 'standard/group', 'standard/undetermined'].map(
              (rule): Due => ({ rule, subject: id, year: y, optional }),
            )
          : []),
      ])
    }),
  ]
}

/** A value misprinted in one document. `document` is a role or, for an annual report, its distance from the base year. */
const value =
  (
    rule: string,
    document: string | number,
    subject: string,
    at: At,
    cause: string | null,
    slip: Slip | ((park: Park) => Slip),
    prose = false,
  ): Plant =>
  (plot) => {
    const year = yearOf(plot.park, at)
    const key = typeof document === 'number' ? `annual_report:${yearOf(plot.park, document)}` : document
    const made =
      typeof slip === 'function' && slip.length === 1 && planned.has(slip as never)
        ? (slip as (park: Park) => Slip)(plot.park)
        : (slip as Slip)
    misprint(plot, key, `${prose ? 'prose:' : ''}${subject}:${year}`, made)
    return [{ rule, subject, year, ...(cause ? { cause } : {}) }, ...consequences(plot, subject, year)]
  }
const planned = new Set<(park: Park) => Slip>()
/** Marks a slip that needs to know the park. */
const knowing = (make: (park: Park) => Slip): ((park: Park) => Slip) => {
  planned.add(make)
  return make
}
const level = (park: Park, subject: string, at: At): Decimal => park.value(subject, yearOf(park, at)) as Decimal

export const plants = {
  annual: (subject: string, at: At, cause: string, slip: Slip): Plant =>
    value('consistency/annual-acceptance', at, subject, at, cause, slip),
  lastYears: (subject: string, at: At): Plant =>
    value(
      'consistency/annual-acceptance',
      at,
      subject,
      at,
      'wrong_year',
      knowing((park) => ({ subject, year: yearOf(park, at) - 1 })),
    ),
  swapped:
    (a: string, b: string, at: At): Plant =>
    (plot) => [
      ...value('consistency/annual-acceptance', at, a, at, 'swapped_rows', { subject: b, year: yearOf(plot.park, at) })(plot),
      ...value('consistency/annual-acceptance', at, b, at, 'swapped_rows', { subject: a, year: yearOf(plot.park, at) })(plot),
    ],
  within: (document: string, subject: string, at: At, cause: string, slip: Slip): Plant =>
    value('consistency/within-document', document, subject, at, cause, slip, true),
  supporting: (subject: string, at: At, cause: string, slip: Slip): Plant =>
    value('consistency/supporting-data', 'supporting_data', subject, at, cause, slip),
  restated:
    (subject: string, at: At): Plant =>
    (plot) => {
      plot.layouts[`annual_report:${yearOf(plot.park, at + 1)}`] = 3
      return value('consistency/supporting-data', at + 1, subject, at, null, slips.times('1.047'))(plot)
    },
  baseValue: (subject: string): Plant => value('consistency/plan-acceptance', 'plan', subject, 0, null, slips.times('1.06')),
  target:
    (indicator: string): Plant =>
    (plot) => {
      misprint(plot, 'acceptance_report', `${indicator}:target`, (plain) => new Decimal(plain).mul('0.95').toDecimalPlaces(1).toFixed())
      return [{ rule: 'consistency/plan-acceptance', subject: indicator, year: plot.park.final }]
    },
  /** The plan's own goal is out of reach; plan and acceptance report print the same. */
  missed:
    (indicator: string, factor: string): Plant =>
    (plot) => {
      const reached = plot.park.value(indicator, plot.park.final) as Decimal
      const goal = reached
        .mul(factor)
        .toDecimalPlaces(/\.(11|28)$/.test(indicator) ? 3 : 1)
        .toFixed()
      for (const document of ['plan', 'acceptance_report', ...years(plot)]) misprint(plot, document, `${indicator}:target`, () => goal)
      return [{ rule: 'plan/target-missed', subject: indicator, year: plot.park.final }]
    },
  /** A wrong result that acceptance report and annual report share, so that only the recalculation tells. */
  result:
    (indicator: string, at: At, cause: string, slip: Slip | ((park: Park) => Slip)): Plant =>
    (plot) => {
      value('', at, indicator, at, null, slip)(plot)
      return value('formula/recalculation', 'acceptance_report', indicator, at, cause, slip)(plot)
    },
  meanGrowth: (): Plant =>
    plants.result(
      'hj274.3',
      3,
      'arithmetic_mean_growth',
      knowing((park) =>
        slips.set(
          level(park, 'industrial_value_added', 3)
            .div(level(park, 'industrial_value_added', 0))
            .minus(1)
            .div(3)
            .mul(100),
        ),
      ),
    ),
  otherYearsInput: (at: At): Plant =>
    plants.result(
      'hj274.14',
      at,
      'wrong_input',
      knowing((park) => slips.set(level(park, 'freshwater_use', at).div(level(park, 'industrial_value_added', at - 1)))),
    ),
  threshold:
    (indicator: string, below: string): Plant =>
    (plot) => {
      for (const document of ['plan', 'acceptance_report', ...years(plot)]) misprint(plot, document, `${indicator}:target`, () => below)
      return [
        { rule: 'standard/threshold', subject: indicator, year: plot.park.final },
        { rule: 'plan/target-missed', subject: indicator, year: plot.park.final, optional: true },
      ]
    },
  /** No member of an either-or group meets the Standard: the park's own values must be tweaked so. */
  group:
    (first: string, members: string[]): Plant =>
    (plot) => {
      const { final } = plot.park
      const meeting = members.filter((id) => (plot.park.value(id, final) as Decimal).gte(Number(thresholds[id]?.replace('≥', ''))))
      if (meeting.length > 0) throw new Error(`${plot.seed}: ${meeting.join(', ')} meets the Standard`)
      return [
        { rule: 'standard/group', subject: first, year: final },
        ...members.map((subject): Due => ({ rule: 'plan/target-missed', subject, year: final, optional: true })),
      ]
    },
  misquoted:
    (indicator: string, quoted: string): Plant =>
    (plot) => {
      plot.misquoted = new Map([...plot.misquoted, [indicator, quoted]])
      return [{ rule: 'standard/misquoted', subject: indicator, year: null, anyYear: true }]
    },
  sourceless:
    (indicator: string): Plant =>
    (plot) => {
      plot.sourceless = new Set([...plot.sourceless, indicator])
      return [{ rule: 'source/missing-citation', subject: indicator, year: null, anyYear: true }]
    },
  omitted:
    (indicator: string): Plant =>
    (plot) => {
      plot.omitted = new Set([...plot.omitted, indicator])
      return [{ rule: 'completeness/required-indicator', subject: indicator, year: null, anyYear: true }]
    },
  project:
    (index: number, state: string): Plant =>
    (plot) => {
      const name = plot.projects[index] as string
      plot.unfinished = new Map([...plot.unfinished, [name, state]])
      return [{ rule: 'plan/project-status', subject: name, year: null, anyYear: true }]
    },
  boundary: (): Plant => (plot) => {
    plot.boundary = ['滨河东路', '高速连接线']
    for (const year of [0, 1, 2, 3].map((at) => yearOf(plot.park, at))) {
      misprint(plot, 'acceptance_report', `park_area:${year}`, slips.times('1.18'))
    }
    const all = [null, 0, 1, 2, 3].flatMap((at): Due[] => consequences(plot, 'park_area', at === null ? 0 : yearOf(plot.park, at)))
    return [
      { rule: 'scope/boundary', subject: 'park_area', year: null, anyYear: true },
      ...pairs.map((rule): Due => ({ rule, subject: 'park_area', year: null, anyYear: true, optional: true })),
      ...all,
    ]
  },
  sum: (): Plant => (plot) => {
    plot.sumSlip = 300
    return [{ rule: 'formula/component-sum', subject: null, year: null, anySubject: true, anyYear: true }]
  },
  growth:
    (subject: string): Plant =>
    (plot) => {
      plot.growthSlip = new Map([...plot.growthSlip, [`${subject}:final`, '31.4']])
      return [{ rule: 'formula/growth', subject, year: plot.park.final }]
    },
  annualGrowth:
    (subject: string, at: At): Plant =>
    (plot) => {
      const year = yearOf(plot.park, at)
      plot.layouts[`annual_report:${year}`] = 3
      plot.growthSlip = new Map([...plot.growthSlip, [`${subject}:${year}`, '19.6']])
      return [{ rule: 'formula/growth', subject, year }]
    },
}

const years = (plot: Plot): string[] => [1, 2, 3].map((at) => `annual_report:${yearOf(plot.park, at)}`)
