import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type File, sample } from '../workers/queue/harness/dossiers.ts'
import { until } from '../workers/queue/harness/until.ts'
import { type ApiProcess, startApiProcess } from './api-process.ts'
import { expectAllAs, faultRuns, kinds, openService, type Service, undisturbed } from './service.ts'

const faults = kinds.flatMap((kind) =>
  (kind === 'redis' ? (['redis', 'postgres'] as const) : (['postgres'] as const)).map((server) => ({ kind, server })),
)

describe.each(faults)('with the queue on $kind', ({ kind, server: name }) => {
  let service: Service
  let api: ApiProcess
  let files: File[]
  beforeAll(async () => {
    service = await openService(kind)
    api = await startApiProcess(service.environment)
    files = await sample('acceptance', '年度')
  })
  afterAll(async () => {
    await api?.kill()
    await service?.close()
  })

  const isReady = () => fetch(`${api.address}/ready`).then(({ status }) => status)

  test(`${name} stopped or killed ${faultRuns} times under load costs nothing but time`, async () => {
    const workers = [service.startWorker(), service.startWorker()]
    await Promise.all(workers.map(({ ready }) => ready))
    const expected = await undisturbed(service, files)
    const server = name === 'redis' ? service.servers.redis : service.servers.postgres
    for (let run = 0; run < faultRuns; run += 1) {
      await service.busy(files, 4)
      await (run % 2 === 0 ? server?.stop() : server?.kill())
      await wait(100 + 50 * (run % 10))
      if (run % 5 === 0) expect(await isReady()).toBe(503)
      await server?.start()
    }
    await expectAllAs(service, expected)
    // The processes of the beginning have lived through it all.
    await until('the API', async () => (await isReady()) === 200)
    for (const worker of workers) expect(await Promise.race([worker.ended, 'running'])).toBe('running')
  })
})
