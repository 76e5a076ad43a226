import { computed, ref, shallowRef, watch } from 'vue'
import { get } from '../client/http.ts'
import type { DispositionVerdict, FindingDetail, StoredDocument, StoredFinding } from '../client/types.ts'
import { placesOf } from '../evidence/place.ts'
import { dropPrefetches, prefetchPlace } from '../evidence/prefetch.ts'
import { useDossier } from '../frame/dossier.ts'
import { useAddress } from '../parts/address.ts'
import { useLoaded } from '../parts/load.ts'
import { t } from '../words/index.ts'
import { useDecisions } from './decide.ts'
import { createDetails } from './finding-details.ts'
import { useFindings } from './use-findings.ts'
import { fetchNames } from './vocabulary.ts'

/** How many findings on each side are made ready before they are asked for. */
const ahead = 2

/** The review of one revision: its findings, the one that is looked at, what is chosen and decided. */
export function useReview() {
  const { reviewed } = useDossier()
  const revision = computed(() => reviewed.value?.id)
  const names = useLoaded(async () => (revision.value === undefined ? undefined : fetchNames(revision.value)))
  const documents = useLoaded(async (): Promise<readonly StoredDocument[]> => {
    if (revision.value === undefined) return []
    return (await get<{ items: StoredDocument[] }>(`/revisions/${revision.value}/documents`)).items
  })
  watch(revision, () => void Promise.all([names.load(), documents.load()]))
  const findings = useFindings(
    () => revision.value,
    () => names.data.value,
  )
  const at = useAddress('at')
  const selected = ref<ReadonlySet<string>>(new Set())
  const asks = ref<DispositionVerdict | null>(null)
  const comment = ref('')
  const told = ref('')
  const details = createDetails()
  const detail = shallowRef<FindingDetail>()

  const order = findings.order
  const index = computed(() => order.value.findIndex(({ id }) => id === at.value))
  const current = computed(() => order.value[index.value] ?? findings.all.value.find(({ id }) => id === at.value))
  const find = (id: string) => findings.all.value.find((found) => found.id === id)
  const decisions = useDecisions(find, findings.replace)

  const ready = (found: StoredFinding | undefined, beside: string) => {
    if (found === undefined) return
    details
      .open(found.id)
      .then(({ finding, facts }) => {
        if (at.value !== beside) return
        for (const place of placesOf(finding, facts, documents.data.value ?? []).slice(0, 2)) prefetchPlace(place)
      })
      .catch(() => undefined)
  }
  const pick = (found: StoredFinding | undefined) => {
    if (found === undefined) return
    at.value = found.id
  }
  watch(
    [order, () => documents.data.value],
    () => {
      if (current.value === undefined) pick(order.value[0])
    },
    { immediate: true },
  )
  watch(
    () => [at.value, documents.data.value] as const,
    async ([id]) => {
      asks.value = null
      comment.value = find(id)?.disposition?.comment ?? ''
      dropPrefetches()
      if (id === '') return
      const opened = await details.open(id).catch(() => undefined)
      if (opened === undefined || at.value !== id) return
      detail.value = opened
      for (let step = 1; step <= ahead; step += 1) {
        ready(order.value[index.value + step], id)
        ready(order.value[index.value - step], id)
      }
    },
    { immediate: true },
  )

  const step = (by: number) => pick(order.value[Math.min(order.value.length - 1, Math.max(0, index.value + by))])
  const toggle = (id: string) => {
    const next = new Set(selected.value)
    if (!next.delete(id)) next.add(id)
    selected.value = next
  }
  const extend = (by: number) => {
    if (current.value !== undefined) selected.value = new Set(selected.value).add(current.value.id)
    step(by)
    if (current.value !== undefined) selected.value = new Set(selected.value).add(current.value.id)
  }
  /** Chooses what has the same likely cause, else what fails the same rule. */
  const chooseSame = () => {
    const { finding } = current.value ?? {}
    if (finding === undefined) return
    const cause = finding.diagnosis?.cause
    const alike = order.value.filter(({ finding: each }) =>
      cause === undefined || cause === 'unknown' ? each.rule === finding.rule : each.diagnosis?.cause === cause,
    )
    selected.value = new Set(alike.map(({ id }) => id))
  }
  const chosen = computed(() => {
    // Only what is still in the list: a choice made under another filter is no choice.
    const shown = order.value.filter(({ id }) => selected.value.has(id)).map(({ id }) => id)
    return shown.length > 0 ? shown : current.value === undefined ? [] : [current.value.id]
  })

  const nextOpen = () => {
    const after = order.value.slice(index.value + 1).find(({ disposition }) => disposition === null)
    pick(after ?? order.value.find(({ disposition }) => disposition === null))
  }
  const decide = (verdict: DispositionVerdict) => {
    const text = comment.value.trim()
    if (verdict !== 'confirmed' && text === '') {
      asks.value = verdict
      return false
    }
    decisions.decide(chosen.value, { verdict, comment: text })
    told.value = t('review.told', { verdict: t(`review.state.${verdict}`), left: findings.count.value.open })
    asks.value = null
    selected.value = new Set()
    comment.value = ''
    nextOpen()
    return true
  }
  const undo = () => {
    const id = decisions.undo()
    if (id !== undefined) pick(find(id))
    told.value = t('review.undone')
  }
  /** Details are fetched anew: a correction may have changed them. */
  const forget = () => {
    details.forget()
    detail.value = undefined
    const id = at.value
    void details.open(id).then(
      (opened) => {
        if (at.value === id) detail.value = opened
      },
      () => undefined,
    )
  }
  return {
    ...{ revision, names, documents, findings, decisions, at, index, current, detail, selected, chosen, asks, comment, told },
    ...{ pick, step, toggle, extend, chooseSame, decide, undo, forget },
  }
}
export type Review = ReturnType<typeof useReview>
