import { afterEach, describe, expect, test } from 'vitest'
import { type ChildPool, startChildPool } from '../../workers/child-pool.ts'

const pools: ChildPool[] = []
const start = (size = 1, limits = { heapMb: 64, residentMb: 400, seconds: 20 }) => {
  const pool = startChildPool(new URL('./child-jobs/mischief.ts', import.meta.url), size, limits)
  pools.push(pool)
  return pool
}
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close()
})

const alive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('a job is answered, bytes and all, and the child is used again', async () => {
  const pool = start()
  expect(await pool.run({ act: 'echo', value: { bytes: new Uint8Array([1, 2]) } })).toEqual({ bytes: new Uint8Array([1, 2]) })
  expect(await pool.run({ act: 'pid' })).toBe(await pool.run({ act: 'pid' }))
})

describe('what goes wrong in a child stays in that child', () => {
  test.each([
    ['die', 'memory'],
    ['throw', 'error'],
    ['hoard', 'memory'],
    ['hoard-bytes', 'memory'],
  ])('%s', async (act, fault) => {
    const pool = start()
    await expect(pool.run({ act, value: 'x' })).rejects.toMatchObject({ name: 'ChildFailure', fault })
    expect(await pool.run({ act: 'echo', value: 'well' })).toBe('well')
  })

  test('a job without end is ended', async () => {
    const pool = start(1, { heapMb: 64, residentMb: 400, seconds: 2 })
    await expect(pool.run({ act: 'spin' })).rejects.toMatchObject({ fault: 'time' })
  })
})

test('more jobs than children wait their turn and are all answered', async () => {
  const pool = start(2)
  const started: number[] = []
  const answers = await Promise.all([1, 2, 3, 4, 5].map((value) => pool.run({ act: 'echo', value }, () => started.push(value))))
  expect(answers).toEqual([1, 2, 3, 4, 5])
  expect(started).toEqual([1, 2, 3, 4, 5])
})

test('closing ends the children, and who still waits is told', async () => {
  const pool = start()
  const pid = (await pool.run({ act: 'pid' })) as number
  const open = [pool.run({ act: 'spin' }), pool.run({ act: 'echo' })].map((answer) => answer.catch((error) => error.fault))
  await new Promise((resolve) => setTimeout(resolve, 200))
  pool.close()
  expect(await Promise.all(open)).toEqual(['stopped', 'stopped'])
  await expect.poll(() => alive(pid)).toBe(false)
})
