export { createReviewQueue, type QueueCounts, type ReviewQueue } from './queue/create-review-queue.ts'
export { isOver, ReviewProgress } from './queue/progress.ts'
export type { QueuedDocument, QueuedReview, ReviewStore } from './queue/review-store.ts'
