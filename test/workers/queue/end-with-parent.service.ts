import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { until } from './harness/until.ts'

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

type Process = { pid: number; parent: number; cpuTicks: number }

/** The processes of this machine, as Linux tells of them. */
async function processes(): Promise<Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')))
  return stats.flatMap((stat) => {
    const [, pid, rest] = /^(\d+) \(.*\) (.*)$/s.exec(stat) ?? []
    const fields = rest?.split(' ') ?? []
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(fields[1]), cpuTicks: Number(fields[11]) }]
  })
}

test.runIf(process.platform === 'linux')('a child that hangs does not outlive a worker that is killed', async () => {
  const script = fileURLToPath(new URL('./harness/hanging-parent.ts', import.meta.url))
  const parent = spawn(process.execPath, ['--import', loader, script], { stdio: 'ignore' })
  const hanging = await until('a child at full speed', async () => {
    const children = (await processes()).filter((one) => one.parent === parent.pid)
    return children.find(({ cpuTicks }) => cpuTicks > 300)
  })
  parent.kill('SIGKILL')
  await until('the end of the child', async () => !(await processes()).some(({ pid }) => pid === hanging.pid), 8_000)
  expect(parent.killed).toBe(true)
})
