/** Part of `npm run bench:service`: small dossiers uploaded over HTTP and reviewed by one worker, then by two; and what memory the API holds. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, makeClient, makePark } from '../api/http-client.ts'
import { startProcess } from '../api/start-process.ts'
import { type File, sample } from '../workers/queue/harness/dossiers.ts'
import { freePort } from '../workers/queue/harness/free-port.ts'

const dossiers = Number(process.env['BENCH_DOSSIERS'] ?? 200)
const goals = { ratio: 1.8, growthMb: 60 }
const password = '只用于测速的密码 2026'
/** Requests at the same time. */
const together = 4

const say = (line: string) => process.stdout.write(`${line}\n`)
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const seconds = (since: number) => (performance.now() - since) / 1000

/** Does `work` for each number below `count`, several at a time. */
async function each(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0
  const one = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: together }, one))
}

const residentMb = (pid: number | undefined) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

async function upload({ ask }: Client, park: string, files: readonly File[]): Promise<string> {
  const made = await ask<{ dossier: { id: string }; revision: { id: string } }>('POST', '/api/dossiers', {
    title: '测速',
    organisationId: park,
  })
  const form = new FormData()
  for (const { name, bytes } of files) form.append('files', new Blob([new Uint8Array(bytes)]), name)
  await ask('POST', `/api/dossiers/${made.dossier.id}/documents`, form)
  return made.revision.id
}

/**
 * Workers of one document at a time, ready to work, each with its children on a core of its own (`taskset`), as on a machine of its own:
 * one alone would otherwise read on one core and review on the other.
 */
async function startWorkers(count: number, environment: Readonly<Record<string, string>>): Promise<ChildProcess[]> {
  const start = (core: number) =>
    new Promise<ChildProcess>((resolve, reject) => {
      const env = { ...process.env, ...environment, WORKER_CONCURRENCY: '1' }
      const command = ['-c', String(core), process.execPath, '--import', 'tsx', 'workers/main.ts']
      const worker = spawn('taskset', command, { env, stdio: ['ignore', 'pipe', 'inherit'] })
      worker.once('error', reject)
      worker.stdout.once('data', () => resolve(worker))
    })
  return Promise.all(Array.from({ length: count }, (_, index) => start(index)))
}

const stop = (worker: ChildProcess) =>
  new Promise<void>((resolve) => {
    worker.once('exit', () => resolve())
    worker.kill('SIGTERM')
  })

/** Whether a review is over; throws where it failed. */
async function isReviewed({ ask }: Client, revision: string): Promise<boolean> {
  const { stage, problem } = await ask<{ stage: string; problem: string | null }>('GET', `/api/revisions/${revision}/progress`)
  if (stage === 'failed' || stage === 'cancelled') throw new Error(`${revision}: ${stage} ${problem ?? ''}`)
  return stage === 'reviewed'
}

/** Uploads, submits and waits; gives reviews per second, from the first submission to the last report. */
async function run(client: Client, park: string, files: readonly File[], count: number): Promise<number> {
  const revisions: string[] = []
  const uploading = performance.now()
  await each(count, async () => void revisions.push(await upload(client, park, files)))
  say(`  uploaded ${count} in ${seconds(uploading).toFixed(1)} s: ${(count / seconds(uploading)).toFixed(1)} a second`)
  const started = performance.now()
  await each(count, async (index) => void (await client.ask('POST', `/api/revisions/${revisions[index]}/review`)))
  for (const revision of revisions) while (!(await isReviewed(client, revision))) await sleep(200)
  const rate = count / seconds(started)
  say(`  reviewed ${count} in ${seconds(started).toFixed(1)} s: ${rate.toFixed(2)} a second`)
  return rate
}

const dataDir = await mkdtemp(join(tmpdir(), 'bench-load-'))
const environment = { DATA_DIR: dataDir, PORT: String(await freePort()), RATE_PER_MINUTE: '1000000', LOGINS_PER_MINUTE: '1000' }
const api = await startProcess('api/main.ts', environment)
try {
  const files = [...(await sample('acceptance', '2020')), ...(await sample('acceptance', 'pdf'))]
  const client = makeClient(api.at)
  const [, oneTime = ''] = /一次性密码 (\S+) 登录/.exec(api.output()) ?? []
  await client.signIn('admin', oneTime)
  await client.changePassword(oneTime, password)
  const { id: park } = await makePark(client)
  say(`${dossiers} dossiers of ${files.length} documents, ${availableParallelism()} cores; API answers after ${api.seconds.toFixed(1)} s`)

  const rates: number[] = []
  let settled = 0
  for (const count of [1, 2]) {
    const workers = await startWorkers(count, environment)
    say(`${count} worker${count > 1 ? 's' : ''}:`)
    // Children start and code warms up outside the measure.
    await run(client, park, files, 6)
    settled ||= residentMb(api.process.pid)
    rates.push(await run(client, park, files, dossiers))
    say(`  API holds ${residentMb(api.process.pid).toFixed(0)} MB`)
    await Promise.all(workers.map(stop))
  }
  const [one = Number.NaN, two = Number.NaN] = rates
  const growth = residentMb(api.process.pid) - settled
  say(
    `throughput with two workers ${(two / one).toFixed(2)} × that with one: goal ≥ ${goals.ratio} ${two / one >= goals.ratio ? 'met' : 'MISSED'}`,
  )
  say(
    `API memory ${settled.toFixed(0)} MB after the warm-up, ${growth.toFixed(0)} MB more at the end: goal < ${goals.growthMb} ${growth < goals.growthMb ? 'met' : 'MISSED'}`,
  )
  if (two / one < goals.ratio || growth >= goals.growthMb) process.exitCode = 1
} finally {
  await api.stop()
  await rm(dataDir, { recursive: true, force: true })
}
