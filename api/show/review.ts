import { z } from 'zod'
import { Correction } from '../../schemas/correction.ts'
import { Fact } from '../../schemas/fact.ts'
import { Finding } from '../../schemas/finding.ts'
import { Verdict } from '../../schemas/report.ts'
import type { Disposition, StoredCorrection, StoredFinding } from '../../workers/store/entities.ts'
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
    carriedFrom: z.string().nullable().describe('沿用：上一次提交中同一发现的 id；在这一次另作处理后为 null'),
  })
  .meta({ id: 'Disposition' })
export const showDisposition = ({ decidedAt, ...disposition }: Disposition): z.infer<typeof DispositionShape> => {
  const { verdict, comment, version, decidedBy, carriedFrom } = disposition
  return { verdict, comment, version, decidedBy, carriedFrom, decidedAt: momentOf(decidedAt) }
}

/** `id` names the finding in the system, `finding.id` (x1 …) in the report of its revision. */
export const FindingShape = z
  .object({
    id: z.string(),
    revisionId: z.string(),
    dossierId: z.string(),
    finding: Finding,
    disposition: DispositionShape.nullable().describe('null：尚未处理，或已撤销'),
    version: z.number().int().nonnegative().describe('处理意见的版本，0 为从未处理；修改时以 If-Match 送回'),
  })
  .meta({ id: 'StoredFinding' })
export const showFinding = ({ id, revisionId, dossierId, finding, disposition, version }: StoredFinding): z.infer<typeof FindingShape> => ({
  ...{ id, revisionId, dossierId, finding, version },
  disposition: disposition === null ? null : showDisposition(disposition),
})

export const FindingDetailShape = FindingShape.extend({ facts: z.array(Fact) }).meta({ id: 'FindingDetail' })

export const CorrectionShape = z
  .object({
    fact: z.string().describe('数值在报告中的编号，如 f12'),
    correction: Correction.nullable().describe('更正后的读数；null：已撤销，恢复原读数'),
    comment: z.string(),
    version: z.number().int().nonnegative().describe('每改一次加一；修改时以 If-Match 送回'),
    decidedBy: z.string().nullable(),
    decidedAt: Moment,
  })
  .meta({ id: 'StoredCorrection' })
export const showCorrection = ({ decidedAt, ...correction }: StoredCorrection): z.infer<typeof CorrectionShape> => ({
  ...correction,
  decidedAt: momentOf(decidedAt),
})

const counts = z.object({ errors: z.number().int(), warnings: z.number().int(), infos: z.number().int() })

/** What a correction changes, or would change. */
export const ConsequencesShape = z
  .object({
    fact: Fact.describe('更正后的数值；misread 是原来的读数'),
    findings: z.object({
      appeared: z.array(Finding).describe('新出现的发现'),
      changed: z.array(FindingShape).describe('仍在但内容有变的发现（变后的内容），处理意见保留'),
      gone: z.array(FindingShape).describe('不再成立的发现；撤销更正后连同处理意见恢复'),
    }),
    verdicts: z.array(z.object({ subject: z.string(), from: Verdict, to: Verdict })).describe('判定改变的指标'),
    before: counts,
    after: counts,
  })
  .meta({ id: 'Consequences' })
