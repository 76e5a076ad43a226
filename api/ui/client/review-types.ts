import type { Report, ReportDocument } from '../../../schemas/report.ts'

export type { Fact } from '../../../schemas/fact.ts'
export type { Check, Finding, Severity } from '../../../schemas/finding.ts'
export type { Passage, PassageBlock, PassageCell } from '../../../schemas/passage.ts'
export type { Box, Evidence } from '../../../schemas/place.ts'
export type { Assessment, ReportDocument, Verdict } from '../../../schemas/report.ts'
export type { ToldVerdict } from '../../../schemas/told-verdict.ts'

export type Vocabulary = Pick<Report, 'standard' | 'editions' | 'dossier' | 'subjects' | 'rules' | 'chapters'>
export type Summary = Report['summary'] & Pick<Report['dossier'], 'park' | 'stage' | 'region'> & { documents: ReportDocument[] }
