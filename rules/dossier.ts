import type { Stage } from '../schemas/dossier.ts'
import type { Regulation, Standard } from '../schemas/edition.ts'
import type { Fact } from '../schemas/fact.ts'
import type { Boundary, Calculation, Growth, Project, Reading, Sum } from '../schemas/reading.ts'

/** What the rules are asked of: everything that the documents under review say, and the editions they are judged under. */
export type Dossier = {
  readonly park: string | null
  readonly region: string | null
  readonly waterScarce: boolean
  readonly stage: Stage
  /** The year before construction began, and the last year of the construction period. */
  readonly baseYear: number | null
  readonly finalYear: number | null
  readonly approvedOn: string | null
  readonly submittedOn: string | null
  readonly standard: Standard
  readonly regulation: Regulation
  readonly documents: readonly Reading[]
  /** All facts, growths … of all documents, in document order. */
  readonly facts: readonly Fact[]
  readonly growths: readonly Growth[]
  readonly sums: readonly Sum[]
  readonly projects: readonly Project[]
  readonly calculations: readonly Calculation[]
  readonly boundaries: readonly Boundary[]
}
