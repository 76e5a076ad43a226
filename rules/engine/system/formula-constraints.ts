import type { Fact } from '../../../schemas/fact.ts'
import type { Dossier } from '../../dossier.ts'
import { findYearInputs, type Years } from '../evaluate.ts'
import { recalculate } from '../evaluate-series.ts'
import { type Formula, parseFormula } from '../formula.ts'
import { factKey, factsByDocument } from '../index-facts.ts'
import { exactly, fromSpan, type Interval, overlap } from '../interval.ts'
import { subjectsOf } from '../know-subject.ts'
import { createSeries, type Series } from '../series.ts'
import { type Answer, type Constraint, holds } from './constraint.ts'
import { solve } from './solve.ts'
import type { Voice, Voices } from './voices.ts'
import type { World } from './world.ts'

/** The results that one document prints of one indicator in one year, and how they follow from its inputs. */
type Derived = {
  readonly document: string
  readonly formula: Formula
  readonly years: Years
  readonly results: readonly Voice[]
}

const series = new WeakMap<Dossier, Map<string, Series>>()

function seriesOf(document: string, dossier: Dossier): Series {
  const known = series.get(dossier) ?? new Map<string, Series>()
  series.set(dossier, known)
  const found = known.get(document) ?? createSeries([...(factsByDocument(dossier).get(document)?.values() ?? [])].flat())
  known.set(document, found)
  return found
}

/** A document's series as it would stand with the wrong values put right; what nobody else states is `open`. */
function correctedSeries(document: string, dossier: Dossier, voices: Voices, world: World) {
  const own = seriesOf(document, dossier)
  const used = new Set<number>()
  const open = new Map<string, Fact>()
  const at = new Map<string, Interval>()
  const stated: Series['stated'] = (subject, year, basis) => {
    const all = own.stated(subject, year, basis)
    const right = all.filter(({ fact }) => !world.isWrong(voices.of(fact)?.number ?? -1))
    const [first] = all
    if (first === undefined || right.length > 0) {
      for (const { fact } of right) used.add(voices.of(fact)?.number ?? -1)
      return right
    }
    const truth = world.truthFor(first.fact)
    if (truth) {
      used.add(truth.voice.number)
      return [{ fact: first.fact, interval: truth.interval }]
    }
    const key = factKey(subject, year, 'actual')
    open.set(key, first.fact)
    return [{ fact: first.fact, interval: at.get(key) ?? first.interval }]
  }
  return { series: { stated, bases: own.bases } satisfies Series, used, open, at }
}

const meets = (result: Voice, found: readonly { readonly interval: Interval }[]): boolean =>
  result.facts.every(({ interval }) => interval === null || found.some((one) => overlap(one.interval, fromSpan(interval))))

/** What a result allows of the one input that nobody else states. */
function allowedFor(
  { formula, years }: Derived,
  result: Voice,
  { series: corrected, at }: ReturnType<typeof correctedSeries>,
  [key, fact]: readonly [string, Fact],
): Interval | undefined {
  const wanted = result.facts[0]?.interval
  if (!wanted || !fact.interval) return undefined
  const { low, high } = fromSpan(fact.interval)
  const compute = (x: Interval['low']) => {
    at.set(key, exactly(x))
    const again = recalculate(formula, corrected, years)
    return 'found' in again ? again.found[0]?.interval : undefined
  }
  return solve(compute, fromSpan(wanted), low.plus(high).div(2))
}

/** What was solved before, by result, open value and what the others say: stories share most of their questions. */
type Memory = Map<string, Interval | undefined>

