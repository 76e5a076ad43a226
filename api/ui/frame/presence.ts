import { onBeforeUnmount, type Ref, ref, watch } from 'vue'
import { useRoute } from 'vue-router'
import { request } from '../client/http.ts'

type Present = { readonly userId: string; readonly displayName: string }
const everyMs = 15_000

/** The names of who else has this dossier open, asked for as often as the server forgets; leaving the dossier is told at once. */
export function usePresence(dossier: () => string): Ref<readonly string[]> {
  const others = ref<readonly string[]>([])
  const route = useRoute()
  const path = (id: string) => `/dossiers/${id}/presence`
  const tell = async () => {
    if (document.hidden) return
    const at = route.query['at']
    const told = await request<{ others: Present[] }>('PUT', path(dossier()), {
      body: { place: typeof at === 'string' ? at : null },
    }).catch(() => undefined)
    if (told !== undefined) others.value = told.others.map(({ displayName }) => displayName)
  }
  const leave = (id: string) => void request('DELETE', path(id)).catch(() => undefined)
  const timer = setInterval(() => void tell(), everyMs)
  watch(
    dossier,
    (_now, before) => {
      if (before !== undefined) leave(before)
      void tell()
    },
    { immediate: true },
  )
  onBeforeUnmount(() => {
    clearInterval(timer)
    leave(dossier())
  })
  return others
}
