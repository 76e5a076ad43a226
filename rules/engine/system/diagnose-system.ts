import type { Fact } from '../../../schemas/fact.ts'
import type { CheckResult } from '../../define-rule.ts'
import type { Dossier } from '../../dossier.ts'
import { agree } from '../agree-facts.ts'
import { coincide } from '../diagnose/printed.ts'
import { keyOf } from '../index-facts.ts'
import { fromSpan, type Interval, overlap } from '../interval.ts'
import authority from './authority.json' with { type: 'json' }
import type { Answer, Constraint } from './constraint.ts'
import { findSwapped } from './find-swapped.ts'
import { findFormulaConstraints } from './formula-constraints.ts'
import { findGrowthConstraints } from './growth-constraints.ts'
import { type Conflict, type HittingSet, HittingSets } from './hitting-set.ts'
import { plausibility } from './plausibility.ts'
import { findSumConstraints, findSumTerms } from './sum-constraints.ts'
import { findVoices, type Voice, type Voices } from './voices.ts'
import { createWorld } from './world.ts'

/** Who must be wrong for everything else to agree. */
export type SystemDiagnosis = {
  readonly voices: Voices
  /** The wrong voices, in the order of the dossier. */
  readonly wrong: readonly Voice[]
  /** Cells of printed sums that are wrong and state no fact, by place. */
  readonly wrongPlaces: ReadonlySet<string>
  readonly isWrong: (fact: Fact) => boolean
  /** Whether every other explanation of the contradictions of a voice costs clearly more. */
  readonly isClear: (voice: Voice) => boolean
  /** What a wrong value must be for its formulas to hold, where no other document states it. */
  readonly solvedFor: (voice: Voice) => Interval | undefined
}

/** Each round asks everything that the last round's culprits take part in; real dossiers take three or four. */
const MOST_ROUNDS = 60

/** Two voices that share no more than the end of a rounding interval: not at odds by themselves, but no support for each other. */
const merelyTouch = (a: Voice, b: Voice): boolean =>
  a.facts.some((one) =>
    b.facts.some(
      (other) => one.interval !== null && other.interval !== null && !coincide(fromSpan(one.interval), fromSpan(other.interval)),
    ),
  )

/** Contradicting voices about one subject and year: at least one of each two is wrong. Where some do, touching is not agreeing. */
function clashes(key: string, voices: Voices, { standard }: Dossier): Conflict[] {
  const about = voices.about(key)
  const pairs = about.flatMap((a, index) => about.slice(index + 1).map((b) => [a, b] as const))
  const agreements = (a: Voice, b: Voice) => a.facts.flatMap((one) => b.facts.map((other) => agree(one, other, standard)))
  const clash = pairs.filter(([a, b]) => agreements(a, b).includes(false))
  const touch = clash.length === 0 ? [] : pairs.filter(([a, b]) => agreements(a, b).every((one) => one === true) && merelyTouch(a, b))
  return [...clash, ...touch].map(([a, b]) => new Set([a.number, b.number]))
}

/** The system of a dossier: its voices and what must hold between them, as far as the failed checks reach. */
class System {
  readonly voices: Voices
  private readonly dossier: Dossier
  private readonly weights = new Map<number, number>()
  private readonly keys = new Set<string>()
  private readonly sets = new HittingSets((number) => this.weightOf(number))
  private readonly formulas: ReturnType<typeof findFormulaConstraints>
  private readonly byInput = new Map<number, Constraint[]>()
  private readonly firstPlace: number
  readonly places = new Map<number, string>()

  constructor(failed: readonly CheckResult[], dossier: Dossier) {
    this.dossier = dossier
    this.voices = findVoices(dossier)
    this.formulas = findFormulaConstraints(dossier, this.voices)
    const firstGrowth = this.voices.all.length
    this.firstPlace = firstGrowth + dossier.growths.length
    const { sums } = findSumTerms(dossier, this.voices, this.firstPlace)
    const totals = new Set(sums.map(({ total }) => total.number))
    for (const { total, parts } of sums)
      for (const term of [total, ...parts])
        if (term.number >= this.firstPlace) {
          this.places.set(term.number, term.place)
          this.weights.set(term.number, totals.has(term.number) ? authority.sumTotal : authority.sumPart)
        }
    const always = [...findGrowthConstraints(dossier, this.voices, firstGrowth), ...findSumConstraints(sums)]
    for (const constraint of always)
      for (const input of constraint.inputs) this.byInput.set(input, [...(this.byInput.get(input) ?? []), constraint])
    for (const { facts, rule, subject, year } of failed) {
      for (const fact of facts) this.look(keyOf(fact))
      const [first] = facts
      if (rule === 'formula/recalculation' && first && subject !== null)
        this.askAll(this.formulas.ofResult(first.document, subject, year), new Set())
    }
    this.askAll(always, new Set())
  }

  /** Takes a subject and year into account: its contradictions become conflicts. */
  private look(key: string): void {
    if (this.keys.has(key)) return
    this.keys.add(key)
    for (const conflict of clashes(key, this.voices, this.dossier)) this.learn(conflict)
  }

