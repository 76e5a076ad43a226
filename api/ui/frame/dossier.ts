import { computed, type InjectionKey, inject, type Ref, type ShallowRef } from 'vue'
import { get } from '../client/http.ts'
import type { Dossier, Organisation, Revision } from '../client/types.ts'

export type DossierView = {
  readonly dossier: Dossier
  readonly organisation: Organisation | undefined
  readonly revisions: readonly Revision[]
}
export type OpenDossier = {
  readonly view: Readonly<ShallowRef<DossierView | undefined>>
  /** The newest revision, and the newest that has been reviewed (undefined before there is one). */
  readonly newest: Readonly<Ref<Revision | undefined>>
  readonly reviewed: Readonly<Ref<Revision | undefined>>
  readonly reload: () => Promise<void>
}

export const dossierKey: InjectionKey<OpenDossier> = Symbol('dossier')

export async function fetchDossier(id: string): Promise<DossierView> {
  const [dossier, revisions] = await Promise.all([
    get<Dossier>(`/dossiers/${id}`),
    get<{ items: Revision[] }>(`/dossiers/${id}/revisions`).then(({ items }) => items),
  ])
  const organisation = await get<Organisation>(`/organisations/${dossier.organisationId}`).catch(() => undefined)
  return { dossier, organisation, revisions: [...revisions].sort((one, other) => other.number - one.number) }
}

export const latestOf = (view: Readonly<ShallowRef<DossierView | undefined>>) => ({
  newest: computed(() => view.value?.revisions[0]),
  reviewed: computed(() => view.value?.revisions.find(({ status }) => status === 'reviewed')),
})

/** The dossier that the page is in. Throws outside of one. */
export function useDossier(): OpenDossier {
  const open = inject(dossierKey)
  if (open === undefined) throw new Error('this page is not inside a dossier')
  return open
}
