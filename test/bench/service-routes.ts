/** Part of `npm run bench:service`: how long the list and finding routes take to answer at 10,000 dossiers with 1 million facts. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../workers/store/index.ts'
import { startProcess } from '../api/start-process.ts'
import { freePort } from '../workers/queue/harness/free-port.ts'
import { fillStore } from './service-routes/fill.ts'
import { makeQuestions, type Question } from './service-routes/questions.ts'

const size = { dossiers: Number(process.env['BENCH_STORED'] ?? 10_000), factsEach: 100, findingsEach: 10 }
const goalMs = 50
const rounds = 200
/** Requests at the same time, as of several reviewers. */
const together = 4

const say = (line: string) => process.stdout.write(`${line}\n`)
const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN

/** Asks again and again, several at a time; gives each whole answer's milliseconds, sorted. */
async function time(address: string, { name, next }: Question): Promise<number[]> {
  const ask = async () => {
    const { token, path } = next()
    const answer = await fetch(`${address}${path}`, { headers: { authorization: `Bearer ${token}` } })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${text}`)
  }
  const taken: number[] = []
  const one = async () => {
    while (taken.length < rounds) {
      const started = performance.now()
      await ask()
      taken.push(performance.now() - started)
    }
  }
  await ask()
  await Promise.all(Array.from({ length: together }, one))
  return taken.sort((a, b) => a - b)
}

const dataDir = await mkdtemp(join(tmpdir(), 'bench-routes-'))
const store = await openStore({ dataDir, databaseUrl: null, s3: null })
const closers = [() => rm(dataDir, { recursive: true, force: true }), () => store.close()]
try {
  const started = performance.now()
  await fillStore(store.pool, size)
  const { rows } = await store.pool.query<{ megabytes: string; facts: string; findings: string }>(
    `select (pg_database_size(current_database()) / 1048576)::text as megabytes,
       (select count(*) from facts)::text as facts, (select count(*) from findings)::text as findings`,
  )
  const [held] = rows
  say(
    `${size.dossiers} dossiers, ${held?.facts} facts, ${held?.findings} findings: ${held?.megabytes} MB, filled in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  )
  const environment = { DATA_DIR: dataDir, PORT: String(await freePort()), RATE_PER_MINUTE: '1000000' }
  const api = await startProcess('api/main.ts', environment)
  closers.push(async () => void (await api.stop()))
  say(`${rounds} times each, ${together} at a time; milliseconds`)
  say(`${''.padEnd(42)}${'p50'.padStart(8)}${'p95'.padStart(8)}${'max'.padStart(8)}`)
  let worst = 0
  for (const question of await makeQuestions(store)) {
    const taken = await time(api.at, question)
    const [p50, p95, max] = [at(taken, 0.5), at(taken, 0.95), at(taken, 1)]
    worst = Math.max(worst, p95)
    const cells = [p50, p95, max].map((ms) => ms.toFixed(1).padStart(8)).join('')
    say(`${question.name.padEnd(42)}${cells}${p95 < goalMs ? '' : '  MISSED'}`)
  }
  say(`worst p95 ${worst.toFixed(1)} ms: goal < ${goalMs} ms ${worst < goalMs ? 'met' : 'MISSED'}`)
  if (worst >= goalMs) process.exitCode = 1
} finally {
  for (const close of closers.reverse()) await close()
}
