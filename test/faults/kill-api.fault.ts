import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeToken } from '../api/make-token.ts'
import { type File, sample } from '../workers/queue/harness/dossiers.ts'
import { type ApiProcess, startApiProcess } from './api-process.ts'
import { expectAllAs, faultRuns, kinds, openService, type Service, undisturbed } from './service.ts'

const digest = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Someone of a park who may upload, with a token. */
async function makeSubmitter({ store, organisation }: Service): Promise<string> {
  const province = await store.organisations.create({ kind: 'province', name: '某省', parentId: organisation })
  const park = await store.organisations.create({ kind: 'park', name: '某园区', parentId: province.id })
  return makeToken(store, { organisationId: park.id, role: 'submitter', scopes: ['dossiers:read', 'dossiers:write'] })
}

const boundary = 'ecopark-fault'
const form = (files: readonly File[]) =>
  Buffer.concat([
    ...files.flatMap(({ name, bytes }) => [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n`),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ])

describe.each(kinds)('on %s', (kind) => {
  let service: Service
  let files: File[]
  let token: string
  let api: ApiProcess
  beforeAll(async () => {
    service = await openService(kind)
    files = await sample('acceptance', '报告')
    token = await makeSubmitter(service)
    api = await startApiProcess(service.environment)
  })
  afterAll(async () => {
    await api?.kill()
    await service?.close()
  })

  const call = async <T>(method: string, path: string, body?: string | Uint8Array, headers: Record<string, string> = {}): Promise<T> => {
    const answer = await fetch(`${api.address}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { body }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return JSON.parse(text) as T
  }
  const json = (value: unknown) => [JSON.stringify(value), { 'content-type': 'application/json' }] as const
  const makeDossier = async () => {
    const made = await call<{ dossier: { id: string }; revision: { id: string } }>('POST', '/dossiers', ...json({ title: '某园区' }))
    return { dossier: made.dossier.id, revision: made.revision.id }
  }
  /** Sends the first part of a request and kills the API while it waits for the rest. */
  const breakOff = async (method: string, path: string, headers: Record<string, string>, whole: Uint8Array, part: number) => {
    const sending = request(`${api.address}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-length': whole.length, ...headers },
    })
    const broken = new Promise<void>((resolve) => sending.once('error', () => resolve()))
    sending.write(whole.subarray(0, Math.floor(whole.length * part)))
    await wait(100)
    await api.kill()
    await broken
    api = await startApiProcess(service.environment)
  }
  /** What is listed as a document is whole. */
  const expectWhole = async (revision: string) => {
    const listed = await service.store.documents.list(revision)
    for (const { fileName, sha256 } of listed) {
      expect(sha256).toBe(digest(files.find(({ name }) => name === fileName)?.bytes ?? ''))
      expect(digest(await service.store.blobs.read(sha256))).toBe(sha256)
    }
    return listed.map(({ fileName }) => fileName)
  }
  const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const inOneRequest = async (part: number) => {
    const { dossier, revision } = await makeDossier()
    await breakOff('POST', `/dossiers/${dossier}/documents`, multipart, form(files), part)
    await expectWhole(revision)
    const { results } = await call<{ results: { outcome: string }[] }>('POST', `/dossiers/${dossier}/documents`, form(files), multipart)
    for (const { outcome } of results) expect(['added', 'same']).toContain(outcome)
    return revision
  }
  const inPieces = async (part: number) => {
    const { dossier, revision } = await makeDossier()
    const [large, ...others] = [...files].sort((a, b) => b.bytes.length - a.bytes.length)
    if (large === undefined) throw new Error('no file')
    await call('POST', `/dossiers/${dossier}/documents`, form(others), multipart)
    const begin = () =>
      call<{ id: string; received: number }>(
        ...(['POST', `/dossiers/${dossier}/uploads`] as const),
        ...json({ fileName: large.name, size: large.bytes.length, sha256: digest(large.bytes) }),
      )
    const piece = (offset: number) => ({ 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) })
    const { id } = await begin()
    const first = Math.floor(large.bytes.length / 4)
    await call('PATCH', `/uploads/${id}`, large.bytes.subarray(0, first), piece(0))
    await breakOff('PATCH', `/uploads/${id}`, piece(first), large.bytes.subarray(first), part)
    expect(await expectWhole(revision)).toHaveLength(others.length)
    const again = await begin()
    expect(again.id).toBe(id)
    expect(again.received).toBeGreaterThanOrEqual(first)
    await call('PATCH', `/uploads/${id}`, large.bytes.subarray(again.received), piece(again.received))
    return revision
  }

  test(`the API killed ${faultRuns} times in the middle of an upload loses no file, and what is sent again is whole`, async () => {
    await service.startWorker().ready
    const expected = await undisturbed(service, files)
    for (let run = 0; run < faultRuns; run += 1) {
      const part = 0.05 + (0.9 * run) / faultRuns
      const revision = await (run % 2 === 0 ? inOneRequest(part) : inPieces(part))
      expect(await expectWhole(revision)).toHaveLength(files.length)
      await call('POST', `/revisions/${revision}/review`)
      service.submitted.push(revision)
    }
    await expectAllAs(service, expected)
  })
})
