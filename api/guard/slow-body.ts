import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'

export type SlowLimits = { readonly everyMs: number; readonly fewestBytes: number }
/** A line of 8 kbit/s passes; who sends less holds a connection and gives nothing. */
const usual: SlowLimits = { everyMs: 10_000, fewestBytes: 10_000 }

export const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
/** Bytes that have arrived and wait for us: then the sender is not to blame. */
const areWaiting = (raw: IncomingMessage) => raw.readableLength > 0 || raw.socket.readableLength > 0 || raw.isPaused()

/**
 * Ends requests whose body comes in drops. Headers that come in drops are ended by Node itself (`headersTimeout`), silent
 * connections by `connectionTimeout`. A body whose reading waits for our own disk is left alone.
 */
export function refuseSlowBodies(app: FastifyInstance, { everyMs, fewestBytes }: SlowLimits = usual): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { raw } = request
    if (!hasBody(raw)) return done()
    let before = raw.socket.bytesRead
    const timer = setInterval(() => {
      const now = raw.socket.bytesRead
      if (now - before < fewestBytes && !areWaiting(raw)) cut(raw)
      before = now
    }, everyMs)
    const stop = () => clearInterval(timer)
    raw.once('end', stop)
    raw.once('close', stop)
    done()
  })
}

function cut({ socket, destroyed }: IncomingMessage): void {
  if (destroyed || socket.destroyed) return
  socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () => socket.destroy())
}
