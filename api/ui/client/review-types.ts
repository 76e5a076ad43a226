import type { Fact as StatedFact } from '../../../schemas/fact.ts'
import type { Report, ReportDocument } from '../../../schemas/report.ts'

type Misread = {
  readonly raw: string
  readonly value: string | null
  readonly unit: string | null
  readonly text: string | null
  readonly year: number | null
}
/** A fact; `misread` is what was read where a reviewer has put the reading right. */
export type Fact = StatedFact & { misread?: Misread | undefined }
export type { Check, Finding, Severity } from '../../../schemas/finding.ts'
export type { Passage, PassageBlock, PassageCell } from '../../../schemas/passage.ts'
export type { Box, Evidence } from '../../../schemas/place.ts'
export type { Assessment, ReportDocument, Verdict } from '../../../schemas/report.ts'

export type Vocabulary = Pick<Report, 'standard' | 'editions' | 'dossier' | 'subjects' | 'rules' | 'chapters'>
export type Summary = Report['summary'] & Pick<Report['dossier'], 'park' | 'stage' | 'region'> & { documents: ReportDocument[] }
