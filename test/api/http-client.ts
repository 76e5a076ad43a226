/** A user at an API that listens: signs in and sends what a page would. */
export function makeClient(at: string) {
  let headers: Record<string, string> = {}
  const send = async (method: string, path: string, body?: object | FormData) => {
    const form = body instanceof FormData
    const type: Record<string, string> = body === undefined || form ? {} : { 'content-type': 'application/json' }
    const payload = body === undefined ? {} : { body: form ? body : JSON.stringify(body) }
    const response = await fetch(`${at}${path}`, { method, headers: { ...headers, ...type }, ...payload })
    return response
  }
  const keep = async (response: Response) => {
    const { csrfToken } = (await response.json()) as { csrfToken: string }
    headers = { cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '', 'x-csrf-token': csrfToken }
  }
  return {
    send,
    /** The parsed answer; throws where it is none of success. */
    ask: async <T>(method: string, path: string, body?: object | FormData): Promise<T> => {
      const response = await send(method, path, body)
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
      return (await response.json()) as T
    },
    signIn: async (login: string, password: string) => keep(await send('POST', '/api/session', { login, password })),
    changePassword: async (current: string, password: string) => keep(await send('POST', '/api/session/password', { current, password })),
  }
}
export type Client = ReturnType<typeof makeClient>

/** Makes the organisations that a first administrator would, and gives the park. */
export async function makePark({ ask }: Client): Promise<{ id: string }> {
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/api/organisations')
  const province = await ask<{ id: string }>('POST', '/api/organisations', { kind: 'province', name: '江苏省', parentId: items[0]?.id })
  return ask('POST', '/api/organisations', { kind: 'park', name: '示例园区', parentId: province.id })
}
