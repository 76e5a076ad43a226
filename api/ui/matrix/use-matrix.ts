import { computed, watch } from 'vue'
import { get } from '../client/http.ts'
import { getAll } from '../client/pages.ts'
import type { Assessment, Check, Fact } from '../client/review-types.ts'
import type { StoredDocument, StoredFinding } from '../client/types.ts'
import { useDossier } from '../frame/dossier.ts'
import { useAddress } from '../parts/address.ts'
import { useLoaded } from '../parts/load.ts'
import { fetchNames } from '../review/vocabulary.ts'
import { matrixOf } from './matrix.ts'

/** Everything that the matrix of the newest reviewed revision shows. */
export function useMatrix() {
  const { reviewed } = useDossier()
  const revision = computed(() => reviewed.value?.id)
  const part = useAddress('part', 'indicators')
  const loaded = useLoaded(async () => {
    const id = revision.value
    if (id === undefined) return undefined
    const [names, facts, documents, assessment, checks, findings] = await Promise.all([
      fetchNames(id),
      getAll<Fact>(`/revisions/${id}/facts`),
      get<{ items: StoredDocument[] }>(`/revisions/${id}/documents`).then(({ items }) => items),
      get<{ items: Assessment[] }>(`/revisions/${id}/assessment`).then(({ items }) => items),
      get<{ items: Check[] }>(`/revisions/${id}/checks`, { rule: 'formula/recalculation' }).then(({ items }) => items),
      getAll<StoredFinding>(`/revisions/${id}/findings`),
    ])
    return { names, facts, documents, assessment, checks, findings }
  })
  watch(revision, () => void loaded.load())

  const isIndicator = (id: string) => id.startsWith('hj274.')
  const matrix = computed(() => {
    const data = loaded.data.value
    if (data === undefined) return undefined
    const { baseYear, finalYear } = data.names.vocabulary.dossier
    const stated = new Set(data.facts.map(({ subject }) => subject))
    const all = data.names.vocabulary.subjects.map(({ id }) => id)
    const subjects = part.value === 'indicators' ? all.filter(isIndicator) : all.filter((id) => !isIndicator(id) && stated.has(id))
    return matrixOf({ ...data, subjects, baseYear, finalYear })
  })
  const counts = computed(() => {
    const all = loaded.data.value?.names.vocabulary.subjects.map(({ id }) => id) ?? []
    const stated = new Set(loaded.data.value?.facts.map(({ subject }) => subject))
    return { indicators: all.filter(isIndicator).length, inputs: all.filter((id) => !isIndicator(id) && stated.has(id)).length }
  })
  return { revision, part, loaded, matrix, counts }
}
