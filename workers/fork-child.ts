import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { env as environment } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { jobModule, runsSource } from './job-module.ts'

const entry = fileURLToPath(jobModule('parse-pool-child'))
/** A short young generation and one collector; and of the system's allocator (glibc) one arena, whose free end goes back. Elsewhere these say nothing. */
const leanFlags = ['--max-semi-space-size=2', '--single-threaded-gc', '--v8-pool-size=1']
const leanMemory = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '4194304', MALLOC_MMAP_THRESHOLD_: '4194304' }

/** TypeScript needs a loader in the child, too; resolved here, so that children start the same way from any working folder. */
const loader = () => (runsSource ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [])

/** A new child of the pool that runs the jobs of this module. `lean`: see PoolOptions. */
export function forkChild({ module, memoryMb, lean }: { module: URL; memoryMb: number; lean: boolean }): ChildProcess {
  const execArgv = [`--max-old-space-size=${memoryMb}`, ...(lean ? leanFlags : []), ...loader()]
  const env = lean ? { ...environment, ...leanMemory } : environment
  return fork(entry, [module.href], { execArgv, env, serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
}

const pageBytes = 4096

/** Memory outside the JavaScript heap (buffers, WebAssembly) has no limit of its own. Only Linux tells a process's size cheaply. */
export function findResidentBytes(pid: number | undefined): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes
  } catch {
    return undefined
  }
}
