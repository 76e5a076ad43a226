import type { z } from 'zod'
import type { ComparisonShape } from '../../show/comparison.ts'

/** What became of one submission's findings in a later one. */
export type Comparison = z.infer<typeof ComparisonShape>
export type FollowedFinding = Comparison['findings'][number]
export type ChangedValue = Comparison['values'][number]
