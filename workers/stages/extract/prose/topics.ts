import { spelled } from './lexicon.ts'
import words from './words.json' with { type: 'json' }

type Verb = { readonly subject: string; readonly start: number; readonly end: number }

const { note: _, ...told } = words.topics
const alternatives = (patterns: readonly string[]): string =>
  patterns
    .flatMap((pattern) => spelled(pattern))
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[()]/g, '\\$&'))
    .join('|')

const topics = Object.values(told).map(({ names, verbs }) => ({
  head: new RegExp(`(?<=^|[。;•"]|\\(\\d{1,2}\\)|\\d[.、])(?:${alternatives(names)}):`, 'g'),
  verbs: Object.entries<string[]>(verbs).map(
    ([subject, prints]) =>
      [subject, new RegExp(`(?<=[:,、(]|年内|全年|其中|\\d年)(${alternatives(prints)})(?:了|量|为|达|达到|共)?(?=\\d|约)`, 'g')] as const,
  ),
}))

/** 固废：产生5.0万吨，综合利用4.2万吨: behind a topic and a colon the bare verbs tell what of it, up to the end of the sentence. */
export function verbsUnderTopics(lower: string): Verb[] {
  if (!lower.includes(':')) return []
  return topics.flatMap(({ head, verbs }) =>
    [...lower.matchAll(head)].flatMap((topic) => {
      const from = topic.index + topic[0].length
      const end = /[。!?]/.exec(lower.slice(from))
      const rest = lower.slice(0, end ? from + end.index : lower.length)
      return verbs.flatMap(([subject, pattern]) =>
        [...rest.matchAll(pattern)]
          .filter(({ index }) => index >= from - 1)
          .map((match) => ({ subject, start: match.index, end: match.index + match[0].length })),
      )
    }),
  )
}
