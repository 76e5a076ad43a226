import { z } from 'zod'
import { Fact } from '../../schemas/fact.ts'
import { Finding } from '../../schemas/finding.ts'
import type { Disposition, StoredFinding } from '../../workers/store/entities.ts'
import { Moment, momentOf } from './common.ts'

export const VerdictShape = z
  .enum(['confirmed', 'dismissed', 'needs_explanation'])
  .describe('confirmed 属实 · dismissed 排除 · needs_explanation 需说明')

export const DispositionShape = z
  .object({
    verdict: VerdictShape,
    comment: z.string(),
    version: z.number().int().nonnegative().describe('每改一次加一；修改时以 If-Match 送回'),
    decidedBy: z.string().nullable(),
    decidedAt: Moment,
  })
  .meta({ id: 'Disposition' })
export const showDisposition = ({ verdict, comment, version, decidedBy, decidedAt }: Disposition): z.infer<typeof DispositionShape> => ({
  ...{ verdict, comment, version, decidedBy },
  decidedAt: momentOf(decidedAt),
})

/** `id` names the finding in the system, `finding.id` (x1 …) in the report of its revision. */
export const FindingShape = z
  .object({ id: z.string(), revisionId: z.string(), dossierId: z.string(), finding: Finding, disposition: DispositionShape.nullable() })
  .meta({ id: 'StoredFinding' })
export const showFinding = ({ id, revisionId, dossierId, finding, disposition }: StoredFinding): z.infer<typeof FindingShape> => ({
  ...{ id, revisionId, dossierId, finding },
  disposition: disposition === null ? null : showDisposition(disposition),
})

export const FindingDetailShape = FindingShape.extend({ facts: z.array(Fact) }).meta({ id: 'FindingDetail' })
