import words from './parks.json' with { type: 'json' }
import type { TitleArea } from './title-area.ts'

const byLength = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length)
const kinds = byLength(words.kinds)
const leading = new RegExp(`^(?:${byLength(words.leading).join('|')})+`)
const name = new RegExp(`[\\u4e00-\\u9fa5·]{2,24}?(?:${kinds.join('|')})`)
const signature = new RegExp(`^([\\u4e00-\\u9fa5·]{4,30}?)(?:${words.authority.join('|')})`)
const stop = new RegExp(`(?:${byLength(words.notNames).join('|')})$`)
const located = new RegExp(
  `(?:^|[。;,])([\\u4e00-\\u9fa5·]{2,24}?(?:${kinds.join('|')}))(?:[(][^)]{2,60}[)])?(?:位于|地处|坐落|自20\\d{2}年|是经|成立于|始建于|设立于)`,
)

const bare = (text: string) => text.replace(leading, '')

/** The park's name at the beginning of a text, or undefined: 国家生态工业示范园区 is a title, not a name. */
export function findParkName(text: string): string | undefined {
  const candidate = name.exec(bare(text.replace(/^[《“"‘「]/, '')))
  if (candidate === null || candidate.index > 0) return undefined
  const found = candidate[0]
  const own = kinds.reduce((rest, kind) => (rest.endsWith(kind) ? rest.slice(0, -kind.length) : rest), found)
  return own.length < 2 || stop.test(own) || /国家生态|生态工业示范|建设规划/.test(own) ? undefined : found
}

const signedBy = (line: string) => {
  const body = signature.exec(line.replace(/^[^:]{2,8}:/, ''))?.[1]
  return body === undefined ? undefined : findParkName(body)
}

/** The park a document is about: as its title names it, else as it is signed, else as its text introduces it. */
export function findPark(area: TitleArea, closing: readonly string[], text: string): string | null {
  const starts = [...area.lines, area.title].flatMap((line) => [line, ...line.split('(').slice(1)])
  const titled = starts.map(findParkName).find((found) => found !== undefined)
  const signed = [...area.lines, ...[...closing].reverse()].map(signedBy).find((found) => found !== undefined)
  return titled ?? signed ?? located.exec(text)?.[1] ?? null
}
