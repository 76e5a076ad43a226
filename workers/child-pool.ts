import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Why a child gave no answer. `memory` also stands for a death without a word, which is what too little memory looks like. */
export type ChildFault = 'memory' | 'time' | 'error' | 'stopped'

export class ChildFailure extends Error {
  override readonly name = 'ChildFailure'
  readonly fault: ChildFault

  constructor(fault: ChildFault, message: string) {
    super(message)
    this.fault = fault
  }
}

/** `heapMb` bounds what JavaScript holds, `residentMb` everything, where the system tells it (Linux). */
export type ChildLimits = { readonly heapMb: number; readonly residentMb: number; readonly seconds: number }
type Reply = { readonly answer: unknown } | { readonly error: string }
type Child = { readonly process: ChildProcess; used: number }

/** A child is replaced after so many jobs, so that what a library leaks stays bounded. */
const JOBS_A_CHILD = 50

const LOOK_MS = 250
const PAGE_BYTES = 4096

/** The resident memory of a process in MB; 0 where the system does not tell. Engines in WebAssembly and C++ live outside the heap. */
function residentMb(pid: number | undefined): number {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES) / 1024 / 1024
  } catch {
    return 0
  }
}

export type ChildPool = { readonly run: (job: unknown, onStart?: () => void) => Promise<unknown>; readonly close: () => void }

/**
 * Runs the `run` of a job module in forked children, at most `size` at a time. A job that dies, overruns its time or
 * outgrows its memory rejects with a ChildFailure and takes nobody with it. close() ends all children at once.
 */
export function startChildPool(module: URL, size: number, limits: ChildLimits): ChildPool {
  const entry = new URL('./child-entry.mjs', import.meta.url)
  const idle: Child[] = []
  const busy = new Map<Child, (fault: ChildFailure) => void>()
  const waiting: (() => void)[] = []
  let running = 0
  let closed = false

  const start = (): Child => {
    const process_ = fork(entry, [module.href], {
      execArgv: [`--max-old-space-size=${limits.heapMb}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    })
    process_.on('error', () => {})
    return { process: process_, used: 0 }
  }

  const takeTurn = async () => {
    if (running < size) running += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }
  const passTurn = () => {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }

  const ask = (child: Child, job: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      const timer = setTimeout(() => fail(new ChildFailure('time', `no answer within ${limits.seconds} s`)), limits.seconds * 1000)
      const memory = setInterval(() => {
        if (residentMb(child.process.pid) > limits.residentMb) fail(new ChildFailure('memory', `more than ${limits.residentMb} MB`))
      }, LOOK_MS)
      const settle = () => {
        clearTimeout(timer)
        clearInterval(memory)
        busy.delete(child)
        child.process.removeAllListeners('message').removeAllListeners('exit')
      }
      const fail = (fault: ChildFailure) => {
        settle()
        child.process.kill('SIGKILL')
        reject(fault)
      }
      busy.set(child, fail)
      child.process.on('exit', () => fail(new ChildFailure('memory', 'the child ended without an answer')))
      child.process.on('message', (reply: Reply) => {
        settle()
        if ('error' in reply) reject(new ChildFailure('error', reply.error))
        else resolve(reply.answer)
        if (child.used < JOBS_A_CHILD && !closed) idle.push(child)
        else child.process.kill()
      })
      child.process.send({ job }, (error) => error && fail(new ChildFailure('memory', error.message)))
    })

  return {
    run: async (job, onStart = () => {}) => {
      await takeTurn()
      try {
        if (closed) throw new ChildFailure('stopped', 'the pool is closed')
        const child = idle.pop() ?? start()
        child.used += 1
        onStart()
        return await ask(child, job)
      } finally {
        passTurn()
      }
    },
    close: () => {
      closed = true
      for (const child of idle.splice(0)) child.process.kill('SIGKILL')
      for (const fail of [...busy.values()]) fail(new ChildFailure('stopped', 'the review was stopped'))
    },
  }
}
