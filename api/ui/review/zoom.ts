import { computed } from 'vue'
import { useAddress } from '../parts/address.ts'

const steps = [0.5, 0.65, 0.8, 1, 1.25, 1.5, 2]

/** How large the evidence is shown, in the address: a step of `steps`, or the whole page. */
export function useZoom() {
  const text = useAddress('zoom', '1')
  const whole = computed(() => text.value === 'page')
  const zoom = computed(() => steps.find((step) => String(step) === text.value) ?? 1)
  let former = '1'
  const zoomBy = (by: number) => {
    const at = steps.indexOf(zoom.value)
    text.value = String(steps[Math.min(steps.length - 1, Math.max(0, at + by))])
  }
  const toggleWhole = () => {
    if (!whole.value) former = text.value
    text.value = whole.value ? former : 'page'
  }
  return { zoom, whole, zoomBy, toggleWhole }
}
