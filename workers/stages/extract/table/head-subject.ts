import { readLabel } from '../label.ts'
import { trimmed, type Vocabulary } from '../vocabulary.ts'
import type { TableContext } from './context.ts'
import type { Head } from './head.ts'

/** What a column of a turned table is about: its own heading, or a short one under a caption that says what of it. */
export function headSubject({ label, leaf, form, text }: Head, { vocabulary, caption, section }: TableContext): string | null | undefined {
  if (label.subject !== undefined) return label.subject
  if (form) return topicOf(section, vocabulary)
  for (const name of new Set([...trimmed(label.name), ...trimmed(leaf)])) {
    const subject = [text, caption, section ?? ''].map((context) => vocabulary.inContext(name, context)).find((one) => one !== undefined)
    if (subject) return subject
  }
  return undefined
}

/** The indicator that the heading over a form is the name of: 2.1 人均工业增加值, with 标准值, 目标值 and years as its lines. */
function topicOf(section: string | null, vocabulary: Vocabulary): string | undefined {
  const heading = section?.split(' › ').at(-1) ?? ''
  const subject = readLabel(heading.replace(/^[\d.()（）、一二三四五六七八九十第节章\s]+/, ''), vocabulary).subject ?? ''
  return vocabulary.subjects.get(subject)?.indicator ? subject : undefined
}
