import type { z } from 'zod'
import type { Fact } from '../../schemas/fact.ts'
import type { Finding } from '../../schemas/finding.ts'
import type { Report } from '../../schemas/report.ts'
import { compareReports } from '../../workers/compare/compare-reports.ts'
import { pairFacts } from '../../workers/compare/pair-facts.ts'
import type { Id, Revision, StoredFinding } from '../../workers/store/entities.ts'
import type { Store } from '../../workers/store/store.ts'
import { readReport } from '../access/read-report.ts'
import { momentOrNull } from '../show/common.ts'
import type { ComparisonShape } from '../show/comparison.ts'
import { listFindings } from '../show/list-findings.ts'
import { showFinding } from '../show/review.ts'

type Compared = z.infer<typeof ComparisonShape>
type Places = Compared['findings'][number]['places']

/** Where the values of a finding stood and stand, those of the old one first. */
function createPlaces(before: Report, after: Report): (old: Finding | undefined, current: Finding | undefined) => Places {
  const pairs = pairFacts(before, after)
  const origins = new Map([...pairs].map(([from, to]) => [to, from]))
  const [earlier, later] = [factsOf(before), factsOf(after)]
  return (old, current) => {
    const was = (old?.facts ?? []).flatMap((id) => earlier.get(id) ?? [])
    const shown = was.map((fact) => ({ old: fact, new: pairs.get(fact) ?? null }))
    const seen = new Set(shown.map((pair) => pair.new))
    const rest = (current?.facts ?? []).flatMap((id) => later.get(id) ?? []).filter((fact) => !seen.has(fact))
    return [...shown, ...rest.map((fact) => ({ old: origins.get(fact) ?? null, new: fact }))]
  }
}

/** What the park answered when a revision was sent back to it, by finding. */
async function answersOf({ rectifications }: Pick<Store, 'rectifications'>, revisionId: Id): Promise<ReadonlyMap<Id, string>> {
  const sent = await rectifications.find(revisionId)
  const items = sent === undefined ? [] : await rectifications.items(sent.id)
  return new Map(items.flatMap(({ finding, answer }) => (answer === null ? [] : [[finding.id, answer] as const])))
}

const factsOf = ({ facts }: Report): ReadonlyMap<string, Fact> => new Map(facts.map((fact) => [fact.id, fact]))
/** The findings of a revision by the ids that its report has for them. */
const storedOf = async (store: Store, revisionId: Id): Promise<ReadonlyMap<string, StoredFinding>> =>
  new Map((await listFindings(store, revisionId)).map((one) => [one.finding.id, one]))
const show = ({ id, number, finishedAt }: Revision) => ({ id, number, finishedAt: momentOrNull(finishedAt) })

/** Follows what was found in one reviewed revision into a later one, with both printed places of everything that is told. */
export async function compareRevisions(store: Store, old: Revision, current: Revision): Promise<Compared> {
  const [before, after] = await Promise.all([readReport(store, old.id), readReport(store, current.id)])
  const { findings, values, documents, summary } = compareReports(before, after)
  const [earlier, later] = [factsOf(before), factsOf(after)]
  const [was, now] = await Promise.all([storedOf(store, old.id), storedOf(store, current.id)])
  const placesOf = createPlaces(before, after)
  const answers = await answersOf(store, old.id)
  return {
    ...{ old: show(old), new: show(current), documents, summary },
    findings: findings.map(({ status, valuesChanged, ...one }) => {
      const [from, to] = [was.get(one.old?.id ?? ''), now.get(one.new?.id ?? '')]
      return {
        ...{ status, valuesChanged, old: from ? showFinding(from) : null, new: to ? showFinding(to) : null },
        places: placesOf(from?.finding, to?.finding),
        answer: answers.get(from?.id ?? '') ?? null,
      }
    }),
    values: values.flatMap(({ facts, ...value }) => {
      const from = earlier.get(facts.old)
      return from === undefined ? [] : [{ ...value, old: from, new: (facts.new === null ? undefined : later.get(facts.new)) ?? null }]
    }),
  }
}
