import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

export type Bytes = {
  readonly bytes: Readable | Buffer
  readonly size: number
  readonly fileName: string
  readonly type: string
  /** Shown by the browser, in a box of its own without scripts; else saved. */
  readonly show: boolean
}

/** What a header may hold of a name: the plain letters, and all of it in the form of RFC 5987. */
export function dispositionOf(fileName: string, show: boolean): string {
  const base = fileName.split('/').at(-1) ?? 'file'
  const plain = base.replace(/[^\w.-]+/g, '_')
  const encoded = encodeURIComponent(base).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${show ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/**
 * Sends bytes that came from outside, or were made of such: never to be guessed another type of, and whatever they hold can run nothing and
 * reach nothing (its own styles and pictures within it excepted).
 */
export const sendBytes = (reply: FastifyReply, { bytes, size, fileName, type, show }: Bytes) =>
  reply
    .headers({
      'content-type': type,
      'content-length': size,
      'content-disposition': dispositionOf(fileName, show),
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
    })
    .send(bytes)
