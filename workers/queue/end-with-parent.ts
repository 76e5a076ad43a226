import { Worker } from 'node:worker_threads'

const everyMs = 1_000

/**
 * Ends this process when its parent is gone, even while it is busy: a worker that is killed leaves nothing behind that goes on
 * reading for hours. A busy process hears no messages, so a thread of its own looks.
 */
export function endWithParent(): void {
  const code = `const parent = ${process.ppid}
setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL') }, ${everyMs})`
  new Worker(code, { eval: true, execArgv: [], stdout: false, resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref()
}
