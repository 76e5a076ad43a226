import type { ChildProcess } from 'node:child_process'
import { cpus } from 'node:os'
import { findResidentBytes, forkChild } from './fork-child.ts'

/** What parent and child say to each other. */
export type PoolRequest = { job: unknown } | { answer: number; result: unknown } | { answer: number; fault: string }
export type PoolReply =
  | { ask: number; question: unknown }
  | { ready: true }
  | { progress: unknown }
  | { result: unknown }
  | { fault: { name: string; message: string } }

/** Why a job gave no result: the child ran out of time or memory, died of something else, or the job itself threw. */
export class JobError extends Error {
  readonly reason: 'timeout' | 'memory' | 'crash' | 'fault'

  constructor(reason: JobError['reason'], message: string) {
    super(message)
    this.name = 'JobError'
    this.reason = reason
  }
}

export type PoolOptions = {
  /** A module that exports `run(job, report)`. */
  module: URL
  /** How many children run at once. */
  size: number
  timeoutMs: number
  /** The JavaScript heap of a child; what it holds beside the heap may be as much again. */
  memoryMb: number
  /** Gives memory back at once, for a twentieth more processor time: for children that live long and work on large pictures. */
  lean?: boolean
  /** Answers what a child asks for while it works (a page to be recognised elsewhere). Its own time stands still meanwhile. */
  answer?: (question: unknown) => Promise<unknown>
}
export type Pool<Job, Result> = {
  run: (job: Job, onProgress?: (progress: unknown) => void) => Promise<Result>
  /** Starts a child before there is work, where none runs. */
  warm: () => void
  close: () => Promise<void>
}

type Waiting = {
  job: unknown
  onProgress: ((progress: unknown) => void) | undefined
  resolve: (result: never) => void
  reject: (error: Error) => void
}
/** `since`: when its present work began, be it starting up or a job. */
type Child = {
  process: ChildProcess
  busy: Waiting | null
  timer: NodeJS.Timeout | null
  stopped: JobError['reason'] | null
  errors: string
  ready: boolean
  since: number
  asked: number
}

/** Children beyond this gain nothing: each holds a whole document. */
const mostChildren = 4
/** How often the memory of a busy child is looked at. */
const watchEveryMs = 100
/** Starting takes a second; on a machine out of breath much longer. A job's own time begins after it. */
const startMs = 60_000
/** A child that ignores the end of its work is killed after this. */
const graceMs = 2_000
/** How long the last words of a dead child are waited for. */
const lastWordsMs = 300

/** How many children suit so many files: no more than cores, two to four. */
export const poolSize = (files: number): number => Math.max(1, Math.min(files, Math.max(2, cpus().length), mostChildren))

const faults: Record<JobError['reason'], string> = {
  timeout: '读取超时，已中止。文件可能过大或已损坏，请拆分或另存后再提交。',
  memory: '读取所需内存过大，已中止。请拆分文件或压缩图片后再提交。',
  crash: '读取过程异常中止。文件可能已损坏，请用原软件打开并另存后再提交。',
  fault: '读取失败。',
}

/** Whether a child died of its memory: V8 aborts and says so, or the system killed it. */
const isOutOfMemory = ({ errors }: Child, signal: NodeJS.Signals | null) =>
  /heap out of memory|allocation failed|Array buffer allocation/i.test(errors) || signal === 'SIGKILL'

/**
 * Runs jobs in forked children with a memory and a time limit. A child that hangs, dies or throws costs its own job only,
 * which rejects with a JobError; the next job gets a fresh child. Children are reused between jobs.
 */
