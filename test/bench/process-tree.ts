import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const everyMs = 50

export type Run = { readonly seconds: number; readonly peakMb: number; readonly largestMb: number; readonly code: number | null }

type Process = { readonly pid: number; readonly parent: number }

/** Every process of this machine with its parent, from /proc. */
function processes(): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const [, parent = 0] = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.map(Number) ?? []
      return [{ pid: Number(name), parent }]
    } catch {
      return []
    }
  })
}

/** What a process takes of the machine's memory, in KiB: its own pages, and its share of those that it has in common with others (PSS). */
function takenKb(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** The memory of a process and all its descendants: together, and of the largest one, in KiB. */
function memoryOf(root: number): { all: number; largest: number } {
  const known = processes()
  const tree = new Set([root])
  for (let before = 0; before < tree.size; ) {
    before = tree.size
    for (const { pid, parent } of known) if (tree.has(parent)) tree.add(pid)
  }
  const sizes = [...tree].map(takenKb)
  return { all: sizes.reduce((sum, size) => sum + size, 0), largest: Math.max(0, ...sizes) }
}

/** Runs a command to its end: wall time, and the peak of its process tree's memory, looked at twenty times a second. */
export function measure(command: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint()
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    let [peak, largest] = [0, 0]
    const look = () => {
      const memory = memoryOf(child.pid ?? 0)
      peak = Math.max(peak, memory.all)
      largest = Math.max(largest, memory.largest)
    }
    const timer = setInterval(look, everyMs)
    look()
    child.on('error', reject)
    child.on('exit', (code) => {
      clearInterval(timer)
      resolve({ seconds: Number(process.hrtime.bigint() - start) / 1e9, peakMb: peak / 1024, largestMb: largest / 1024, code })
    })
  })
}