function askResult(derived: Derived, result: Voice, dossier: Dossier, voices: Voices, world: World, memory: Memory): Answer {
  const corrected = correctedSeries(derived.document, dossier, voices, world)
  const recalculated = recalculate(derived.formula, corrected.series, derived.years)
  if (!('found' in recalculated)) return holds
  const of = new Set([...corrected.used, result.number].filter((number) => number >= 0))
  const [open, ...more] = corrected.open
  if (open === undefined) return meets(result, recalculated.found) ? holds : { is: 'conflict', of }
  if (more.length > 0) return holds
  const question = [open[0], ...[...of].sort((a, b) => a - b)].join('|')
  const allowed = memory.has(question) ? memory.get(question) : allowedFor(derived, result, corrected, open)
  memory.set(question, allowed)
  return allowed === undefined ? holds : { is: 'open', key: `${derived.document}|${open[0]}`, allowed, of }
}

const inputsOf = ({ document, formula, years }: Derived, dossier: Dossier, voices: Voices): number[] => {
  const own = factsByDocument(dossier).get(document)
  const facts = (findYearInputs(formula, years) ?? []).flatMap(({ quantity, year }) => own?.get(factKey(quantity, year, 'actual')) ?? [])
  return [...new Set(facts.flatMap((fact) => voices.of(fact)?.number ?? []))]
}

/** The formula constraints of one indicator of one document in one year: one for each of its differing results. */
function constraintsOf(facts: readonly Fact[], dossier: Dossier, voices: Voices): Constraint[] {
  const [first] = facts
  const formula = first && subjectsOf(dossier.standard).get(first.subject)?.indicator?.formula
  if (first?.year == null || formula == null) return []
  const results = [...new Set(facts.flatMap((fact) => (fact.interval === null ? [] : (voices.of(fact) ?? []))))]
  const identity = dossier.documents.find(({ id }) => id === first.document)?.identity
  const years = { year: first.year, base: dossier.baseYear ?? identity?.baseYear ?? null, final: first.year }
  const derived: Derived = { document: first.document, formula: parseFormula(formula), years, results }
  const inputs = inputsOf(derived, dossier, voices)
  return results.map((result) => {
    const memory: Memory = new Map()
    const ask: Constraint['ask'] = (world) =>
      world.isWrong(result.number) ? holds : askResult(derived, result, dossier, voices, world, memory)
    return { inputs, ask }
  })
}

/** Finds the formula constraints that a document's values take part in, each made when first asked for. */
export function findFormulaConstraints(dossier: Dossier, voices: Voices) {
  const known = new Map<string, readonly Constraint[]>()
  const readers = new Map<string, string[]>()
  for (const { id, inputs } of subjectsOf(dossier.standard).values())
    for (const input of inputs) readers.set(input, [...(readers.get(input) ?? []), id])
  const ofResult = (document: string, subject: string, year: number | null): readonly Constraint[] => {
    const key = `${document}|${subject}|${year}`
    const found =
      known.get(key) ??
      constraintsOf(
        (
          factsByDocument(dossier)
            .get(document)
            ?.get(factKey(subject, year, 'actual')) ?? []
        ).filter(isResult),
        dossier,
        voices,
      )
    known.set(key, found)
    return found
  }
  const asked = new Map<Voice, readonly Constraint[]>()
  /** Those whose results are computed from what this voice says. */
  const ofInput = (voice: Voice): readonly Constraint[] => {
    const found = asked.get(voice) ?? findOfInput(voice)
    asked.set(voice, found)
    return found
  }
  const findOfInput = (voice: Voice): readonly Constraint[] => {
    const [fact] = voice.facts
    if (fact?.kind !== 'actual') return []
    const years = [...(factsByDocument(dossier).get(fact.document)?.values() ?? [])].flatMap(([one]) =>
      one && one.kind === 'actual' && readers.get(fact.subject)?.includes(one.subject) ? [one] : [],
    )
    return years.flatMap((one) => ofResult(fact.document, one.subject, one.year)).filter(({ inputs }) => inputs.includes(voice.number))
  }
  return { ofResult, ofInput }
}

const isResult = (fact: Fact): boolean => fact.interval !== null && !fact.approximate
