import type { AddressInfo } from 'node:net'
import { ConfigError, readConfig } from '../workers/config.ts'
import { createReviewQueue } from '../workers/queue.ts'
import { createRechecker } from '../workers/recheck.ts'
import { createRenderer } from '../workers/render.ts'
import { openStore } from '../workers/store/index.ts'
import { buildApp } from './app.ts'
import { readSettings, SettingError } from './settings.ts'
import { makeFirstAdministrator } from './sign-in/first-administrator.ts'
import { findPages } from './ui/build.mjs'
import { startDelivering } from './webhook/deliver.ts'

const sweepEveryMs = 3_600_000
/** What still runs by then is cut off. */
const patienceMs = 20_000
const noPages = (error: unknown) => process.stderr.write(`页面没有生成，只提供接口：${String(error)}\n`)
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Closes in the order given, each although another failed. */
const closer = (parts: readonly (() => Promise<unknown>)[]) => async () => {
  for (const close of parts) await close().catch((error: unknown) => process.stderr.write(`关闭时出错：${String(error)}\n`))
}

/** Opens everything the API leans on and listens; gives what closes it all again. */
async function start(): Promise<() => Promise<void>> {
  const config = readConfig(process.env)
  const settings = readSettings(process.env)
  const building = findPages(noPages)
  const store = await openStore(config)
  const parts: (() => Promise<unknown>)[] = [() => store.close()]
  try {
    const queue = await createReviewQueue({ redisUrl: config.redisUrl }, store)
    parts.unshift(() => queue.close())
    const renderer = createRenderer(store, config)
    parts.unshift(() => renderer.close())
    const rechecker = createRechecker(store)
    parts.unshift(() => rechecker.close())
    const app = await buildApp({ store, queue, renderer, rechecker, config, settings, pages: await building })
    parts.unshift(() => app.close())
    const options = { allowPrivate: config.webhooksAllowPrivate, now: () => new Date() }
    const deliveries = startDelivering(store, options, (error) => app.log.error({ err: error }, 'webhook delivery failed'))
    parts.unshift(() => deliveries.stop())
    const sweeping = setInterval(() => void sweep(store), sweepEveryMs)
    parts.unshift(async () => clearInterval(sweeping))
    const first = await makeFirstAdministrator(store)
    await app.listen({ port: config.port, host: config.host })
    renderer.warm()
    const { port } = app.server.address() as AddressInfo
    say(`园核已启动：${config.publicUrl ?? `http://${config.host}:${port}`}`)
    if (first !== undefined)
      say(`首次启动：请以账号 ${first.login}、一次性密码 ${first.oneTimePassword} 登录并修改密码（此密码只显示这一次）。`)
    process.send?.({ ready: true, port })
    return closer(parts)
  } catch (error) {
    await closer(parts)()
    throw error
  }
}

const sweep = (store: Awaited<ReturnType<typeof openStore>>) =>
  Promise.all([store.sweep(), store.sessions.deleteExpired()]).catch((error: unknown) => {
    process.stderr.write(`清理过期数据时出错：${String(error)}\n`)
  })

let stopping = false
const opened = start()
const stop = async () => {
  if (stopping) process.exit(1)
  stopping = true
  setTimeout(() => process.exit(1), patienceMs).unref()
  const close = await opened.catch(() => undefined)
  await close?.()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)

opened.catch((error: unknown) => {
  const why = error instanceof Error ? error.message : String(error)
  const known = error instanceof ConfigError || error instanceof SettingError
  process.stderr.write(known ? `${why}\n` : `园核启动失败：${why}\n`)
  process.exit(1)
})
