import { onBeforeUnmount, type ShallowRef, shallowRef, watch } from 'vue'
import type { Progress } from '../client/types.ts'

const waitMs = 2_000

/** The live progress of a revision, told by the server as it changes; the browser opens the stream again when it breaks. `changed` is told each time. */
export function watchProgress(revision: () => string | undefined, changed: (progress: Progress) => void): ShallowRef<Progress | undefined> {
  const progress = shallowRef<Progress>()
  let source: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  const close = () => {
    clearTimeout(again)
    source?.close()
  }
  const isOver = () => ['reviewed', 'failed', 'cancelled'].includes(progress.value?.stage ?? '')
  const open = (id: string) => {
    close()
    source = new EventSource(`/api/revisions/${id}/events`)
    source.addEventListener('progress', (event) => {
      progress.value = JSON.parse((event as MessageEvent<string>).data) as Progress
      changed(progress.value)
      if (isOver()) close()
    })
    source.onerror = () => {
      if (source?.readyState === EventSource.CLOSED && !isOver()) again = setTimeout(() => open(id), waitMs)
    }
  }
  watch(
    revision,
    (id) => {
      progress.value = undefined
      if (id !== undefined) open(id)
    },
    { immediate: true },
  )
  onBeforeUnmount(close)
  return progress
}
