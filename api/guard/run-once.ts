import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Store } from '../../workers/store/store.ts'
import { actorOf } from '../access/actor.ts'
import { Problem } from '../problem.ts'

/** The header of requests that must not run twice. */
export const IdempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\w.:-]{8,128}$/, { error: '应为 8 至 128 个字母、数字、点、冒号、下划线或连字符' })
    .optional()
    .describe('同一键的请求只执行一次，重发得到同样的答复'),
})

const fingerprintOf = ({ method, url, headers, body }: FastifyRequest): string => {
  const content = body === undefined || body === null ? [headers['content-type']?.split(';')[0], headers['content-length']] : body
  return createHash('sha256')
    .update(JSON.stringify([method, url, content]))
    .digest('hex')
}

type Answer<S extends number, B> = { readonly status: S; readonly body: B }

/**
 * Runs `work` at most once for one idempotency key of one user, and gives the first answer again to whoever repeats the request, without
 * reading it. A failure is not kept: the request may be sent again. Without a key the work is simply done.
 */
export async function runOnce<S extends number, B>(
  store: Store,
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => Promise<Answer<S, B>>,
): Promise<Answer<S, B>> {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string') return work()
  const mine = { userId: actorOf(request).user.id, key }
  const begun = await store.idempotency.begin({ ...mine, request: fingerprintOf(request) })
  if (begun.state === 'running') throw new Problem('idempotency.in-progress', undefined, { headers: { 'retry-after': '5' } })
  if (begun.state === 'mismatch') throw new Problem('idempotency.mismatch')
  if (begun.state === 'done') {
    reply.header('idempotency-replayed', 'true')
    return { status: begun.status as S, body: JSON.parse(begun.body) as B }
  }
  try {
    const answer = await work()
    await store.idempotency.finish({ ...mine, status: answer.status, body: JSON.stringify(answer.body) })
    return answer
  } catch (error) {
    await store.idempotency.release(mine).catch(() => {})
    throw error
  }
}
