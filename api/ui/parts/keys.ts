import { ref } from 'vue'

/** Single keys can be switched off (WCAG 2.1.4). */
export const singleKeys = ref(localStorage.getItem('single-keys') !== 'off')
export function setSingleKeys(on: boolean): void {
  singleKeys.value = on
  localStorage.setItem('single-keys', on ? 'on' : 'off')
}

const writes = 'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable=true], [role=dialog] *'

/** Whether a key pressed here is one for the page: not while something is written or composed, not in a dialog, not with Ctrl, Alt or Meta. */
export function listensToKeys(event: KeyboardEvent): boolean {
  if (!singleKeys.value || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return false
  return !(event.target instanceof Element && event.target.matches(writes))
}
