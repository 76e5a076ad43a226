import type { EventKind } from '../../schemas/told.ts'
import { type Failure, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { type EventGroup, groupEvents } from './event-groups.ts'
import { placeName } from './place-name.ts'

/** One told event, or none at all. */
export type Told = Target & { readonly group: EventGroup | null }

/** A target for each told event of a kind; one without an event where no document tells any, so that the check is seen. */
export function* toldEvents(dossier: Dossier, kind: EventKind): Generator<Told> {
  if (dossier.documents.length === 0) return
  const groups = groupEvents(dossier, kind)
  for (const group of groups) yield { subject: null, year: null, facts: [], group }
  if (groups.length === 0) yield { subject: null, year: null, facts: [], group: null }
}

/** No event told: passed where all was read, else not known. */
export function noneTold({ documents }: Dossier): Outcome {
  const unread = documents.filter((document) => document.status === 'failed').map((document) => document.file)
  return unread.length === 0 ? passed : skipped(`${unread.join('、')}未能读取，其余文件中没有此类表述`)
}

const quoted = 120
const shorten = (text: string) => (text.length > quoted ? `${text.slice(0, quoted)}…` : text)

/** A failure that quotes the event's sentence and names every place that tells it. `asks` ends the sentence. */
export function eventTold(group: EventGroup, dossier: Dossier, asks: string, over: Partial<Failure> = {}): Outcome {
  const [first, ...others] = group
  const also = [...new Set(others.map((event) => placeName(event, dossier)))].filter((place) => place !== placeName(first, dossier))
  const elsewhere = also.length > 0 ? `（另见${also.slice(0, 3).join('、')}${also.length > 3 ? '等处' : ''}）` : ''
  return failed({
    message: `${placeName(first, dossier)}称“${shorten(first.evidence.text.replace(/[。；;]$/, ''))}”${elsewhere}，${asks}。`,
    actual: first.cue,
    places: group.map(({ document, evidence }) => ({ document, evidence })),
    ...over,
  })
}
