import type { Recognition, TextBlock } from '../../../schemas/document.ts'
import alike from './alike.json' with { type: 'json' }
import { recorded } from './record.ts'

const patterns = alike.sentences.map(({ read, printed }) => ({ read: new RegExp(read, 'g'), printed }))
const why = '照所读不是单位，漏认了上标'

/** Running text read from a picture, with units repaired that can be but one thing; places of the letters behind move along. */
export function repairText(block: TextBlock): TextBlock {
  if (!block.recognised || block.recognised.length === 0) return block
  let done = block
  for (const { read, printed } of patterns)
    for (const match of [...done.text.matchAll(read)].reverse()) done = replaced(done, match.index, match[0], printed)
  return done
}

function replaced(block: TextBlock, at: number, from: string, to: string): TextBlock {
  const added = to.length - from.length
  const end = at + from.length
  const moved = (place: number): number => (place >= end ? place + added : place)
  return {
    ...block,
    text: block.text.slice(0, at) + to + block.text.slice(end),
    lines: block.lines.map((line) => {
      const inside = at >= line.start && end <= line.end
      const edge = line.xs[end - line.start] ?? line.bbox[2]
      const xs = inside ? line.xs.toSpliced(end - line.start, 0, ...Array<number>(added).fill(edge)) : line.xs
      return { ...line, start: moved(line.start), end: moved(line.end), xs }
    }),
    recognised:
      block.recognised?.map(({ start, end: last, recognition }) => ({
        start: moved(start),
        end: moved(last),
        recognition: start <= at && last >= end ? told(recognition, from, to) : recognition,
      })) ?? [],
  }
}

const told = (recognition: Recognition, from: string, to: string): Recognition =>
  recorded(recognition, from, { text: to, why, confidence: recognition.confidence })
