import { normalise } from '../../../../rules/engine/normalise.ts'
import type { ParsedDocument } from '../../../../schemas/document.ts'
import type { Evidence } from '../../../../schemas/place.ts'
import type { Identity } from '../../../../schemas/reading.ts'
import type { Statement } from '../../../../schemas/told.ts'
import { evidenceOfBlock, evidenceOfCell } from '../evidence.ts'
import { outline } from '../outline.ts'
import words from './lexicon.json' with { type: 'json' }

type Wanted = {
  readonly what: string
  readonly roles?: readonly string[]
  readonly many?: number
  readonly names?: boolean
  readonly text: string
}

const wanted = (words.statements as readonly Wanted[]).map(({ text, many = 1, names = false, ...rest }) => ({
  ...rest,
  ...{ many, names, text: new RegExp(text) },
}))

const longest = 200_000
const longestNames = 400

type Print = { readonly text: string; place: () => Evidence }

/** Everything printed, block by block and cell by cell, in normalised text. */
function* printsOf(document: ParsedDocument): Generator<Print> {
  const { sections } = outline(document)
  for (const [index, block] of document.blocks.entries()) {
    const section = sections[index] ?? null
    if (block.kind === 'table') {
      for (const cell of block.cells)
        if (cell.text !== '') yield { text: normalise(cell.text).text, place: () => evidenceOfCell(block, cell, cell.text, section) }
    } else if (block.text.length <= longest)
      yield { text: normalise(block.text).text, place: () => evidenceOfBlock(block, block.text, section) }
  }
}

/**
 * What the document says of what the regulation wants such a paper to say (approving body, commitments, reasons of a change …), each
 * by its first saying; lists of compilers and experts with the text that names them.
 */
export function extractStatements(id: string, document: ParsedDocument, identity: Identity): Statement[] {
  const open = wanted.filter(({ roles }) => roles === undefined || roles.includes(identity.role)).map((one) => ({ ...one, left: one.many }))
  const found: Statement[] = []
  for (const { text, place } of printsOf(document)) {
    for (const one of open) {
      const match = one.left > 0 ? one.text.exec(text) : null
      if (match === null) continue
      one.left -= 1
      const said = one.names ? text.slice(match.index + match[0].length).slice(0, longestNames) : match[0]
      found.push({ document: id, what: one.what, text: said, evidence: place() })
    }
    if (open.every(({ left }) => left === 0)) break
  }
  return found
}
