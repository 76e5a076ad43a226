/** A request that failed. `code` is the API's own (RFC 9457), `offline` where no answer came. `members` holds what else the answer tells. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly status: number
  readonly code: string
  readonly members: Readonly<Record<string, unknown>>

  constructor(status: number, code: string, message: string, members: Record<string, unknown> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.members = members
  }
}

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>
export type RequestOptions = {
  readonly query?: Query
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

let mark: string | null = null
/** The mark that only our own pages know, sent with every change. */
export const setMark = (token: string | null): void => {
  mark = token
}
export const markHeader = (): Record<string, string> => (mark === null ? {} : { 'x-csrf-token': mark })

let onSignedOut: () => void = () => {}
/** What to do when an answer says that nobody is signed in any more. */
export const whenSignedOut = (listener: () => void): void => {
  onSignedOut = listener
}

/** An address under /api with its query; members that are empty are left out. */
export function addressOf(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return `/api${path}${text === '' ? '' : `?${text}`}`
}

/** The failure that an answer tells of. */
export function errorOf(status: number, text: string): RequestError {
  try {
    const problem = JSON.parse(text) as { code?: string; title?: string; detail?: string }
    return new RequestError(status, problem.code ?? 'server.fault', problem.detail ?? problem.title ?? '', problem)
  } catch {
    return new RequestError(status, 'server.fault', '')
  }
}

/** Asks the API. Throws a RequestError for whatever is not a good answer. */
export async function request<T>(method: string, path: string, { query, body, headers, signal }: RequestOptions = {}): Promise<T> {
  const changes = method !== 'GET'
  const answer = await fetch(addressOf(path, query), {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(changes ? markHeader() : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new RequestError(0, 'offline', '')
  })
  const text = await answer.text()
  if (answer.ok) return (text === '' ? undefined : JSON.parse(text)) as T
  const error = errorOf(answer.status, text)
  if (error.code === 'access.sign-in' || error.code === 'password.must-change') onSignedOut()
  throw error
}

export const get = <T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> =>
  request<T>('GET', path, signal === undefined ? { query } : { query, signal })
