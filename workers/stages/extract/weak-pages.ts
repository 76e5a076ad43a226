import type { Block, ParsedDocument, Recognition } from '../../../schemas/document.ts'
import type { WeakPage } from '../../../schemas/reading.ts'

type Piece = { readonly page: number; readonly recognition: Recognition }

const sureFrom = 0.9
/** A page is weak from so many doubtful numbers, if they are this share of all its numbers; or where its words are less sure than that. */
const weakFrom = { doubtful: 2, share: 0.1, words: 0.85 }

function piecesOf(block: Block): Piece[] {
  if (block.kind === 'table')
    return block.cells.flatMap(({ page, recognition }) => (page === null || recognition === undefined ? [] : [{ page, recognition }]))
  const pageAt = (place: number) => block.lines.find(({ start, end }) => place >= start && place < end)?.page ?? block.page
  return (block.recognised ?? []).flatMap(({ start, recognition }) => {
    const page = pageAt(start)
    return page === null ? [] : [{ page, recognition }]
  })
}

const isNumber = ({ recognition: { read, second } }: Piece) => second !== null || /\d/.test(read)

/** The pages read from pictures so poorly that a person should look at them, in their order. */
export function findWeakPages({ blocks }: ParsedDocument): WeakPage[] {
  const byPage = new Map<number, Piece[]>()
  for (const piece of blocks.flatMap(piecesOf)) {
    const own = byPage.get(piece.page)
    if (own) own.push(piece)
    else byPage.set(piece.page, [piece])
  }
  return [...byPage]
    .sort(([a], [b]) => a - b)
    .flatMap(([page, pieces]) => {
      const numbers = pieces.filter(isNumber)
      const doubtful = numbers.filter(({ recognition }) => recognition.confidence < sureFrom).length
      const sure = pieces.filter((piece) => !isNumber(piece)).map(({ recognition }) => recognition.confidence)
      const words = sure.length === 0 ? 1 : sure.reduce((sum, one) => sum + one, 0) / sure.length
      const weak = (doubtful >= weakFrom.doubtful && doubtful >= numbers.length * weakFrom.share) || words < weakFrom.words
      return weak ? [{ page, numbers: numbers.length, doubtful, words: Math.round(words * 100) / 100 }] : []
    })
}
