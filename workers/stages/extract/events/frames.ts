import frames from './frames.json' with { type: 'json' }

/** What a frame asks for: classes of words that stand together in a sentence. */
type Frame = {
  readonly kind: string
  readonly aspect?: string
  readonly proof: string
  readonly within: number
  readonly order?: boolean
  readonly all: readonly string[]
  readonly near?: string
}

/** A frame as one pattern of the lexicon. */
export type FramePattern = {
  readonly kind: string
  readonly aspect?: string
  readonly proof: string
  readonly text: string
  readonly near?: string
}

/** The classes that frames name, as parts of patterns. */
export const frameClasses: Readonly<Record<string, string>> = frames.classes

/** GEAR, ESCAPE|BREAK and LISTED? name classes; anything else is a pattern of its own. */
function elementOf(print: string): string {
  if (!/^[A-Z]+(?:\|[A-Z]+)*\??$/.test(print)) return `(?:${print})`
  const optional = print.endsWith('?') ? '?' : ''
  return `(?:${print
    .replace('?', '')
    .split('|')
    .map((name) => `{${name}}`)
    .join('|')})${optional}`
}

const ordersOf = (all: readonly string[]): string[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((first, at) => ordersOf([...all.slice(0, at), ...all.slice(at + 1)]).map((rest) => [first, ...rest]))

/** Every frame as a pattern: its elements in the order told, or in any, at most `within` characters of one part of the sentence apart. */
export const framePatterns: readonly FramePattern[] = (frames.frames as readonly Frame[]).map(({ all, within, order, ...frame }) => {
  const elements = all.map(elementOf)
  const orders = order ? [elements] : ordersOf(elements)
  return { ...frame, text: orders.map((one) => one.join(`[^;]{0,${within}}?`)).join('|') }
})
