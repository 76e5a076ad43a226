import { afterAll, describe, expect, test } from 'vitest'
import { createPool, JobError, poolSize } from '../../workers/parse-pool.ts'

const module = new URL('./fixtures/pool-job.ts', import.meta.url)
const pool = createPool<{ does: string; value?: number }, unknown>({ module, size: 2, timeoutMs: 20_000, memoryMb: 96 })
afterAll(() => pool.close())

const reasonOf = async (job: Promise<unknown>) => {
  const error = await job.then(
    () => undefined,
    (fault: unknown) => fault,
  )
  return error instanceof JobError ? error.reason : error
}

describe('a pool of children', () => {
  test('gives each job its own result and uses children again', async () => {
    expect(await Promise.all([1, 2, 3, 4, 5].map((value) => pool.run({ does: 'double', value })))).toEqual([2, 4, 6, 8, 10])
    const pids = new Set<unknown>()
    for (let at = 0; at < 4; at++) pids.add(await pool.run({ does: 'pid' }))
    expect(pids.size).toBeLessThanOrEqual(2)
  })

  test('passes progress on while a job runs', async () => {
    const seen: unknown[] = []
    expect(await pool.run({ does: 'progress' }, (progress) => seen.push(progress))).toBe('完')
    expect(seen).toEqual([{ page: 1 }, { page: 2 }])
  })

  test('a job that throws, dies or eats memory costs only itself', async () => {
    const [thrown, dead, eaten, outside, fine] = [
      pool.run({ does: 'throw' }).catch((fault: unknown) => fault),
      reasonOf(pool.run({ does: 'die' })),
      reasonOf(pool.run({ does: 'eat' })),
      reasonOf(pool.run({ does: 'eat-buffers' })),
      pool.run({ does: 'double', value: 21 }),
    ]
    expect(await thrown).toMatchObject({ reason: 'fault', message: '这个文件读不了' })
    expect(await dead).toBe('crash')
    expect(await eaten).toBe('memory')
    if (process.platform === 'linux') expect(await outside).toBe('memory')
    expect(await fine).toBe(42)
  })
})

test('a job that hangs is ended by its time limit, and the next one runs', async () => {
  const short = createPool<{ does: string; value?: number }, unknown>({ module, size: 1, timeoutMs: 1_500, memoryMb: 96 })
  const hanging = reasonOf(short.run({ does: 'hang' }))
  const next = short.run({ does: 'double', value: 4 })
  expect(await hanging).toBe('timeout')
  expect(await next).toBe(8)
  await short.close()
  expect(await reasonOf(short.run({ does: 'double' }))).toBe('crash')
})

test('a child that asks waits for its answer without its time running, and a question that fails is its own to bear', async () => {
  const answer = async (question: unknown) => {
    if (question === '坏页') throw new Error('这一页读不了')
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    return `${question}的答案`
  }
  const asking = createPool<{ does: string; value?: unknown }, unknown>({ module, size: 1, timeoutMs: 1_500, memoryMb: 96, answer })
  expect(await asking.run({ does: 'ask', value: ['第1页', '坏页', '第3页'] })).toEqual(['第1页的答案', '这一页读不了', '第3页的答案'])
  await asking.close()
})

test('closing while a job hangs ends the child', async () => {
  const closing = createPool({ module, size: 1, timeoutMs: 60_000, memoryMb: 96 })
  const hanging = reasonOf(closing.run({ does: 'hang' }))
  await new Promise((resolve) => setTimeout(resolve, 300))
  await closing.close()
  expect(await hanging).toBe('crash')
})

test('there are two to four children, and no more than files', () => {
  expect(poolSize(1)).toBe(1)
  expect(poolSize(100)).toBeGreaterThanOrEqual(2)
  expect(poolSize(100)).toBeLessThanOrEqual(4)
})
