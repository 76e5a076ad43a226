import { readdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { multipartEnd, multipartType, partHead } from '../make-multipart.ts'
import { makeService, type Service } from '../make-service.ts'
import { makeSubmitter, type Submitter } from '../make-submitter.ts'

const megabyte = 1024 ** 2
let service: Service
let park: Submitter
beforeAll(async () => {
  service = await makeService({ UPLOAD_MAX_MB: '8', DOSSIER_MAX_MB: '12' })
  park = await makeSubmitter(service)
  await service.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => service.close())

const leftOvers = async () =>
  (await readdir(service.dataDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name)

/** Sends a body over a socket as fast as it is taken, until it is all sent or the server has hung up; tells what was sent and answered. */
function send(headers: Record<string, string>, body: Iterable<Buffer>): Promise<{ sent: number; answer: string }> {
  return new Promise((resolve) => {
    const socket = connect((service.app.server.address() as AddressInfo).port, '127.0.0.1')
    let sent = 0
    let answer = ''
    const rest = body[Symbol.iterator]()
    const pump = () => {
      while (!socket.destroyed) {
        const { value, done } = rest.next()
        if (done) return
        sent += value.length
        if (!socket.write(value)) return void socket.once('drain', pump)
      }
    }
    socket.on('data', (chunk) => {
      answer += chunk.toString('utf8')
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve({ sent, answer }))
    const lines = Object.entries({ host: 'localhost', connection: 'close', ...park.credentials, 'content-type': multipartType, ...headers })
    socket.write(`POST ${park.url} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`, pump)
  })
}

const chunked = (bytes: Buffer) => Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
/** A film of so many bytes that nobody stores. */
function* endless(bytes: number): Generator<Buffer> {
  yield chunked(Buffer.from(`${partHead('两个吉字节.pdf')}%PDF-1.7\n`))
  const piece = chunked(Buffer.alloc(megabyte / 4, 0x20))
  for (let sent = 0; sent < bytes; sent += megabyte / 4) yield piece
  yield chunked(Buffer.from(`\r\n${multipartEnd}`))
  yield Buffer.from('0\r\n\r\n')
}

test('2 GB are refused while they stream: after the limit nothing is read, nothing is kept, and memory stays flat', async () => {
  const kept = await leftOvers()
  const before = process.memoryUsage().rss
  let peak = before
  const watching = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 20)
  const { sent, answer } = await send({ 'transfer-encoding': 'chunked' }, endless(2 * 1024 * megabyte))
  clearInterval(watching)
  expect(answer).toMatch(/^HTTP\/1.1 413 /)
  expect(answer).toContain('"code":"upload.too-large"')
  expect(answer).toMatch(/connection: close/i)
  expect(sent).toBeLessThan(64 * megabyte)
  expect((peak - before) / megabyte).toBeLessThan(100)
  expect(await park.names()).toEqual([])
  expect(await leftOvers()).toEqual(kept)
})

test('2 GB that are announced are refused before the first byte is read', async () => {
  const { answer } = await send({ 'content-length': String(2 * 1024 * megabyte) }, [])
  expect(answer).toMatch(/^HTTP\/1.1 413 /)
  expect(answer).toContain('"code":"upload.quota"')
})

test('what a dossier may hold altogether is counted over its files and requests', async () => {
  const file = (name: string) => ({ name, bytes: Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(5 * megabyte)]) })
  expect((await park.upload([file('一.pdf')])).statusCode).toBe(201)
  const more = await park.upload([file('二.pdf'), file('三.pdf')])
  expect([more.statusCode, more.json().code]).toEqual([413, 'upload.quota'])
  expect(await park.names()).toEqual(['一.pdf'])
})

test('what a park may keep in all its dossiers is limited, in bytes and in files; what it sends again counts once', async () => {
  const strict = await makeService({ ORGANISATION_MAX_FILES: '3' })
  const other = await makeSubmitter(strict)
  const files = (...names: string[]) => names.map((name) => ({ name, bytes: `%PDF-1.7 ${name}` }))
  const add = async (dossier: string, ...names: string[]) => {
    const response = await other.upload(files(...names), {}, `/api/dossiers/${dossier}/documents`)
    return [response.statusCode, response.json().code]
  }
  expect(await add(other.dossier.id, '一.pdf', '二.pdf')).toEqual([201, undefined])
  const second = await other.newDossier()
  expect(await add(second.id, '一.pdf', '二.pdf')).toEqual([413, 'upload.too-many'])
  expect(await add(second.id, '一.pdf')).toEqual([201, undefined])
  expect(await add(second.id, '三.pdf')).toEqual([201, undefined])
  expect(await add((await other.newDossier()).id, '四.pdf')).toEqual([413, 'upload.quota'])
  await strict.close()
})

test('an upload in pieces is held to the same limits when it is announced', async () => {
  const begin = async (size: number) => {
    const payload = { fileName: '大.pdf', size, sha256: 'a'.repeat(64) }
    return (await park.send({ method: 'POST', url: `/api/dossiers/${park.dossier.id}/uploads`, payload })).json().code
  }
  expect(await begin(2 * 1024 * megabyte)).toBe('upload.too-large')
  expect(await begin(8 * megabyte)).toBe('upload.quota')
})

test('a piece that is longer than announced is cut off', async () => {
  const dossier = await park.newDossier()
  const payload = { fileName: '小.pdf', size: 10, sha256: 'a'.repeat(64) }
  const begun = await park.send({ method: 'POST', url: `/api/dossiers/${dossier.id}/uploads`, payload })
  const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
  const response = await park.send({ method: 'PATCH', url: `/api/uploads/${begun.json().id}`, payload: Buffer.alloc(megabyte), headers })
  expect([response.statusCode, response.json().code]).toEqual([413, 'upload.too-large'])
})

test('a connection that breaks in the middle loses the file it was at, keeps those before, and leaves nothing behind', async () => {
  const { id, revisionId } = await park.newDossier()
  const socket = connect((service.app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => {})
  const lines = Object.entries({ host: 'localhost', ...park.credentials, 'content-type': multipartType, 'content-length': '9000000' })
  socket.write(`POST /api/dossiers/${id}/documents HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
  socket.write(`${partHead('先到.pdf')}%PDF-1.7 先到\r\n${partHead('中断.pdf')}%PDF-1.7 中断`)
  const arrived = async () => (await service.store.documents.list(revisionId)).map(({ fileName }) => fileName)
  await expect.poll(arrived).toEqual(['先到.pdf'])
  socket.destroy()
  await expect.poll(async () => (await leftOvers()).filter((name) => !/^[0-9a-f]{64}$/.test(name))).toEqual([])
  expect(await arrived()).toEqual(['先到.pdf'])
  const again = await park.upload(
    [
      { name: '先到.pdf', bytes: '%PDF-1.7 先到' },
      { name: '中断.pdf', bytes: '%PDF-1.7 中断之后' },
    ],
    {},
    `/api/dossiers/${id}/documents`,
  )
  expect(again.json().results).toMatchObject([{ outcome: 'same' }, { outcome: 'added' }])
})

test('a JSON body without end is refused', async () => {
  const response = await park.send({ method: 'POST', url: '/api/dossiers', payload: { title: 'x'.repeat(2 * megabyte) } })
  expect([response.statusCode, response.json().code]).toEqual([413, 'request.too-large'])
})
