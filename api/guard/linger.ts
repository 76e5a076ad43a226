import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { hasBody } from './slow-body.ts'

/** What still comes after a refusal is thrown away for so long, and so much of it. */
const longestMs = 2_000
const mostBytes = 16 * 1024 ** 2

/**
 * A refusal may be sent before the body has come to its end. Closing then at once makes the system reset the connection, and the sender
 * sees the reset instead of the sentence that says why. So the connection is half closed, and what comes is thrown away for a moment.
 */
export function lingerAfterRefusal(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const { raw } = request
    if (reply.statusCode >= 400 && hasBody(raw) && !raw.readableEnded) closeSlowly(raw)
    done(null, payload)
  })
}

/** Node ends the connection of a last answer by this method of its socket. */
function closeSlowly(raw: IncomingMessage): void {
  const { socket } = raw
  socket.destroySoon = () => {
    socket.end()
    const before = socket.bytesRead
    const stop = () => {
      clearTimeout(late)
      socket.destroy()
    }
    const late = setTimeout(stop, longestMs)
    raw.unpipe()
    raw.on('data', () => socket.bytesRead - before > mostBytes && stop())
    raw.once('end', stop)
    raw.once('close', () => clearTimeout(late))
    raw.resume()
  }
}
