import type { Reading } from '../../schemas/reading.ts'
import type { EventKind, ToldEvent } from '../../schemas/told.ts'
import type { Dossier } from '../dossier.ts'
import { overlap } from './date-days.ts'
import { plusMonths } from './deadline.ts'

/** One event, as all documents tell it, the fullest telling first. */
export type EventGroup = readonly [ToldEvent, ...ToldEvent[]]

/** What was told before the go-ahead was given tells of the time before it, unless a date says otherwise. */
const beforehand = new Set(['plan', 'support_report', 'commitment', 'planning_eia'])

/** For a creation the three years before the application (Art. 9(3)); else since approval (Art. 17(1)); null where neither is known. */
function sinceWhen({ stage, approvedOn, submittedOn, baseYear }: Dossier): string | null {
  if (stage !== 'creation') return approvedOn ?? (baseYear === null ? null : `${baseYear + 1}-01-01`)
  return submittedOn === null ? (baseYear === null ? null : `${baseYear - 2}-01-01`) : plusMonths(submittedOn, -36)
}

function counts(event: ToldEvent, { identity }: Reading, dossier: Dossier): boolean {
  const since = sinceWhen(dossier)
  if (event.before) return false
  if (event.on !== null) return since === null ? !beforehand.has(identity.role) || dossier.stage === 'creation' : event.on.to >= since
  return dossier.stage === 'creation' || !beforehand.has(identity.role)
}

const alike = (a: string | null, b: string | null) => a === null || b === null || a.includes(b) || b.includes(a)

/** Two tellings may be of one event: same kind and aspect, days that overlap, no other firm and no other sum of money. */
const same = (a: ToldEvent, b: ToldEvent): boolean =>
  a.kind === b.kind &&
  a.aspect === b.aspect &&
  (a.on === null || b.on === null || overlap(a.on, b.on)) &&
  (a.amount === null || b.amount === null || a.amount === b.amount) &&
  (alike(a.actor, b.actor) || (a.amount !== null && a.amount === b.amount))

const fullness = ({ on, actor, amount, countedGrade }: ToldEvent) =>
  Number(on !== null) +
  Number(on !== null && on.from.slice(0, 7) === on.to.slice(0, 7)) +
  [actor, amount, countedGrade].filter((one) => one !== null).length

/** Every event of one kind that falls within the time under review, each once however many documents tell it. */
export function groupEvents(dossier: Dossier, kind: EventKind): EventGroup[] {
  const told = dossier.documents.flatMap((document) =>
    document.events.filter((event) => event.kind === kind && counts(event, document, dossier)),
  )
  const groups: [ToldEvent, ...ToldEvent[]][] = []
  for (const event of [...told].sort((a, b) => fullness(b) - fullness(a))) {
    const group = groups.find((one) => one.every((other) => same(other, event)))
    if (group) group.push(event)
    else groups.push([event])
  }
  return groups
}
