import type { Item } from '../item.ts'
import { superscriptText } from '../superscript.ts'
import { lineItems } from '../text/line-items.ts'
import { deepestNesting, type Element, isElement, isSilent, type Node, textOf, tidy } from './nodes.ts'
import { tableItems } from './table.ts'

const blocks = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table ul'.split(
    ' ',
  ),
)

/** Collects the text between block elements, and gives it as paragraphs at the next one. */
function createCollector() {
  const items: Item[] = []
  let inline = ''
  const flush = () => {
    for (const line of tidy(inline).split('\n')) items.push(...lineItems([line]))
    inline = ''
  }
  const add = (text: string) => {
    inline += text
  }
  return { items, add, flush }
}

function visitElement(element: Element, into: ReturnType<typeof createCollector>, depth: number) {
  const { tagName } = element
  if (isSilent(element)) return
  const level = /^h([1-6])$/.exec(tagName)?.[1]
  if (!blocks.has(tagName)) {
    if (tagName === 'br') into.add('\n')
    else if (tagName === 'sup') into.add(superscriptText(textOf(element).trim()))
    else visitChildren(element, into, depth)
    return
  }
  into.flush()
  if (tagName === 'table') into.items.push(...tableItems(element, depth, itemsOf))
  else if (level !== undefined) {
    const text = tidy(textOf(element)).replaceAll('\n', ' ')
    if (text !== '') into.items.push({ kind: 'heading', level: Number(level), text })
  } else visitChildren(element, into, depth)
  into.flush()
}

function visitChildren(node: Node, into: ReturnType<typeof createCollector>, depth: number) {
  if (!('childNodes' in node) || depth > deepestNesting) return
  for (const child of node.childNodes) {
    if (child.nodeName === '#text' && 'value' in child) into.add(child.value.replace(/[\s\u00a0]+/g, ' '))
    else if (isElement(child)) visitElement(child, into, depth + 1)
    else visitChildren(child, into, depth + 1)
  }
}

/** The headings, paragraphs and tables within a node, in reading order. */
export function itemsOf(node: Node, depth = 0): Item[] {
  const into = createCollector()
  visitChildren(node, into, depth)
  into.flush()
  return into.items
}
