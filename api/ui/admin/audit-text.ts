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
