import { openPage } from './page-pictures.ts'
import { openPassage } from './passages.ts'
import { type Place, showingOf } from './place.ts'

const waiting: Place[] = []
let busy = false

const fetchPlace = (place: Place): Promise<unknown> =>
  showingOf(place) === 'page' ? openPage(place.document?.id ?? '', place.evidence.page ?? 1) : openPassage(place)

async function work(): Promise<void> {
  if (busy) return
  busy = true
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await fetchPlace(next).catch(() => undefined)
  busy = false
}

/** Gets what a place shows before anybody asks for it; one after the other, so that what is asked for meanwhile waits for one at most. */
export function prefetchPlace(place: Place): void {
  if (showingOf(place) === 'none') return
  waiting.push(place)
  void work()
}

/** Forgets what was to be fetched: the reader has gone elsewhere. */
export const dropPrefetches = (): void => {
  waiting.length = 0
}