export function createPool<Job, Result>({ module, size, timeoutMs, memoryMb, lean = false, answer }: PoolOptions): Pool<Job, Result> {
  const children = new Set<Child>()
  const queue: Waiting[] = []
  let closed = false
  let emptied: (() => void) | undefined

  const settle = (child: Child) => {
    const { busy } = child
    if (child.timer) clearInterval(child.timer)
    child.busy = null
    child.timer = null
    return busy
  }

  const stop = (child: Child, reason: JobError['reason']) => {
    child.stopped ??= reason
    child.process.kill('SIGKILL')
  }

  const send = (child: Child, request: PoolRequest, failed: () => void = () => {}) => {
    if (child.process.connected) child.process.send(request, (error) => error && failed())
    else failed()
  }

  /** While a child waits for an answer, its time stands still; its memory is watched all the same. */
  const answerTo = async (child: Child, id: number, question: unknown) => {
    const began = performance.now()
    child.asked++
    const told: PoolRequest = await (answer ?? (() => Promise.reject(new Error('nobody answers'))))(question).then(
      (result) => ({ answer: id, result }),
      (error) => ({ answer: id, fault: error instanceof Error ? error.message : String(error) }),
    )
    child.asked--
    child.since = child.asked === 0 ? performance.now() : Math.max(child.since, began)
    send(child, told)
  }

  const receive = (child: Child, reply: PoolReply) => {
    if ('ready' in reply) {
      child.ready = true
      child.since = performance.now()
      return
    }
    if ('ask' in reply) return void answerTo(child, reply.ask, reply.question)
    if ('progress' in reply) return child.busy?.onProgress?.(reply.progress)
    const job = settle(child)
    if ('result' in reply) job?.resolve(reply.result as never)
    else job?.reject(new JobError('fault', reply.fault.message || faults.fault))
    dispatch()
  }

  const bury = (child: Child, signal: NodeJS.Signals | null) => {
    if (!children.has(child)) return
    const reason = child.stopped ?? (isOutOfMemory(child, signal) ? 'memory' : 'crash')
    children.delete(child)
    settle(child)?.reject(new JobError(reason, faults[reason]))
    dispatch()
    if (children.size === 0) emptied?.()
  }

  const start = (): Child => {
    const process = forkChild({ module, memoryMb, lean })
    const child: Child = { process, busy: null, timer: null, stopped: null, errors: '', ready: false, since: 0, asked: 0 }
    process.stderr?.on('data', (chunk: Buffer) => {
      child.errors = (child.errors + chunk.toString('utf8')).slice(-8_000)
    })
    process.on('message', (reply) => receive(child, reply as PoolReply))
    process.on('error', () => stop(child, 'crash'))
    // 'close' would tell more simply, but Node never emits it on a child whose channel the parent itself closed.
    process.once('exit', (_code, signal) => {
      const end = () => {
        clearTimeout(late)
        bury(child, signal)
      }
      // What it last wrote tells why it died. A grandchild may hold the pipe open for ever, so its end is not waited for long.
      const late = setTimeout(end, lastWordsMs)
      if (process.stderr?.closed) end()
      else process.stderr?.once('close', end)
    })
    children.add(child)
    return child
  }

  const watch = (child: Child) => {
    child.since = performance.now()
    child.timer = setInterval(
      () => {
        if (child.asked === 0 && performance.now() - child.since > (child.ready ? timeoutMs : startMs)) stop(child, 'timeout')
        else if ((findResidentBytes(child.process.pid) ?? 0) > 2 * memoryMb * 1024 * 1024) stop(child, 'memory')
      },
      Math.min(watchEveryMs, timeoutMs),
    )
  }

  const findFree = () => [...children].find((child) => !child.busy && !child.stopped && child.process.connected)

  function dispatch() {
    while (queue.length > 0 && !closed) {
      const child = findFree() ?? (children.size < size ? start() : undefined)
      if (!child) return
      const job = queue.shift()
      if (!job) return
      child.busy = job
      watch(child)
      const request: PoolRequest = { job: job.job }
      send(child, request, () => {
        if (child.busy === job) stop(child, 'crash')
      })
    }
  }

  return {
    run: (job, onProgress) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new JobError('crash', faults.crash))
        queue.push({ job, onProgress, resolve, reject })
        dispatch()
      }),
    warm: () => {
      if (!closed && children.size === 0) start()
    },
    close: async () => {
      closed = true
      for (const { reject } of queue.splice(0)) reject(new JobError('crash', faults.crash))
      if (children.size === 0) return
      const ended = new Promise<void>((resolve) => {
        emptied = resolve
      })
      for (const { process } of children) if (process.connected) process.disconnect()
      const late = setTimeout(() => {
        for (const child of children) stop(child, 'crash')
      }, graceMs)
      await ended
      clearTimeout(late)
    },
  }
}
