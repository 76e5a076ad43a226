import { z } from 'zod'
import type { Page } from '../../workers/store/store.ts'

export const IdParam = z.uuid()
/** A moment as ISO 8601 in UTC. */
export const Moment = z.iso.datetime()
export const momentOf = (date: Date): string => date.toISOString()
export const momentOrNull = (date: Date | null): string | null => date?.toISOString() ?? null

/** What every list takes: `limit` entries after the mark of the page before. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('一页多少条'),
  after: z.string().min(1).max(500).optional().describe('上一页的 next'),
})
/** What every list gives: `next` is the mark to ask for the following page with, null on the last. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })

export const showPage = <T, S>({ items, next }: Page<T>, show: (item: T) => S): { items: S[]; next: string | null } => ({
  items: items.map(show),
  next,
})

/** A text that people wrote: neither blank nor endless, and nothing in it that cannot be seen. */
export const words = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text), { error: '不能含有控制字符' })
