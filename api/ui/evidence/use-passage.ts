import { nextTick, shallowRef, useTemplateRef, watch } from 'vue'
import type { Passage } from '../client/review-types.ts'
import { openPassage } from './passages.ts'
import type { Place } from './place.ts'
import { useSlow } from './slow.ts'

/** What stands around a place, and the element that shows it, scrolled so that the marked cell lies at the same height as on the other side. */
export function usePassage(place: () => Place, failed: () => void) {
  const passage = shallowRef<Passage>()
  const stage = useTemplateRef<HTMLElement>('stage')
  const reveal = () => {
    const [element, mark] = [stage.value, stage.value?.querySelector('.here')]
    if (element === null || !(mark instanceof HTMLElement)) return
    const [outer, inner] = [element.getBoundingClientRect(), mark.getBoundingClientRect()]
    element.scrollTop += inner.top + inner.height / 2 - outer.top - element.clientHeight * 0.42
    // As far left as shows the cell: what it is called stands there.
    element.scrollLeft += Math.max(0, inner.right + 32 - outer.left - element.clientWidth)
  }
  const { waits, run } = useSlow()
  const show = async (opened: Passage) => {
    passage.value = opened
    await nextTick()
    reveal()
    performance.mark('evidence-text')
  }
  watch(place, (now) => run(() => openPassage(now), show, failed), { immediate: true })
  return { passage, reveal, waits }
}
