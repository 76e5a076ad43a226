import { createPool, JobError, type Pool, type PoolOptions } from '../parse-pool.ts'

export type ChildSetup = Pick<PoolOptions, 'module' | 'memoryMb' | 'timeoutMs' | 'answer'>
export type Answer = NonNullable<PoolOptions['answer']>

/** The work was called off, or the worker is closing: nothing is known of the document. */
export class CalledOff extends Error {
  override readonly name = 'CalledOff'
}

export type ChildSlots<Job, Result> = {
  /**
   * Runs a job in a child; rejects with a JobError for the job's own fault, with CalledOff where `signal` or `close` ended it.
   * What the child asks meanwhile is answered by `answer`, else as the setup says.
   */
  readonly run: (job: Job, signal: AbortSignal, answer?: Answer) => Promise<Result>
  readonly close: () => Promise<void>
}

type Slot<Job, Result> = Pool<Job, Result> & { answer: Answer }

const nobody: Answer = () => Promise.reject(new Error('nobody answers'))

/** Children, one to a slot, so that one job can be ended without touching the others. Each is reused until then. */
export function openChildSlots<Job, Result>(setup: ChildSetup, size: number): ChildSlots<Job, Result> {
  const usual = setup.answer ?? nobody
  const open = (): Slot<Job, Result> => {
    const slot: Slot<Job, Result> = {
      ...createPool<Job, Result>({ ...setup, size: 1, answer: (question) => slot.answer(question) }),
      answer: usual,
    }
    return slot
  }
  const idle = Array.from({ length: size }, open)
  const all = new Set(idle)
  let closed = false
  return {
    run: async (job, signal, answer = usual) => {
      const child = idle.pop()
      if (closed || signal.aborted) throw new CalledOff('called off')
      if (child === undefined) throw new Error('more jobs than children')
      child.answer = answer
      const end = () => {
        all.delete(child)
        void child.close()
      }
      signal.addEventListener('abort', end, { once: true })
      try {
        return await child.run(job)
      } catch (error) {
        if (closed || signal.aborted) throw new CalledOff('called off')
        throw error instanceof JobError ? error : new JobError('crash', String(error))
      } finally {
        signal.removeEventListener('abort', end)
        const next = signal.aborted ? open() : child
        all.add(next)
        idle.push(next)
      }
    },
    close: async () => {
      closed = true
      await Promise.all([...all].map((child) => child.close()))
    },
  }
}
