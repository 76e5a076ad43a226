import { z } from 'zod'
import type { Rectification, RectificationItem } from '../../workers/store/entities.ts'
import { Moment, momentOf, momentOrNull } from './common.ts'
import { FindingShape, showFinding } from './review.ts'

const Item = z.object({
  finding: FindingShape,
  stands: z.boolean().describe('false：更正读数后这条发现已不成立'),
  answer: z.string().nullable().describe('园区的答复；null 为尚未答复'),
  version: z.number().int().nonnegative().describe('答复的版本，0 为尚未答复；修改时以 If-Match 送回'),
  answeredBy: z.string().nullable(),
  answeredAt: Moment.nullable(),
})

export const RectificationShape = z
  .object({
    id: z.string(),
    revisionId: z.string(),
    dossierId: z.string(),
    dueOn: z.iso.date(),
    note: z.string(),
    sentBy: z.string().nullable(),
    sentAt: Moment,
    resubmittedAs: z.string().nullable().describe('园区据此重新提交的那一次；尚未提交时为 null'),
    items: z.array(Item),
  })
  .meta({ id: 'Rectification' })

export const showRectification = (
  { sentAt, ...rectification }: Rectification,
  items: readonly RectificationItem[],
): z.infer<typeof RectificationShape> => ({
  ...rectification,
  sentAt: momentOf(sentAt),
  items: items.map(({ finding, answeredAt, ...item }) => ({
    ...item,
    finding: showFinding(finding),
    answeredAt: momentOrNull(answeredAt),
  })),
})
