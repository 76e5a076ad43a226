import { openPage } from './page-pictures.ts'
import { openPassage } from './passages.ts'
import { type Place, showingOf } from './place.ts'

/** Gets what a place shows before anybody asks for it. */
export function prefetchPlace(place: Place): void {
  const showing = showingOf(place)
  if (showing === 'page') void openPage(place.document?.id ?? '', place.evidence.page ?? 1).catch(() => undefined)
  else if (showing !== 'none') void openPassage(place).catch(() => undefined)
}
