export type { QueueConfig, Warn } from './queue/backend.ts'
export { createReviewQueue, type QueueCounts, type ReviewQueue } from './queue/create-review-queue.ts'
export { isOver, ReviewProgress } from './queue/progress.ts'
