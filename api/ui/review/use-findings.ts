import { computed, ref, shallowRef, watch } from 'vue'
import { get } from '../client/http.ts'
import type { Page, StoredFinding } from '../client/types.ts'
import { useAddress } from '../parts/address.ts'
import { t } from '../words/index.ts'
import type { Names } from './vocabulary.ts'

export type ListRow =
  | {
      readonly kind: 'chapter'
      readonly key: string
      readonly name: string
      readonly open: number
      readonly count: number
      readonly folded: boolean
    }
  | { readonly kind: 'finding'; readonly key: string; readonly found: StoredFinding }

const severities = { error: 0, warning: 1, info: 2 } as const

/** All findings of a revision as they arrive, what the filters leave of them, and their rows by chapter. */
export function useFindings(revision: () => string | undefined, names: () => Names | undefined) {
  const all = shallowRef<readonly StoredFinding[]>([])
  const error = shallowRef<unknown>()
  const loaded = ref(false)
  const show = useAddress('show', 'open')
  const severity = useAddress('severity')
  const search = useAddress('search')
  const rule = useAddress('rule')
  const folded = ref(new Set<string>())
  /** What was decided on this page stays in its place until the filter is set anew. */
  const kept = ref(new Set<string>())

  const load = async () => {
    const id = revision()
    if (id === undefined) return
    error.value = undefined
    const gathered: StoredFinding[] = []
    try {
      for (let after: string | undefined; ; ) {
        const page: Page<StoredFinding> = await get<Page<StoredFinding>>(`/revisions/${id}/findings`, { limit: 200, after })
        if (revision() !== id) return
        gathered.push(...page.items)
        all.value = [...gathered]
        if (page.next === null) break
        after = page.next
      }
      loaded.value = true
    } catch (fault) {
      error.value = fault
    }
  }
  watch(revision, load, { immediate: true })
  watch([show, severity, search, rule], () => {
    kept.value = new Set()
  })

  const isOpen = ({ disposition }: StoredFinding) => disposition === null
  const inState = (found: StoredFinding) => {
    if (show.value === 'all' || kept.value.has(found.id)) return true
    return show.value === 'open' ? isOpen(found) : !isOpen(found)
  }
  const matches = ({ finding }: StoredFinding) => {
    const given = search.value.trim()
    if (severity.value !== '' && finding.severity !== severity.value) return false
    if (rule.value !== '' && finding.rule !== rule.value) return false
    return given === '' || `${names()?.subject(finding.subject) ?? ''}${finding.year ?? ''}${finding.message}`.includes(given)
  }
  const matching = computed(() => all.value.filter(matches))

  const chapters = computed(() => {
    const known = names()
    if (known === undefined) return []
    const listed = [
      ...known.vocabulary.chapters.map(({ id, zh, clause }) => ({ id, name: `${/（.）/.exec(clause)?.[0] ?? ''}${zh}` })),
      { id: 'other', name: t('review.otherChapter') },
    ]
    const of = new Map<string, StoredFinding[]>()
    for (const found of matching.value.filter(inState)) {
      const id = known.chapter(found.finding.rule)
      const own = of.get(id)
      if (own === undefined) of.set(id, [found])
      else own.push(found)
    }
    return listed.flatMap(({ id, name }) => {
      const found = of.get(id) ?? []
      if (found.length === 0) return []
      return [{ id, name, found: found.sort((one, other) => severities[one.finding.severity] - severities[other.finding.severity]) }]
    })
  })
  const rows = computed<ListRow[]>(() =>
    chapters.value.flatMap(({ id, name, found }) => {
      const shut = folded.value.has(id)
      const head: ListRow = { kind: 'chapter', key: id, name, count: found.length, open: found.filter(isOpen).length, folded: shut }
      return [head, ...(shut ? [] : found.map((each): ListRow => ({ kind: 'finding', key: each.id, found: each })))]
    }),
  )
  const order = computed(() => rows.value.flatMap((row) => (row.kind === 'finding' ? [row.found] : [])))
  const count = computed(() => {
    const open = all.value.filter(isOpen).length
    const of = (wanted: string) => matching.value.filter((found) => found.finding.severity === wanted && inState(found)).length
    return { open, done: all.value.length - open, all: all.value.length, error: of('error'), warning: of('warning'), info: of('info') }
  })
  const fold = (id: string) => {
    const next = new Set(folded.value)
    if (!next.delete(id)) next.add(id)
    folded.value = next
  }
  /** Puts a finding's new state into the list, where it stands. */
  const replace = (id: string, disposition: StoredFinding['disposition']) => {
    kept.value = new Set(kept.value).add(id)
    all.value = all.value.map((found) => (found.id === id ? { ...found, disposition } : found))
  }
  return { all, error, loaded, load, show, severity, search, rule, rows, order, count, fold, replace }
}
