import type { Fact } from '../../../schemas/fact.ts'
import type { Dossier } from '../../dossier.ts'
import { agree } from '../agree-facts.ts'
import { bareName } from '../match-projects.ts'
import { placeName } from '../place-name.ts'
import { showFact } from '../show-fact.ts'
import { type Filled, ofFact, open, type Reviewed, rows, text } from './field.ts'

/** The papers whose values a form takes, the first that states one. */
const order = ['acceptance_report', 'plan', 'application', 'supporting_data', 'annual_report']

const rank = ({ role }: Fact) => (order.includes(role) ? order.indexOf(role) : order.length)

/** One value where all papers agree on it; else the field stays open and names the finding. */
function fillFrom(facts: readonly Fact[], subject: string, { dossier, findings }: Reviewed): Filled {
  const [first, ...others] = [...facts].filter(({ approximate }) => !approximate).sort((a, b) => rank(a) - rank(b))
  if (first === undefined) return open('材料中未读到，请填写')
  const odd = others.find((other) => agree(first, other, dossier.standard) === false)
  const finding = findings.find((one) => one.subject === subject && (one.year === null || one.year === first.year))
  if (odd !== undefined)
    return open(
      `各处数值不一致：${showFact(first)}（${placeName(first, dossier)}）、${showFact(odd)}（${placeName(odd, dossier)}）${finding ? `，见发现${finding.id}` : ''}，核实后填写`,
    )
  return ofFact(first, dossier)
}

export function fillArea(reviewed: Reviewed): Filled {
  const { dossier, findings } = reviewed
  const disputed = findings.find(({ rule }) => rule === 'scope/boundary')
  if (disputed !== undefined) return open(`面积或四至不一致，见发现${disputed.id}，核实后填写`)
  return fillFrom(
    dossier.facts.filter(({ subject, kind }) => subject === 'park_area' && kind === 'actual'),
    'park_area',
    reviewed,
  )
}

export function fillBoundary(dossier: Dossier): Filled {
  const [first] = dossier.boundaries
  if (first === undefined) return open('材料中未读到四至，请填写')
  const sides = [
    ['东', first.east],
    ['南', first.south],
    ['西', first.west],
    ['北', first.north],
  ].flatMap(([side, print]) => (print ? [`${side}至${print}`] : []))
  return text(sides.join('，'), [first], dossier)
}

/** A quantity of the base year (creation) or of the final year (acceptance). */
export function fillQuantity(quantity: string, reviewed: Reviewed): Filled {
  const { dossier } = reviewed
  const year = dossier.stage === 'creation' ? dossier.baseYear : dossier.finalYear
  const facts = dossier.facts.filter((fact) => fact.subject === quantity && fact.kind === 'actual' && fact.year === year)
  const filled = fillFrom(facts, quantity, reviewed)
  return year === null ? filled : { ...filled, note: `${year}年${filled.note === null ? '' : `，${filled.note}`}` }
}

const verdicts: Readonly<Record<string, string>> = {
  pass: '达标',
  fail: '不达标',
  undetermined: '待定',
  not_reported: '未报',
  not_applicable: '不适用',
}

export function fillIndicators({ dossier, assessment }: Reviewed): Filled {
  const facts = new Map(dossier.facts.map((fact) => [fact.id, fact]))
  const stated = (subject: string, year: number | null, kind: Fact['kind'], role?: string) =>
    dossier.facts.find(
      (one) =>
        one.subject === subject &&
        one.kind === kind &&
        (one.year === year || (kind === 'target' && one.year === null)) &&
        (role === undefined || one.role === role),
    )
  const creation = dossier.stage === 'creation'
  const lines = assessment.map(({ subject, name, threshold, unit, target, verdict, fact }) => {
    const base = stated(subject, dossier.baseYear, 'actual')
    const goal = stated(subject, dossier.finalYear, 'target', 'plan')
    const shown = [name, unit === '1' || unit === 'qualitative' ? '' : unit, threshold ?? '', base?.raw ?? '', goal?.raw ?? target ?? '']
    return creation ? shown : [...shown, facts.get(fact ?? '')?.raw ?? '', verdicts[verdict] ?? verdict]
  })
  const heads = ['指标', '单位', '标准值', `${dossier.baseYear ?? '基准'}年`, '目标值']
  return rows(
    [creation ? heads : [...heads, `${dossier.finalYear ?? '验收'}年`, '判定'], ...lines],
    assessment.flatMap(({ fact }) => fact ?? []),
  )
}

export function fillProjects({ projects, stage }: Dossier): Filled {
  const planned = new Map(projects.filter(({ role }) => role === 'plan').map((one) => [bareName(one.name), one]))
  const reported = projects.filter(({ role }) => role === 'acceptance_report')
  if (stage !== 'creation' && reported.length > 0)
    return rows([
      ['项目', '规划投资', '完成情况'],
      ...reported.map(({ name, investment, statusText }) => [
        name,
        planned.get(bareName(name))?.investment ?? investment ?? '',
        statusText ?? '',
      ]),
    ])
  if (planned.size === 0) return open('材料中未读到重点支撑项目清单，请填写')
  return rows([['项目', '投资'], ...[...planned.values()].map(({ name, investment }) => [name, investment ?? ''])])
}
