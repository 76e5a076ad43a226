import type { RequiredSection } from '../../schemas/edition.ts'
import type { Reading } from '../../schemas/reading.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { compact } from '../engine/normalise.ts'

type Wanted = Target & { document: Reading; section: RequiredSection }

/** Fewer headings than this say that the document has none to speak of, or that they could not be told from text. */
const FEWEST_HEADINGS = 3

function* given(dossier: Dossier): Generator<Wanted> {
  for (const outline of dossier.regulation.outlines)
    for (const document of dossier.documents.filter((one) => one.identity.role === outline.role))
      for (const section of outline.sections) yield { subject: section.id, year: document.identity.year, facts: [], document, section }
}

/** Everything that may show a section to be there: headings, the sections that values stand in, files handed in apart. */
function* signs(document: Reading, dossier: Dossier): Generator<string> {
  for (const heading of document.headings) yield heading.text
  for (const { evidence } of [...document.facts, ...document.projects, ...document.sentences]) if (evidence.section) yield evidence.section
  for (const other of dossier.documents) if (other !== document) yield other.file
}

function check({ document, section }: Wanted, dossier: Dossier): Outcome {
  if (document.status !== 'parsed') return skipped(`${document.file}未能完整读取`)
  if (document.headings.length < FEWEST_HEADINGS) return skipped(`${document.file}没有足够的标题可供比对`)
  const words = section.headings.map(compact)
  const has = (text: string) => words.some((word) => compact(text).includes(word))
  for (const text of signs(document, dossier)) if (has(text)) return passed
  // The annexes with the outlines are not at hand, so an unverified section that the text itself deals with is taken as there.
  if (!section.verified && document.sentences.some((sentence) => has(sentence.text))) return passed
  return failed({
    message: `${document.file}未见“${section.zh}”的章节（${section.clause}提纲${section.verified ? '' : '，提纲为近似，请人工确认'}）。`,
    expected: section.zh,
    actual: '未见',
    ...(section.verified ? {} : { severity: 'info' as const }),
  })
}

export default defineRule({
  id: 'completeness/required-section',
  severity: 'warning',
  article: '8、15、23',
  summary: 'Every document has the sections of its outline, whatever words its headings use.',
  title: '文件章节是否符合编制提纲',
  given,
  check,
})
