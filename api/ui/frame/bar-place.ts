import { shallowRef } from 'vue'

export type Tab = {
  readonly name: string
  readonly to: string /** Another page that belongs to it. */
  readonly also?: string
  readonly count?: number | undefined
}
export type Place = { readonly title: string; readonly tag: string; readonly tabs: readonly Tab[]; readonly others: readonly string[] }

/** The dossier that the bar shows: its name, its tabs and who else is in it; null outside of one. */
export const barPlace = shallowRef<Place | null>(null)
