import { visible } from '../plain-text.ts'

/** Text that is already HTML. Only `html` and `trusted` make it, so nothing from a document reaches the page unescaped. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = Markup | string | number | null | undefined | false | readonly Part[]

/** A piece of page. Every interpolated string is escaped; Markup and lists of it stand as they are; null and false are nothing. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.reduce((text, literal, at) => text + render(parts[at - 1]) + literal))

/** Text of our own making, such as the style sheet or a base64 picture. Never for words from a document. */
export const trusted = (text: string): Markup => new Markup(text)

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Markup) return part.text
  if (typeof part === 'string') return escapeHtml(part)
  return typeof part === 'number' ? String(part) : part.map(render).join('')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Safe as element text and as a quoted attribute. Control and direction characters, which could disguise text, are dropped. */
export const escapeHtml = (text: string): string => visible(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
