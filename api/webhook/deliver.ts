import type { Store } from '../../workers/store/store.ts'
import { StoreError } from '../../workers/store/store-error.ts'
import { Problem } from '../problem.ts'
import { type SendOptions, send } from './send.ts'

const minute = 60_000
/** Waits before each further attempt: a receiver may be away for a night and a morning. */
const waits = [1, 5, 30, 120, 360, 720].map((minutes) => minutes * minute)
const atOnce = 10
const leaseSeconds = 60
const everyMs = 5_000

type Due = Awaited<ReturnType<Store['webhooks']['claimDue']>>[number]

async function attempt({ webhooks }: Pick<Store, 'webhooks'>, { delivery, webhook }: Due, options: SendOptions): Promise<void> {
  const { id, event, payload: body, attempts } = delivery
  const status = await send({ id, event, body, url: webhook.url, secret: webhook.secret }, options).catch((error: unknown) => error)
  if (typeof status === 'number' && status >= 200 && status < 300)
    return webhooks.settle(id, { status: 'delivered', responseStatus: status })
  const responseStatus = typeof status === 'number' ? status : null
  const error =
    status instanceof Problem
      ? (status.detail ?? status.message)
      : responseStatus === null
        ? '连接失败或超时'
        : `对方答复 ${responseStatus}`
  // `attempts` counts this one where the store counts at the claim; either way the waits come to an end.
  const wait = waits[Math.max(0, attempts - 1)]
  if (wait === undefined) return webhooks.settle(id, { status: 'failed', responseStatus, error })
  return webhooks.settle(id, { status: 'pending', nextAttemptAt: new Date(options.now().getTime() + wait), responseStatus, error })
}

/** Sends what is due now, and tells how much that was. Several processes may do so at once: each delivery is leased to one. */
export async function deliverDue(store: Pick<Store, 'webhooks'>, options: SendOptions): Promise<number> {
  const due = await store.webhooks.claimDue(atOnce, leaseSeconds)
  await Promise.all(due.map((one) => attempt(store, one, options)))
  return due.length
}

/** Sends deliveries as they fall due, until stopped. A store that cannot be reached is asked again later. */
export function startDelivering(
  store: Pick<Store, 'webhooks'>,
  options: SendOptions,
  warn: (error: unknown) => void,
): { stop: () => Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  const round = async () => {
    try {
      while (!stopped && (await deliverDue(store, options)) === atOnce);
    } catch (error) {
      if (!(error instanceof StoreError)) warn(error)
    }
    if (!stopped) timer = setTimeout(next, everyMs)
  }
  const next = () => {
    running = round()
  }
  timer = setTimeout(next, everyMs)
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
