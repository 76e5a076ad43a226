import { z } from 'zod'
import codes from './problems.json' with { type: 'json' }

/** The stable name of what went wrong, which programs may compare; the sentences may be reworded, these never. */
export type ProblemCode = keyof typeof codes
export const problemCodes = Object.keys(codes) as [ProblemCode, ...ProblemCode[]]

/** The answer to a request that failed (RFC 9457), as application/problem+json. */
export const ProblemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    instance: z.string(),
    code: z.string(),
    errors: z.array(z.object({ at: z.string(), message: z.string() })).optional(),
  })
  .loose()
  .meta({ id: 'Problem' })
export type ProblemDetails = z.infer<typeof ProblemDetails>

/** A fault that the caller is told of. `extra` adds members to the answer (the two versions of a conflict). */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly status: number
  readonly detail: string | undefined
  readonly extra: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>

  constructor(code: ProblemCode, detail?: string, more: { extra?: Record<string, unknown>; headers?: Record<string, string> } = {}) {
    super(detail ?? codes[code].title)
    this.code = code
    this.status = codes[code].status
    this.detail = detail
    this.extra = more.extra ?? {}
    this.headers = more.headers ?? {}
  }
}

/** The problem as it is sent; `instance` names the request, so that the log can be searched for it. */
export const describe = ({ code, status, detail, extra }: Problem, instance: string): ProblemDetails => ({
  type: `urn:ecopark-review:problem:${code}`,
  title: codes[code].title,
  status,
  ...(detail === undefined ? {} : { detail }),
  instance,
  code,
  ...extra,
})

/** The sentence of a code. */
export const titleOf = (code: ProblemCode): string => codes[code].title
