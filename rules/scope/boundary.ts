import type { Fact } from '../../schemas/fact.ts'
import type { Boundary } from '../../schemas/reading.ts'
import { defineRule, type Failure, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { agree, isSure } from '../engine/agree-facts.ts'
import { sideContradicts } from '../engine/compare-boundaries.ts'
import { groupFacts } from '../engine/index-facts.ts'
import { placeName } from '../engine/place-name.ts'
import { showFact } from '../engine/show-fact.ts'

const AREA = 'park_area'

/** The only question of the dossier: one answer, naming every place that speaks of the park's area or boundary. */
function* given(dossier: Dossier): Generator<Target> {
  const facts = dossier.facts.filter((fact) => fact.subject === AREA && fact.kind === 'actual' && fact.interval !== null)
  if (facts.length + dossier.boundaries.length > 0) yield { subject: AREA, year: null, facts }
}

/**
 * Two areas that cannot both be the park's. A park may grow, so years are held against the same year; an area without a year
 * is held against all years of a document, and need agree with one of them only.
 */
function findAreas(facts: readonly Fact[], { standard }: Dossier): [Fact, Fact] | undefined {
  const byDocument = [...groupFacts(facts.filter(isSure), (fact) => fact.document).values()]
  for (const own of byDocument)
    for (const other of byDocument)
      for (const fact of own) {
        const against = other.filter((one) => one !== fact && agree(fact, one, standard) === false)
        const sameYear = against.find((one) => one.year === fact.year)
        if (sameYear) return [fact, sameYear]
        const dated = other.filter((one) => one.year !== null)
        if (fact.year === null && dated.length > 0 && dated.every((one) => against.includes(one)) && dated[0]) return [fact, dated[0]]
      }
  return undefined
}

const sides = [
  ['east', '东'],
  ['south', '南'],
  ['west', '西'],
  ['north', '北'],
] as const

type Clash = { name: string; a: Boundary; b: Boundary; left: string; right: string }

function findClash(boundaries: readonly Boundary[]): Clash | undefined {
  for (const [index, a] of boundaries.entries())
    for (const b of boundaries.slice(index + 1))
      for (const [side, name] of sides) {
        const [left, right] = [a[side], b[side]]
        if (left !== null && right !== null && sideContradicts(left, right)) return { name, a, b, left, right }
      }
  return undefined
}

/** Every different area with the places that state it, the rarest first. */
function census(facts: readonly Fact[], dossier: Dossier): string {
  const groups = [...groupFacts(facts.filter(isSure), (fact) => fact.canonical?.value ?? '').values()].sort((a, b) => a.length - b.length)
  const places = (group: readonly Fact[]) => [...new Set(group.map((fact) => placeName(fact, dossier)))]
  return groups
    .map(
      (group) => `${places(group).slice(0, 3).join('、')}${places(group).length > 3 ? '等处' : ''}为${group[0] ? showFact(group[0]) : ''}`,
    )
    .join('；')
}

function check({ facts }: Target, dossier: Dossier): Outcome {
  const areas = findAreas(facts, dossier)
  const clash = findClash(dossier.boundaries)
  if (!areas && !clash)
    return facts.filter(isSure).length + dossier.boundaries.length > 1 ? passed : skipped('只有一处说明园区面积或四至，或为约数，无从比对')
  const messages: string[] = []
  if (areas) messages.push(`园区面积不一致：${census(facts, dossier)}`)
  if (clash)
    messages.push(
      `园区四至不一致：${placeName(clash.a, dossier)}为${clash.name}至${clash.left}，${placeName(clash.b, dossier)}为${clash.name}至${clash.right}`,
    )
  const failure: Failure = {
    message: `${messages.join('；')}。`,
    ...(areas
      ? { actual: showFact(areas[0]), expected: showFact(areas[1]), odds: areas }
      : clash
        ? { actual: clash.left, expected: clash.right }
        : {}),
    places: clash ? [clash.a, clash.b].map(({ document, evidence }) => ({ document, evidence })) : [],
  }
  return failed(failure)
}

export default defineRule({
  id: 'scope/boundary',
  severity: 'error',
  article: '8',
  summary: 'All documents give the park the same area and the same boundary.',
  title: '各文件的园区面积和四至范围是否一致',
  given,
  check,
})
