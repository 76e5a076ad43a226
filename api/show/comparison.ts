import { z } from 'zod'
import { ChangedDocument, ChangedValue, FindingStatus } from '../../schemas/comparison.ts'
import { Fact } from '../../schemas/fact.ts'
import { Moment } from './common.ts'
import { FindingShape } from './review.ts'

const Submission = z.object({ id: z.string(), number: z.number().int(), finishedAt: Moment.nullable() })
const count = z.number().int().nonnegative()

const Followed = z.object({
  status: FindingStatus.describe(
    'open 还在（未整改）· new 新出现 · unverified 不再出现，但相应内容这次查不到，不能当作已整改 · resolved 同一项核查重新做过并通过',
  ),
  old: FindingShape.nullable().describe('上一次的发现，连同处理意见'),
  new: FindingShape.nullable().describe('这一次的发现；处理意见沿用的见 disposition.carriedFrom'),
  places: z
    .array(z.object({ old: Fact.nullable(), new: Fact.nullable() }))
    .describe('发现所指的数值原来和现在各印在哪里；null：这一次（上一次）没有印'),
  valuesChanged: z.boolean().describe('还在，但所涉数值已经改动：须重新处理'),
  answer: z.string().nullable().describe('退回后园区的答复'),
})

const Changed = ChangedValue.omit({ facts: true }).extend({
  old: Fact.describe('原来印的数值'),
  new: Fact.nullable().describe('现在印的数值；null：不再给出'),
})

/** One submission held against a later one (整改对照). */
export const ComparisonShape = z
  .object({
    old: Submission,
    new: Submission,
    findings: z.array(Followed),
    values: z.array(Changed).describe('同一文件中印得不同的数值；未经要求而改动的在前'),
    documents: z.array(ChangedDocument),
    summary: z.object({ resolved: count, open: count, new: count, unverified: count, unasked: count }),
  })
  .meta({ id: 'Comparison' })
