import { i18n, t } from '../words/index.ts'

/** The actions that the log is most often searched for. */
export const actions = [
  ...['disposition.change', 'correction.make', 'correction.withdraw', 'document.upload', 'document.override', 'revision.submit'],
  ...['rectification.send', 'rectification.answer', 'report.download', 'user.create', 'user.change', 'session.start', 'session.fail'],
] as const

/** An action in words; one that has none yet keeps its own name. */
export function actionName(action: string): string {
  const key = `audit.actions.${action.replace('.', '_')}`
  return i18n.global.te(key) ? t(key) : action
}

const longest = 300
const told = (value: unknown): string => (value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value ?? '—'))

/** What an entry tells beside who and what, on one line. */
export const detailsText = (details: Readonly<Record<string, unknown>>): string =>
  Object.entries(details)
    .map(([name, value]) => `${name}: ${told(value)}`)
    .join('　')
    .slice(0, longest)
