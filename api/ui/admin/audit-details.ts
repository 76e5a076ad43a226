type Details = Readonly<Record<string, unknown>>
/** What parts of an entry, and the values in them, are called; what has no word keeps its own. */
export type Words = { readonly parts: Readonly<Record<string, string>>; readonly values: Readonly<Record<string, string>> }

const longest = 300
/** Ids and counters: for machines. */
const untold = new Set(['revision', 'fact', 'version'])
const isNothing = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
const textOf = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

function told(value: unknown, words: Words): string {
  if (Array.isArray(value)) return value.map((one) => told(one, words)).join('、')
  if (typeof value === 'object' && value !== null) return toldObject(value as Details, words)
  return words.values[textOf(value)] ?? textOf(value)
}

/** A reading as it is printed, a file by its name and what became of it; anything else as its parts. */
function toldObject(value: Details, words: Words): string {
  if ('raw' in value) return [value['raw'], value['unit']].filter((part) => !isNothing(part)).join(' ')
  if ('fileName' in value) return `${textOf(value['fileName'])}（${told(value['outcome'], words)}）`
  return detailsText(value, words)
}

/** What an entry tells beside who and what, on one line. */
export const detailsText = (details: Details, words: Words): string =>
  Object.entries(details)
    .filter(([name, value]) => !untold.has(name) && !isNothing(value))
    .map(([name, value]) => `${words.parts[name] ?? name} ${told(value, words)}`)
    .join('　')
    .slice(0, longest)
