import { ref, watchEffect } from 'vue'

export type Theme = 'auto' | 'light' | 'dark'
export type Density = 'normal' | 'tight'

const read = <T extends string>(key: string, values: readonly T[], otherwise: T): T => {
  const kept = localStorage.getItem(key)
  return values.find((value) => value === kept) ?? otherwise
}

export const theme = ref<Theme>(read('theme', ['auto', 'light', 'dark'], 'auto'))
export const density = ref<Density>(read('density', ['normal', 'tight'], 'normal'))
const prefersDark = matchMedia('(prefers-color-scheme: dark)')
const systemDark = ref(prefersDark.matches)
prefersDark.addEventListener('change', ({ matches }) => {
  systemDark.value = matches
})
export const isDark = (): boolean => theme.value === 'dark' || (theme.value === 'auto' && systemDark.value)

/** Keeps the page in the colours and the density that its reader chose. */
export function applyTheme(): void {
  watchEffect(() => {
    document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light'
    document.documentElement.dataset['density'] = density.value
    localStorage.setItem('theme', theme.value)
    localStorage.setItem('density', density.value)
  })
}
