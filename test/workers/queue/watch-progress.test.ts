import { expect, test, vi } from 'vitest'
import type { ChangeListener } from '../../../workers/queue/announce.ts'
import type { ReviewProgress } from '../../../workers/queue/progress.ts'
import { watchProgress } from '../../../workers/queue/watch-progress.ts'

const at = (stage: ReviewProgress['stage'], done: number): ReviewProgress => ({
  ...{ revision: 'r', stage, documents: { done, of: 2, failed: 0 }, pages: done, problem: null },
})

/** A revision whose progress a test sets, with or without announcing it. */
function scene() {
  let now = at('queued', 0)
  const watchers = new Set<() => void>()
  const changes: ChangeListener = {
    on: (_revision, changed) => {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
    close: async () => undefined,
  }
  const told: ReviewProgress[] = []
  const stop = watchProgress(
    'r',
    async () => now,
    changes,
    (progress) => told.push(progress),
  )
  const set = (progress: ReviewProgress, announced = true) => {
    now = progress
    if (announced) for (const changed of watchers) changed()
  }
  return { told, set, stop, watchers }
}

test('the present progress comes first, then each change once, and nothing after the end of watching', async () => {
  const { told, set, stop, watchers } = scene()
  await vi.waitFor(() => expect(told).toHaveLength(1))
  set(at('reading', 1))
  await vi.waitFor(() => expect(told).toHaveLength(2))
  set(at('reading', 1))
  set(at('reviewed', 2))
  await vi.waitFor(() => expect(told.at(-1)?.stage).toBe('reviewed'))
  expect(told.map(({ documents }) => documents.done)).toEqual([0, 1, 2])
  stop()
  set(at('queued', 0))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(told).toHaveLength(3)
  expect(watchers.size).toBe(0)
})

test('a change whose announcement was lost is told a little later', async () => {
  vi.useFakeTimers()
  try {
    const { told, set, stop } = scene()
    await vi.advanceTimersByTimeAsync(1)
    set(at('reading', 1), false)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(told.map(({ stage }) => stage)).toEqual(['queued', 'reading'])
    stop()
  } finally {
    vi.useRealTimers()
  }
})
