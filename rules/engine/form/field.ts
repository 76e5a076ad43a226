import type { Fact } from '../../../schemas/fact.ts'
import type { Finding } from '../../../schemas/finding.ts'
import type { FormField } from '../../../schemas/form.ts'
import type { Evidence } from '../../../schemas/place.ts'
import type { Assessment } from '../../../schemas/report.ts'
import type { Dossier } from '../../dossier.ts'
import { placeName } from '../place-name.ts'
import { showFact } from '../show-fact.ts'

/** What forms are filled from. */
export type Reviewed = { readonly dossier: Dossier; readonly findings: readonly Finding[]; readonly assessment: readonly Assessment[] }

/** What a field holds beside its name. */
export type Filled = Omit<FormField, 'id' | 'zh'>

const nothing: Filled = { value: null, rows: [], facts: [], places: [], note: null }

/** Left open for a person, with the reason. */
export const open = (note: string): Filled => ({ ...nothing, note })

/** A text as the papers give it, with where it stands. */
export const text = (
  value: string,
  places: readonly { document: string; evidence: Evidence }[] = [],
  dossier?: Pick<Dossier, 'documents'>,
): Filled => ({
  ...nothing,
  value,
  places: places.map(({ document, evidence }) => ({ document, evidence })),
  note: dossier && places[0] ? `据${placeName(places[0], dossier)}` : null,
})

/** A value with the fact that it links to. */
export const ofFact = (fact: Fact, dossier: Dossier): Filled => ({
  ...nothing,
  value: showFact(fact),
  facts: [fact.id],
  note: `据${placeName(fact, dossier)}`,
})

/** A table; its first row are the heads. */
export const rows = (lines: string[][], facts: readonly string[] = [], note: string | null = null): Filled => ({
  ...nothing,
  rows: lines,
  facts: [...facts],
  note,
})