  private learn(conflict: Conflict): boolean {
    if (!this.sets.add(conflict)) return false
    for (const number of conflict) {
      const voice = this.voices.all[number]
      if (voice) this.look(voice.key)
    }
    return true
  }

  /** Asks these constraints of a story; true where something new was learnt. */
  private askAll(constraints: Iterable<Constraint>, wrong: ReadonlySet<number>): boolean {
    const world = createWorld(wrong, this.voices, this.dossier)
    const open = new Map<string, (Answer & { is: 'open' })[]>()
    let learnt = false
    for (const constraint of constraints) {
      const answer = constraint.ask(world)
      if (answer.is === 'conflict') learnt = this.learn(answer.of) || learnt
      if (answer.is === 'open') open.set(answer.key, [...(open.get(answer.key) ?? []), answer])
    }
    for (const answers of open.values())
      for (const [index, a] of answers.entries())
        for (const b of answers.slice(index + 1))
          if (!overlap(a.allowed, b.allowed)) learnt = this.learn(new Set([...a.of, ...b.of])) || learnt
    return learnt
  }

  private *touching(wrong: ReadonlySet<number>): Generator<Constraint> {
    const seen = new Set<Constraint>()
    for (const number of wrong) {
      const voice = this.voices.all[number]
      for (const constraint of [...(voice ? this.formulas.ofInput(voice) : []), ...(this.byInput.get(number) ?? [])])
        if (!seen.has(constraint)) {
          seen.add(constraint)
          yield constraint
        }
    }
  }

  private weightOf(number: number): number {
    const known = this.weights.get(number)
    if (known !== undefined) return known
    const voice = this.voices.all[number]
    const others = voice ? this.voices.about(voice.key).filter((one) => one !== voice) : []
    const weight = voice ? voice.weight * (others.length > 0 ? plausibility(voice, others, this.dossier) : 1) : authority.growth
    this.weights.set(number, weight)
    return weight
  }

  /**
   * The cheapest story, the barred element being right in it: conflicts are met, the story is asked, what it breaks is learnt.
   * What is learnt only makes stories dearer, so that one as dear as `enough` need not be followed to its end.
   */
  explain(barred?: number, enough = Number.POSITIVE_INFINITY): HittingSet {
    for (let round = 0; ; round += 1) {
      const story = this.sets.find(barred)
      if (barred !== undefined && story.cut.has(barred)) return story
      if (story.cost >= enough || story.cost === Number.POSITIVE_INFINITY || round >= MOST_ROUNDS) return story
      if (!this.askAll(this.touching(story.elements), story.elements)) return story
    }
  }

  /** Makes a voice likelier to be wrong: the other half of a swap of which one half is certain. */
  suspect(voice: Voice): boolean {
    const lighter = voice.weight * authority.swapped
    if (this.weightOf(voice.number) <= lighter) return false
    this.weights.set(voice.number, lighter)
    this.sets.forget()
    return true
  }

  /** What the constraints of a story allow of a value that nobody else states. */
  solvedFor(voice: Voice, wrong: ReadonlySet<number>): Interval | undefined {
    const world = createWorld(wrong, this.voices, this.dossier)
    const allowed = [...this.touching(new Set([voice.number]))].flatMap((constraint) => {
      const answer = constraint.ask(world)
      return answer.is === 'open' ? [answer.allowed] : []
    })
    const [first, ...others] = allowed
    return first && others.reduce((a, b) => ({ low: a.low.gt(b.low) ? a.low : b.low, high: a.high.lt(b.high) ? a.high : b.high }), first)
  }
}

/**
 * The smallest change that makes a dossier agree: of all sets of values whose change would settle every contradiction between
 * repeated statements, formulas, growths and sums of all documents and years, the one that the least authority speaks for
 * (authority.json). Exact: conflicts are met by branch and bound, and what the cheapest set leaves at odds becomes a conflict in turn.
 */
export function diagnoseSystem(failed: readonly CheckResult[], dossier: Dossier): SystemDiagnosis {
  const system = new System(failed, dossier)
  const { voices } = system
  const isClearIn = (story: HittingSet, number: number) => {
    const enough = story.cost + authority.clear
    if (story.cut.has(number)) return false
    const other = system.explain(number, enough)
    return other.cost >= enough && !other.cut.has(number)
  }
  const first = system.explain()
  const halves = [...first.elements].flatMap((number) => voices.all[number] ?? []).filter((voice) => isClearIn(first, voice.number))
  const suspected = halves.flatMap((voice) => findSwapped(voice, voices, dossier)).filter((voice) => system.suspect(voice))
  const story = suspected.length > 0 ? system.explain() : first
  const wrong = [...story.elements].sort((a, b) => a - b).flatMap((number) => voices.all[number] ?? [])
  const clear = new Map<Voice, boolean>()
  return {
    voices,
    wrong,
    wrongPlaces: new Set([...story.elements].flatMap((number) => system.places.get(number) ?? [])),
    isWrong: (fact) => story.elements.has(voices.of(fact)?.number ?? -1),
    isClear: (voice) => {
      const known = clear.get(voice) ?? isClearIn(story, voice.number)
      clear.set(voice, known)
      return known
    },
    solvedFor: (voice) => system.solvedFor(voice, story.elements),
  }
}
