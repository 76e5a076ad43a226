import { createI18n } from 'vue-i18n'
import { zh } from './zh/index.ts'

export const i18n = createI18n({ legacy: false, locale: 'zh', messages: { zh } as Record<string, typeof zh> })

type Values = Readonly<Record<string, string | number>>
/** The sentence of a key in the reader's language, with the values put in. */
export const t = (key: string, values: Values = {}): string => i18n.global.t(key, values)
