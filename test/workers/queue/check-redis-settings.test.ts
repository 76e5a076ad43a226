import { expect, test } from 'vitest'
import { judgeRedisSettings } from '../../../workers/queue/check-redis-settings.ts'

const good = { appendonly: 'yes', policy: 'noeviction', version: '7.0.15' }

test('a Redis that keeps its jobs gives no warning', () => {
  expect(judgeRedisSettings(good)).toEqual([])
})

test('each setting that could lose jobs is named with what to do', () => {
  expect(judgeRedisSettings({ ...good, appendonly: 'no' })).toEqual([expect.stringContaining('请设置 appendonly yes')])
  expect(judgeRedisSettings({ ...good, policy: 'allkeys-lru' })).toEqual([expect.stringContaining('请设置 maxmemory-policy noeviction')])
  expect(judgeRedisSettings({ ...good, version: '5.0.7' })).toEqual([expect.stringContaining('5.0.7')])
  expect(judgeRedisSettings({ appendonly: null, policy: null, version: null })).toHaveLength(3)
})
