import pg from 'pg'
import type { Store } from '../store/store.ts'

const channel = 'ecopark_reviews'
const reconnectMs = 1_000

/** Tells every listening process that something changed in a revision. A message lost in a crash is made up for by whoever watches. */
export const announceChange = async (store: Store, revisionId: string): Promise<void> => {
  await store.pool.query('SELECT pg_notify($1, $2)', [channel, revisionId]).catch(() => undefined)
}

export type ChangeListener = {
  /** Calls back after each announced change of the revision, and once a lost connection is back; until the function returned is called. */
  readonly on: (revisionId: string, changed: () => void) => () => void
  readonly close: () => Promise<void>
}

/** Hears of changes from all processes over one connection, which is opened when first needed and reopened when lost. */
export function listenForChanges(databaseUrl: string): ChangeListener {
  const watchers = new Map<string, Set<() => void>>()
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const lose = (lost: pg.Client) => {
    if (client !== lost) return
    client = undefined
    lost.end().catch(() => undefined)
    if (!closed && watchers.size > 0) timer = setTimeout(open, reconnectMs)
  }
  const open = () => {
    clearTimeout(timer)
    if (closed || client !== undefined) return
    const opened = new pg.Client({ connectionString: databaseUrl, keepAlive: true, connectionTimeoutMillis: 10_000 })
    client = opened
    opened.on('error', () => lose(opened))
    opened.on('end', () => lose(opened))
    opened.on('notification', ({ payload }) => {
      for (const changed of watchers.get(payload ?? '') ?? []) changed()
    })
    opened
      .connect()
      .then(() => opened.query(`LISTEN ${channel}`))
      .then(() => {
        for (const set of watchers.values()) for (const changed of set) changed()
      })
      .catch(() => lose(opened))
  }
  return {
    on: (revisionId, changed) => {
      const set = watchers.get(revisionId) ?? new Set()
      watchers.set(revisionId, set.add(changed))
      open()
      return () => {
        set.delete(changed)
        if (set.size === 0 && watchers.get(revisionId) === set) watchers.delete(revisionId)
      }
    },
    close: async () => {
      closed = true
      clearTimeout(timer)
      const last = client
      client = undefined
      await last?.end().catch(() => undefined)
    },
  }
}
