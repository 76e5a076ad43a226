import { createI18n } from 'vue-i18n'
import { zh } from './zh/index.ts'

export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

export const i18n = createI18n({ legacy: false, locale: 'zh', fallbackLocale: 'zh', messages: { zh } as Record<string, typeof zh> })

type Values = Readonly<Record<string, string | number>>
/** The sentence of a key in the reader's language, with the values put in. */
export const t = (key: string, values: Values = {}): string => i18n.global.t(key, values)

const key = 'language'
/** The language that this browser's reader chose; Chinese where none was. What the service itself says stays Chinese. */
export const chosenLanguage = (): Language => languages.find((one) => one === localStorage.getItem(key)) ?? 'zh'

/** Speaks the chosen language from here on; its words are fetched when first needed. */
export async function speak(): Promise<void> {
  const language = chosenLanguage()
  if (language === 'en') i18n.global.setLocaleMessage('en', (await import('./en/index.ts')).en as typeof zh)
  i18n.global.locale.value = language
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : language
}

/** Keeps a reader's choice and begins the page anew in it, so that nothing said before stays in the other language. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(key, language)
  location.reload()
}
