import { z } from 'zod'
import { Problem } from '../problem.ts'

/** The header that says which version a change is based on. */
export const VersionHeader = z.object({ 'if-match': z.string().max(50).optional().describe('所依据的版本，如 "3"；从未有过时为 "0"') })

/** The version that a change is based on, by its header or its body. Throws `request.version` where neither says. */
export function seenVersion(header: string | undefined, given?: number): number {
  const digits = /^(?:W\/)?"(\d{1,9})"$/.exec(header ?? '')?.[1]
  const version = digits === undefined ? given : Number(digits)
  if (version === undefined) throw new Problem('disposition.version')
  return version
}
