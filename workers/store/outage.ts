import { errorCode } from './database.ts'
import { StoreError } from './store-error.ts'

/** The network's words and SQLSTATEs (class 08; 53300 too many connections; 57P01–3 shutting down, crashed, starting) of a database that is away. */
const away = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENOENT|08\w{3}|53300|57P0[123])$/
/** node-postgres tells these without a code. */
const brokenOff = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|server closed/
const diskFull = '53100'

/** What a database that is away or has no room left makes of a query, in words; any other error as it is. */
export function tellOutage(error: unknown): unknown {
  if (error instanceof StoreError) return error
  const code = errorCode(error) ?? ''
  if (code === diskFull) return new StoreError('store.disk-full', '数据库的存储空间已满；请联系管理员清理后重试。', { cause: error })
  if (away.test(code) || hasBrokenOff(error)) return new StoreError('store.unavailable', '数据库暂时不可用，请稍后重试。', { cause: error })
  return error
}

function hasBrokenOff(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) if (brokenOff.test(cause.message)) return true
  return false
}

type Methods = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>

/** The same methods, each of which tells an outage in words. */
export const tellingOutages = <T extends Methods>(methods: T): T =>
  Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [
      name,
      async (...args: never[]) => {
        try {
          return await method(...args)
        } catch (error) {
          throw tellOutage(error)
        }
      },
    ]),
  ) as T
