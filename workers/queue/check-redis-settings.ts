import type { Redis } from 'ioredis'
import type { Warn } from './backend.ts'

type Settings = { readonly appendonly: string | null; readonly policy: string | null; readonly version: string | null }

/** Hosted Redis often forbids CONFIG; INFO tells the same two things. */
async function readSettings(redis: Redis): Promise<Settings> {
  const info = await redis.info()
  const find = (key: string) => new RegExp(`^${key}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? null
  const aof = find('aof_enabled')
  return {
    appendonly: aof === null ? null : aof === '1' ? 'yes' : 'no',
    policy: find('maxmemory_policy'),
    version: find('redis_version'),
  }
}

/** What is wrong with the settings of this Redis, each in one Chinese sentence that says what to do. */
export function judgeRedisSettings({ appendonly, policy, version }: Settings): string[] {
  const faults: string[] = []
  if (Number(version?.split('.')[0] ?? 0) < 6) faults.push(`Redis 版本${version ?? '未知'}过低，任务队列需要 6.2 或更高版本。`)
  if (appendonly !== 'yes')
    faults.push(
      'Redis 未开启 AOF 持久化，断电或崩溃时会丢失排队中的任务。请设置 appendonly yes（丢失的任务会在数秒后重新排队，但会重复已做的工作）。',
    )
  if (policy !== 'noeviction')
    faults.push(`Redis 的 maxmemory-policy 为 ${policy ?? '未知'}，内存不足时会悄悄删除任务。请设置 maxmemory-policy noeviction。`)
  return faults
}

/** Warns of settings that could lose jobs. A Redis that does not answer is an error. */
export async function checkRedisSettings(redis: Redis, warn: Warn): Promise<void> {
  for (const fault of judgeRedisSettings(await readSettings(redis))) warn(fault)
}
