import type { z } from 'zod'
import type { RectificationShape } from '../../show/rectification.ts'

/** What was sent back to a park, until when, and what it answered. */
export type Rectification = z.infer<typeof RectificationShape>
export type RectificationItem = Rectification['items'][number]
