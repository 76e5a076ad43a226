import { ConfigError, readConfig } from './config.ts'
import { startWorkers } from './queue/start-workers.ts'
import { openStore } from './store/index.ts'

/** Runs workers until SIGTERM or SIGINT; then ends the work at hand and closes. A second signal ends at once. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const store = await openStore(config)
  const workers = await startWorkers(config, store).catch(async (error) => {
    await store.close()
    throw error
  })
  process.stdout.write('核查工作进程已启动，等待任务。\n')
  let stopping = false
  const stop = async () => {
    if (stopping) process.exit(1)
    stopping = true
    process.stdout.write('正在停止：完成手头的任务后退出。\n')
    await workers.close()
    await store.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

main().catch((error: unknown) => {
  const why = error instanceof Error ? error.message : String(error)
  process.stderr.write(error instanceof ConfigError ? `${why}\n` : `核查工作进程启动失败：${why}\n`)
  process.exit(1)
})
