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
/** Ids and counters: for machines. */
const untold = new Set(['revision', 'fact', 'version'])
const isNothing = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
const textOf = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

function told(value: unknown): string {
  if (Array.isArray(value)) return value.map(told).join('、')
  if (typeof value === 'object' && value !== null) return toldObject(value as Readonly<Record<string, unknown>>)
  const key = `audit.values.${textOf(value)}`
  return i18n.global.te(key) ? t(key) : textOf(value)
}

/** A reading as it is printed, a file by its name and what became of it; anything else as its parts. */
function toldObject(value: Readonly<Record<string, unknown>>): string {
  if ('raw' in value) return [value['raw'], value['unit']].filter((part) => !isNothing(part)).join(' ')
  if ('fileName' in value) return `${textOf(value['fileName'])}（${told(value['outcome'])}）`
  return detailsText(value)
}

/** What an entry tells beside who and what, on one line. */
export const detailsText = (details: Readonly<Record<string, unknown>>): string =>
  Object.entries(details)
    .filter(([name, value]) => !untold.has(name) && !isNothing(value))
    .map(([name, value]) => `${i18n.global.te(`audit.parts.${name}`) ? t(`audit.parts.${name}`) : name} ${told(value)}`)
    .join('　')
    .slice(0, longest)
