/**
 * Text that shows what it holds: without control characters, lone surrogates and direction overrides, which could disguise it or
 * break a file; tabs and line ends become spaces.
 */
export const visible = (text: string): string =>
  text.replace(/[\t\n\r\u2028\u2029]+/g, ' ').replace(/[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu, '')

/** At most `limit` characters, a cut shown by an ellipsis. */
export function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** At most `limit` characters of a long line, chosen around the first of `wanted` that it holds. */
export function excerpt(text: string, wanted: string, limit: number): string {
  const at = wanted === '' ? -1 : text.indexOf(wanted)
  if (text.length <= limit || at < limit * 0.7) return shorten(text, limit)
  const from = at - Math.floor(limit / 2)
  return `…${shorten(text.slice(from).replace(/^[\udc00-\udfff]/, ''), limit)}`
}
