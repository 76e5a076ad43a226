import { ref, shallowRef } from 'vue'
import { RequestError, request } from '../client/http.ts'
import type { Disposition, DispositionVerdict, StoredFinding } from '../client/types.ts'
import { saveState } from '../frame/save-state.ts'
import { me } from '../session/session.ts'

export type Decision = { readonly verdict: DispositionVerdict; readonly comment: string } | null
export type Conflict = { readonly found: StoredFinding; readonly yours: Decision; readonly current: Disposition | null }

type Waiting = { readonly id: string; readonly decision: Decision }
const retryMs = 4_000

/**
 * Decisions show at once and are sent in order, each naming the version that it was made on. Without network they wait and are sent later;
 * where a colleague was first, both versions are told and nothing is overwritten.
 */
export function useDecisions(find: (id: string) => StoredFinding | undefined, show: (id: string, disposition: Disposition | null) => void) {
  const conflict = shallowRef<Conflict>()
  const problem = shallowRef<unknown>()
  const undone = ref<{ id: string; before: Decision }[][]>([])
  /** What the server holds, by finding: the list may be ahead of it. */
  const known = new Map<string, Disposition | null>()
  /** The version of each finding's answer; it goes on counting where an answer is taken back. */
  const versions = new Map<string, number>()
  const waiting: Waiting[] = []
  let busy = false

  const stored = (id: string): Disposition | null => known.get(id) ?? find(id)?.disposition ?? null
  const heldOf = (id: string) => (known.has(id) ? (known.get(id) ?? null) : stored(id))

  const send = async ({ id, decision }: Waiting) => {
    const headers = { 'if-match': `"${versions.get(id) ?? 0}"` }
    const path = `/findings/${id}/disposition`
    if (decision === null) {
      const { version } = await request<{ version: number }>('DELETE', path, { headers })
      versions.set(id, version)
      known.set(id, null)
      return
    }
    const disposition = await request<Disposition>('PUT', path, { headers, body: decision })
    versions.set(id, disposition.version)
    known.set(id, disposition)
  }

  const onConflict = ({ id, decision }: Waiting, error: RequestError) => {
    const current = (error.members['current'] ?? null) as Disposition | null
    versions.set(id, Number(error.members['version'] ?? current?.version ?? 0))
    const found = find(id)
    known.set(id, current)
    show(id, current)
    if (found !== undefined) conflict.value = { found, yours: decision, current }
  }

  const run = async () => {
    if (busy) return
    busy = true
    let saved = false
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      saveState.value = { kind: 'saving' }
      try {
        await send(next)
        saved = true
      } catch (error) {
        if (error instanceof RequestError && error.code === 'offline') {
          saveState.value = { kind: 'queued', count: waiting.length }
          setTimeout(() => void run(), retryMs)
          busy = false
          return
        }
        if (error instanceof RequestError && error.status === 409) onConflict(next, error)
        else {
          problem.value = error
          show(next.id, heldOf(next.id))
        }
      }
      waiting.shift()
    }
    saveState.value = saved ? { kind: 'saved', at: new Date() } : { kind: 'none' }
    busy = false
  }

  const put = (id: string, decision: Decision) => {
    if (!known.has(id)) known.set(id, find(id)?.disposition ?? null)
    if (!versions.has(id)) versions.set(id, find(id)?.version ?? 0)
    const version = (versions.get(id) ?? 0) + 1
    show(
      id,
      decision === null
        ? null
        : { ...decision, version, decidedBy: me.value?.user.id ?? null, decidedAt: new Date().toISOString(), carriedFrom: null },
    )
    waiting.push({ id, decision })
  }
  const before = (id: string): Decision => {
    const disposition = find(id)?.disposition
    return disposition ? { verdict: disposition.verdict, comment: disposition.comment } : null
  }

  /** Decides findings alike; one undo takes them all back. */
  const decide = (ids: readonly string[], decision: Decision) => {
    problem.value = undefined
    undone.value.push(ids.map((id) => ({ id, before: before(id) })))
    for (const id of ids) put(id, decision)
    void run()
  }
  /** Takes the last decision back; gives the finding to look at again. */
  const undo = (): string | undefined => {
    const last = undone.value.pop()
    if (last === undefined) return undefined
    for (const { id, before: former } of last) put(id, former)
    void run()
    return last[0]?.id
  }
  const settle = (mine: boolean) => {
    const { found, yours } = conflict.value ?? {}
    conflict.value = undefined
    if (mine && found !== undefined && yours !== undefined) decide([found.id], yours)
  }
  window.addEventListener('online', () => void run())
  return { decide, undo, undone, conflict, settle, problem, isWaiting: () => waiting.length > 0 }
}
