import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { multipartType, partHead } from '../make-multipart.ts'
import { makeService, type Service } from '../make-service.ts'
import { makeSubmitter, type Submitter } from '../make-submitter.ts'

let service: Service
let park: Submitter
beforeAll(async () => {
  service = await makeService({}, () => ({ slowBody: { everyMs: 300, fewestBytes: 500 } }))
  park = await makeSubmitter(service)
  // The product waits 20 s for headers; a test does not.
  service.app.server.headersTimeout = 300
  await service.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => service.close())

/** Opens a connection, says something, then a drop every 50 ms, and tells what was answered when the server hung up. */
function drip(start: string, drop: string): Promise<string> {
  return new Promise((resolve) => {
    const socket: Socket = connect((service.app.server.address() as AddressInfo).port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString('utf8')
    })
    socket.on('error', () => {})
    socket.write(start)
    const timer = setInterval(() => socket.write(drop), 50)
    socket.on('close', () => {
      clearInterval(timer)
      resolve(answer)
    })
  })
}

const headersOf = (more: Record<string, string>) =>
  Object.entries({ host: 'localhost', ...park.credentials, ...more })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')

test('slow loris: headers that come in drops end the connection', { timeout: 20_000 }, async () => {
  expect(await drip('GET /api/dossiers HTTP/1.1\r\nhost: localhost\r\n', 'x-drop: 1\r\n')).toMatch(/^HTTP\/1.1 408 /)
})

test('slow loris: an upload that comes in drops ends the connection, and leaves no file', async () => {
  const start = `POST ${park.url} HTTP/1.1\r\n${headersOf({ 'content-type': multipartType, 'content-length': '1000000' })}\r\n${partHead('慢.pdf')}%PDF-1.7`
  expect(await drip(start, ' ')).toMatch(/^HTTP\/1.1 408 /)
  expect(await park.names()).toEqual([])
})

test('slow loris: a JSON body that comes in drops ends the connection', async () => {
  const start = `POST /api/dossiers HTTP/1.1\r\n${headersOf({ 'content-type': 'application/json', 'content-length': '1000' })}\r\n{"title":"`
  expect(await drip(start, 'x')).toMatch(/^HTTP\/1.1 408 /)
})

test('an upload that is slow but steady goes through', async () => {
  const content = `${partHead('稳.pdf')}%PDF-1.7\r\n`
  const pieces = Array.from({ length: 12 }, () => 'x'.repeat(200))
  const end = `\r\n------ecopark-test--\r\n`
  const length = String(Buffer.byteLength(content) + 2_400 + end.length)
  const answer = await new Promise<string>((resolve) => {
    const socket = connect((service.app.server.address() as AddressInfo).port, '127.0.0.1')
    socket.on('data', (chunk) => {
      resolve(chunk.toString('utf8'))
      socket.destroy()
    })
    socket.write(`POST ${park.url} HTTP/1.1\r\n${headersOf({ 'content-type': multipartType, 'content-length': length })}\r\n${content}`)
    const timer = setInterval(() => {
      const piece = pieces.pop()
      socket.write(piece ?? end)
      if (piece === undefined) clearInterval(timer)
    }, 60)
  })
  expect(answer).toMatch(/^HTTP\/1.1 201 /)
})
