import type { Dossier } from '../../../rules/dossier.ts'
import { regulationFor } from '../../../rules/regulations/index.ts'
import { standardFor } from '../../../rules/standards/index.ts'
import type { Manifest } from '../../../schemas/dossier.ts'
import type { Regulation, Standard } from '../../../schemas/edition.ts'
import type { Reading } from '../../../schemas/reading.ts'
import { findConstructionYears } from './construction-years.ts'
import { electApproval, electPark, electRegion } from './elect.ts'
import { settleNames } from './settle-names.ts'
import { settleNumbers } from './settle-numbers/index.ts'
import { findStage } from './stage.ts'

/** Editions to judge under; where one is not given, the one in force when the dossier was approved. */
export type Editions = { readonly standard?: Standard | undefined; readonly regulation?: Regulation | undefined }

/** Facts are read document by document; together they are counted through, f1 … fn, in document order. */
function numberFacts(readings: readonly Reading[]): Reading[] {
  let count = 0
  return readings.map((reading) => ({
    ...reading,
    facts: reading.facts.map((fact) => {
      count += 1
      return { ...fact, id: `f${count}` }
    }),
  }))
}

/** Makes one dossier of all readings, in their order. What dossier.json states goes before what the documents say. */
export function assemble(readings: readonly Reading[], manifest: Manifest | null, editions: Editions = {}): Dossier {
  const named = settleNames(numberFacts(readings), manifest)
  const approvedOn = manifest?.approvedOn ?? electApproval(named)
  const standard = editions.standard ?? standardFor(approvedOn)
  const documents = settleNumbers(named, standard)
  const stage = manifest?.stage ?? findStage(documents)
  const application = documents.find(({ identity }) => identity.role === 'application' && (identity.stage ?? stage) === stage)
  return {
    park: manifest?.park ?? electPark(documents),
    region: manifest?.region ?? electRegion(documents),
    waterScarce: manifest?.waterScarce ?? documents.some(({ identity }) => identity.waterScarce === true),
    stage,
    ...findConstructionYears(documents, stage),
    approvedOn,
    submittedOn: manifest?.submittedOn ?? application?.identity.datedOn ?? null,
    standard,
    regulation: editions.regulation ?? regulationFor(approvedOn),
    documents,
    facts: documents.flatMap((document) => document.facts),
    growths: documents.flatMap((document) => document.growths),
    sums: documents.flatMap((document) => document.sums),
    projects: documents.flatMap((document) => document.projects),
    calculations: documents.flatMap((document) => document.calculations),
    boundaries: documents.flatMap((document) => document.boundaries),
  }
}
