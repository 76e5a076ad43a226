import { computed, watch } from 'vue'
import { get } from '../client/http.ts'
import { getAll } from '../client/pages.ts'
import type { Dossier, Organisation } from '../client/types.ts'
import { useAddress } from '../parts/address.ts'
import { useLoaded } from '../parts/load.ts'

/** The dossiers that the filters in the address leave, with the names of their parks. */
export function useDossiers() {
  const stage = useAddress('stage')
  const status = useAddress('status')
  const search = useAddress('search')
  const errorsOnly = useAddress('errors')

  const dossiers = useLoaded(() =>
    getAll<Dossier>('/dossiers', {
      stage: stage.value || undefined,
      turn: status.value || undefined,
      sort: 'due',
      search: search.value || undefined,
      hasErrors: errorsOnly.value === '1' ? 'true' : undefined,
    }),
  )
  const organisations = useLoaded(() => get<{ items: Organisation[] }>('/organisations').then(({ items }) => items))
  watch([stage, status, search, errorsOnly], () => void dossiers.load())

  const names = computed(() => new Map(organisations.data.value?.map(({ id, name }) => [id, name])))
  const filtered = computed(() => stage.value !== '' || status.value !== '' || search.value !== '' || errorsOnly.value !== '')
  const clear = () => {
    stage.value = ''
  }
  return { stage, status, search, errorsOnly, dossiers, organisations, names, filtered, clear }
}
