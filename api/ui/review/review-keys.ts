import { onBeforeUnmount, onMounted } from 'vue'
import { listensToKeys } from '../parts/keys.ts'
import type { Review } from './use-review.ts'

export type View = {
  readonly focusComment: () => void
  readonly toggleFormula: () => void
  readonly zoom: (by: number) => void
  readonly whole: () => void
  readonly side: () => void
  readonly filter: () => void
  readonly search: () => void
  readonly help: () => void
  readonly correct: () => void
  readonly template: (number: number) => boolean
}

/** The page's single keys. They are silent while something is written, and take no combination that browsers use. */
export function useReviewKeys(review: Review, view: View, mayDecide: () => boolean): void {
  const verdicts = { '1': 'confirmed', '2': 'dismissed', '3': 'needs_explanation' } as const
  const answer = (key: '1' | '2' | '3') => {
    if (!mayDecide()) return
    review.decide(verdicts[key])
  }
  const select = () => {
    if (review.current.value !== undefined) review.toggle(review.current.value.id)
  }
  const actions: Readonly<Record<string, () => void>> = {
    ...{ j: () => review.step(1), k: () => review.step(-1), ArrowDown: () => review.step(1), ArrowUp: () => review.step(-1) },
    ...{ J: () => review.extend(1), K: () => review.extend(-1), ' ': select, g: review.chooseSame },
    ...{ c: view.focusComment, u: () => mayDecide() && review.undo(), x: view.toggleFormula, e: view.correct },
    ...{ '[': () => view.zoom(-1), ']': () => view.zoom(1), z: view.whole, a: view.side, f: view.filter, '/': view.search, '?': view.help },
    Escape: () => {
      review.asks.value = null
      review.selected.value = new Set()
    },
  }
  const inList = (event: KeyboardEvent) =>
    event.target instanceof Element && (event.target === document.body || event.target.closest('[role=listbox]') !== null)
  const actionOf = ({ key, shiftKey }: KeyboardEvent) => {
    if (key === '1' || key === '2' || key === '3') return () => answer(key)
    // By the Shift key and not by the letter's case: Caps Lock changes that too.
    return actions[/^[a-z]$/i.test(key) ? (shiftKey ? key.toUpperCase() : key.toLowerCase()) : key]
  }
  const onKey = (event: KeyboardEvent) => {
    if (!listensToKeys(event)) return
    const { key } = event
    // Arrows and Space scroll and press elsewhere; they are the list's only where the list is.
    if (/^(?:Arrow.*| )$/.test(key) && !inList(event)) return
    const reason = review.asks.value !== null && /^[1-5]$/.test(key)
    const action = reason ? () => void view.template(Number(key)) : actionOf(event)
    if (action === undefined) return
    event.preventDefault()
    action()
  }
  onMounted(() => document.addEventListener('keydown', onKey))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey))
}
