import { randomBytes } from 'node:crypto'
import type { Id } from './entities.ts'

let last = { ms: 0, count: 0 }

/**
 * A new uuid of version 7 (RFC 9562): its order is the order of making, in this process even within one millisecond, and 62 random
 * bits keep it from being guessed.
 */
export function newId(): Id {
  const now = Math.max(Date.now(), last.ms)
  const count = now === last.ms ? last.count + 1 : 0
  // 4096 in one millisecond: borrow the next one.
  last = count > 0xfff ? { ms: now + 1, count: 0 } : { ms: now, count }
  const time = last.ms.toString(16).padStart(12, '0')
  const random = randomBytes(8)
  random.writeUInt8((random.readUInt8(0) & 0x3f) | 0x80, 0)
  const tail = random.toString('hex')
  const counted = last.count.toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counted}-${tail.slice(0, 4)}-${tail.slice(4)}`
}

/** So many new ids, oldest first. */
export const newIds = (count: number): Id[] => Array.from({ length: count }, newId)

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isId = (text: string): boolean => uuid.test(text)
