import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { createXmlScanner } from '../../../../../workers/stages/parse/ooxml/scan-xml.ts'

type Event = readonly unknown[]

/** Neighbouring pieces of text as one, as they are free to come in several. */
function joined(events: readonly Event[]) {
  const result: Event[] = []
  for (const event of events) {
    const last = result.at(-1)
    if (event[0] === 'text' && last?.[0] === 'text') result[result.length - 1] = ['text', `${last[1]}${event[1]}`]
    else if (event[0] !== 'text' || event[1] !== '') result.push(event)
  }
  return result
}

function scanned(xml: string, size: number) {
  const events: Event[] = []
  const scanner = createXmlScanner(
    {
      open: (name, attributes) => events.push(['open', name, { ...attributes }]),
      close: (name) => events.push(['close', name]),
      text: (text) => events.push(['text', text]),
    },
    100,
  )
  for (let at = 0; at < xml.length; at += size) scanner.write(xml.slice(at, at + size))
  scanner.end()
  return joined(events)
}

function parsed(xml: string) {
  const events: Event[] = []
  let depth = 0
  const parser = new SaxesParser()
  const text = (content: string) => depth > 0 && events.push(['text', content])
  parser.on('opentag', ({ name, attributes }) => {
    depth++
    events.push(['open', name, { ...attributes }])
  })
  parser.on('closetag', ({ name }) => {
    depth--
    events.push(['close', name])
  })
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write(xml).close()
  return joined(events)
}

const name = fc.constantFrom('c', 'v', 'row', 'x:is', 't')
const value = fc.constantFrom('A1', '', '3.14', '工业增加值', '&lt;&amp;&#x4e2d;', 'a > b', "it's")
const attributes = fc.uniqueArray(fc.tuple(fc.constantFrom('r', 's', 'xml:space'), value), { selector: ([key]) => key })
const element = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('文字', '1 &gt; 0', '<!-- a <b> -->', '<![CDATA[<原样> & ]]>', '<?pi x?>', ' \n '),
    fc.tuple(name, attributes, fc.array(tie('node'), { maxLength: 4 }), fc.boolean()).map(([tag, list, children, short]) => {
      const written = list.map(([key, text]) => ` ${key}="${text}"`).join('')
      return children.length === 0 && short ? `<${tag}${written} />` : `<${tag}${written}>${children.join('')}</${tag}>`
    }),
  ),
})).node

test('the scanner tells the same as a full parser, however the text is cut', () => {
  fc.assert(
    fc.property(element, fc.integer({ min: 1, max: 40 }), (inner, size) => {
      const xml = `<?xml version="1.0"?>\n<worksheet>${inner}</worksheet>\n`
      expect(scanned(xml, size)).toEqual(parsed(xml))
    }),
    { numRuns: 300 },
  )
})

test.each([
  '<a><b></a>',
  '<a',
  '<a x=1/>',
  '<a>&nope;</a>',
  '<a>&#x110000;</a>',
  '<!DOCTYPE a><a/>',
  '<a/><b',
  '</a>',
  '<>',
  '<a><![CDATA[x</a>',
])('what is not well formed throws: %s', (xml) => {
  expect(() => scanned(xml, 7)).toThrow()
})
