import { ref, watchEffect } from 'vue'
import { createI18n } from 'vue-i18n'
import { zh } from './zh/index.ts'

export type Language = 'zh' | 'en'
const kept = localStorage.getItem('language')

export const i18n = createI18n({ legacy: false, locale: 'zh', fallbackLocale: 'zh', messages: { zh } as Record<string, typeof zh> })
export const language = ref<Language>(kept === 'en' ? 'en' : 'zh')

watchEffect(() => {
  localStorage.setItem('language', language.value)
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
})

type Values = Readonly<Record<string, string | number>>
/** The sentence of a key in the reader's language, with the values put in. */
export const t = (key: string, values: Values = {}): string => i18n.global.t(key, values)
