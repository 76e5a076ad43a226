import type { DefaultTreeAdapterMap } from 'parse5'

export type Node = DefaultTreeAdapterMap['node']
export type Element = DefaultTreeAdapterMap['element']

/** Deeper than any page that a person wrote; hostile nesting is cut off there. */
export const deepestNesting = 400

const silent = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'svg',
  'math',
  'iframe',
  'object',
  'select',
  'textarea',
  'del',
  's',
  'strike',
])

export const isElement = (node: Node): node is Element => 'tagName' in node

export const attribute = (element: Element, name: string): string | undefined => element.attrs.find((one) => one.name === name)?.value

/** Whether an element prints nothing: by its kind, or because it is hidden. */
export function isSilent(element: Element): boolean {
  if (silent.has(element.tagName) || attribute(element, 'hidden') !== undefined) return true
  return /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(attribute(element, 'style') ?? '')
}

/** The text within a node; line breaks of the page as '\n', all other space as one blank. */
export function textOf(node: Node, depth = 0): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value.replace(/[\s\u00a0]+/g, ' ')
  if (!('childNodes' in node) || depth > deepestNesting) return ''
  if (isElement(node) && node.tagName !== 'title' && isSilent(node)) return ''
  if (isElement(node) && node.tagName === 'br') return '\n'
  const text = node.childNodes.map((child) => textOf(child, depth + 1)).join('')
  return isElement(node) && /^(?:p|div|li|tr|h[1-6])$/.test(node.tagName) ? `${text}\n` : text
}

/** Text without the space around its lines and without empty lines. */
export const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
