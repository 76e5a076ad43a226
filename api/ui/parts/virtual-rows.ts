import { computed, onBeforeUnmount, type Ref, ref, watch } from 'vue'

/** Rows drawn beyond what is seen, so that a quick scroll meets no blank. */
const beyondPx = 900

/**
 * Which of many rows to draw. Heights are known, so the scroll bar is right from the start; positions are told in pixels from the top.
 * `reveal` scrolls as little as shows a row wholly.
 */
export function useVirtualRows(box: Ref<HTMLElement | undefined>, heights: () => readonly number[]) {
  const top = ref(0)
  const height = ref(800)
  const offsets = computed(() => {
    const tops = [0]
    for (const each of heights()) tops.push((tops.at(-1) ?? 0) + each)
    return tops
  })
  const total = computed(() => offsets.value.at(-1) ?? 0)
  /** The first row whose end lies below a height. */
  const rowAt = (y: number) => {
    let [low, high] = [0, Math.max(0, offsets.value.length - 2)]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((offsets.value[middle + 1] ?? 0) > y) high = middle
      else low = middle + 1
    }
    return low
  }
  const range = computed((former?: { from: number; to: number }) => {
    const from = rowAt(top.value - beyondPx)
    const to = Math.min(offsets.value.length - 1, rowAt(top.value + height.value + beyondPx) + 1)
    // The same object where no row comes or goes: most scrolling draws nothing anew.
    return former?.from === from && former.to === to ? former : { from, to }
  })
  const measure = () => {
    const element = box.value
    if (element === undefined) return
    top.value = element.scrollTop
    height.value = element.clientHeight
  }
  const observer = new ResizeObserver(measure)
  watch(
    box,
    (now, before) => {
      if (before !== undefined) observer.unobserve(before)
      if (now === undefined) return
      observer.observe(now)
      measure()
    },
    { immediate: true },
  )
  onBeforeUnmount(() => observer.disconnect())
  const reveal = (index: number) => {
    const element = box.value
    const [start, end] = [offsets.value[index], offsets.value[index + 1]]
    if (element === undefined || start === undefined || end === undefined) return
    if (start < element.scrollTop) element.scrollTop = start
    else if (end > element.scrollTop + element.clientHeight) element.scrollTop = end - element.clientHeight
    measure()
  }
  return { offsets, total, range, onScroll: measure, reveal }
}
