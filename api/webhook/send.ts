import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { type Resolve, readWebhookUrl, resolveWebhook } from './address.ts'
import { sign } from './signature.ts'

export type Delivery = { readonly id: string; readonly event: string; readonly url: string; readonly secret: string; readonly body: string }
export type SendOptions = {
  readonly allowPrivate: boolean
  readonly resolve?: Resolve
  readonly timeoutMs?: number
  readonly now: () => Date
}

/** What a receiver has to say beside its status is of no interest; a long answer is cut off. */
const longestAnswer = 64 * 1024

/**
 * Sends one delivery and gives the receiver's status. The host is resolved once and the connection goes to that very address;
 * redirects are not followed. Throws on an address that may not be used, on a timeout and on a broken connection.
 */
export async function send({ id, event, url: text, secret, body }: Delivery, options: SendOptions): Promise<number> {
  const url = readWebhookUrl(text)
  const { address, family } = await resolveWebhook(url, options)
  const seconds = Math.floor(options.now().getTime() / 1000)
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'ecopark-review',
    'x-ecopark-event': event,
    'x-ecopark-delivery': id,
    'x-ecopark-signature': sign(secret, body, seconds),
  }
  const start = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const request = start(url, {
      method: 'POST',
      headers,
      agent: false,
      signal: AbortSignal.timeout(options.timeoutMs ?? 10_000),
      // The name stays in the Host header and the certificate's check; the connection goes where the look-up above led.
      lookup: (_host, { all }, done) => {
        if (all) done(null, [{ address, family }])
        else done(null, address, family)
      },
    })
    request.on('error', reject)
    request.on('response', (response) => {
      let read = 0
      response.on('data', (chunk: Buffer) => {
        read += chunk.length
        if (read > longestAnswer) response.destroy()
      })
      response.on('error', () => {})
      response.on('close', () => resolve(response.statusCode ?? 0))
    })
    request.end(body)
  })
}
