import { computed, reactive, ref } from 'vue'
import { get, request } from '../client/http.ts'
import type { Revision, StoredDocument } from '../client/types.ts'
import { useDossier } from '../frame/dossier.ts'
import { saving } from '../frame/save-state.ts'
import { useLoaded } from '../parts/load.ts'
import { errorText } from '../words/error-text.ts'
import { watchProgress } from './watch-progress.ts'

type Chosen = { role: StoredDocument['role']; year: number | null }

/** The documents of the newest revision, how far its review is, and what a person may do with them. */
export function useDocuments() {
  const { view, newest, reload } = useDossier()
  const documents = useLoaded(() => get<{ items: StoredDocument[] }>(`/revisions/${newest.value?.id}/documents`).then(({ items }) => items))
  const problem = ref('')
  const busy = ref(false)
  /** What was corrected in a revision that is reviewed already: it counts with the next review. */
  const corrections = reactive(new Map<string, Chosen>())

  const progress = watchProgress(
    () => newest.value?.id,
    ({ stage }) => {
      void documents.load()
      if (stage !== newest.value?.status && ['reviewed', 'failed', 'cancelled'].includes(stage)) void reload()
    },
  )
  const stage = computed(() => progress.value?.stage ?? newest.value?.status ?? 'draft')
  const isDraft = computed(() => stage.value === 'draft')
  const isRunning = computed(() => ['queued', 'reading', 'checking', 'reviewing'].includes(stage.value))
  const shown = computed(() =>
    (documents.data.value ?? []).map((document) => {
      const chosen = corrections.get(document.fileName)
      return chosen === undefined ? document : { ...document, roleOverride: chosen.role, yearOverride: chosen.year }
    }),
  )

  /** Runs a change; what goes wrong is told on the page. */
  const attempt = async (work: () => Promise<unknown>) => {
    busy.value = true
    problem.value = ''
    try {
      await saving(work())
    } catch (error) {
      problem.value = errorText(error)
    } finally {
      busy.value = false
    }
  }
  const override = (id: string, { role, year }: Chosen) => request('PATCH', `/documents/${id}`, { body: { role, year } })

  const set = (document: StoredDocument, role: StoredDocument['role'], year: number | null) => {
    if (!isDraft.value) return void corrections.set(document.fileName, { role, year })
    return void attempt(async () => {
      await override(document.id, { role, year })
      await documents.load()
    })
  }
  const remove = ({ id }: StoredDocument) =>
    attempt(async () => {
      await request('DELETE', `/documents/${id}`)
      await documents.load()
    })
  const submit = () =>
    attempt(async () => {
      await request('POST', `/revisions/${newest.value?.id}/review`)
      await reload()
      await documents.load()
    })
  const cancel = () =>
    attempt(async () => {
      await request('DELETE', `/revisions/${newest.value?.id}/review`)
      await reload()
    })
  /** The next revision with the same files, as a draft. */
  const begin = () =>
    attempt(async () => {
      await request<Revision>('POST', `/dossiers/${view.value?.dossier.id}/revisions`, { body: { copyDocuments: true } })
      await reload()
      await documents.load()
    })
  /** Reviews the same files once more, with what was corrected. */
  const reviewAgain = () =>
    attempt(async () => {
      const { id } = await request<Revision>('POST', `/dossiers/${view.value?.dossier.id}/revisions`, { body: { copyDocuments: true } })
      const { items } = await get<{ items: StoredDocument[] }>(`/revisions/${id}/documents`)
      for (const document of items) {
        const chosen = corrections.get(document.fileName)
        if (chosen !== undefined) await override(document.id, chosen)
      }
      await request('POST', `/revisions/${id}/review`)
      corrections.clear()
      await reload()
      await documents.load()
    })
  return {
    ...{ documents, shown, corrections, progress, stage, isDraft, isRunning, busy, problem },
    set,
    remove,
    submit,
    cancel,
    begin,
    reviewAgain,
  }
}
