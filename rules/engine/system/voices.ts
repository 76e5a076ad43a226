import type { Fact } from '../../../schemas/fact.ts'
import type { Dossier } from '../../dossier.ts'
import { SURE } from '../agree-facts.ts'
import { clusterFacts } from '../fold/cluster-facts.ts'
import { factsByDocument, keyOf } from '../index-facts.ts'
import { subjectsOf } from '../know-subject.ts'
import authority from './authority.json' with { type: 'json' }

/**
 * What one document says of one subject, year and kind: all its prints that agree. Two prints of a document that do not agree
 * are two voices. The unit of diagnosis: a voice is wrong or right as a whole.
 */
export type Voice = { readonly number: number; readonly facts: readonly Fact[]; readonly key: string; readonly weight: number }

export type Voices = {
  readonly all: readonly Voice[]
  readonly of: (fact: Fact) => Voice | undefined
  /** The voices about the same subject, year and kind, whichever document speaks. */
  readonly about: (key: string) => readonly Voice[]
}

const roleWeight = ({ role, kind }: Fact): number =>
  kind === 'target'
    ? ((authority.goal as Partial<Record<string, number>>)[role] ?? 1)
    : ((authority.statement as Partial<Record<string, number>>)[role] ?? authority.statement.other)

/** How much one print counts for: its document, the kind of statement, whether it was read surely. */
const weightOf = (fact: Fact, derived: boolean): number =>
  roleWeight(fact) *
  authority.statedIn[fact.statedIn] *
  (fact.confidence < SURE ? authority.misreadable : 1) *
  (derived && fact.kind === 'actual' ? authority.derived : 1)

/** A document that says the same again is a little surer of it, never as good as a second document. */
function weigh(facts: readonly Fact[], derived: boolean): number {
  const most = Math.max(...facts.map((fact) => weightOf(fact, derived)))
  return most + Math.min(authority.mostAgain, (facts.length - 1) * authority.again)
}

const speaks = (fact: Fact): boolean => !fact.approximate && fact.kind !== 'standard'

/** What one document says of one subject, year and kind, as clusters of prints that agree. */
function* clustersOf(dossier: Dossier): Generator<Fact[]> {
  for (const own of factsByDocument(dossier).values())
    for (const stated of own.values()) {
      const facts = stated.filter(speaks)
      if (facts.length === 1) yield facts
      else if (facts.length > 1) yield* clusterFacts(facts, dossier.standard)
    }
}

/** The voices of a dossier, in the order of its facts. Approximate values and quoted limits have none. */
export function findVoices(dossier: Dossier): Voices {
  const all: Voice[] = []
  const byFact = new Map<string, Voice>()
  const byKey = new Map<string, Voice[]>()
  const subjects = subjectsOf(dossier.standard)
  for (const facts of clustersOf(dossier)) {
    const [first] = facts
    if (first === undefined) continue
    const derived = (subjects.get(first.subject)?.inputs.length ?? 0) > 0
    const voice: Voice = { number: all.length, facts, key: keyOf(first), weight: weigh(facts, derived) }
    all.push(voice)
    for (const fact of facts) byFact.set(fact.id, voice)
    byKey.set(voice.key, [...(byKey.get(voice.key) ?? []), voice])
  }
  return { all, of: (fact) => byFact.get(fact.id), about: (key) => byKey.get(key) ?? [] }
}
