import { inOneReckoning } from '../../../rules/engine/reckoning.ts'
import type { ParsedDocument } from '../../../schemas/document.ts'
import type { Standard } from '../../../schemas/edition.ts'
import type { Identity, Reading } from '../../../schemas/reading.ts'
import { extractEvents } from './events/index.ts'
import { findDoubts } from './find-doubts.ts'
import { listedProjects } from './listed-projects.ts'
import { outline } from './outline.ts'
import { applyBasisStatements, extractProse } from './prose/index.ts'
import { extractStatements } from './statements/index.ts'
import { surroundingsOf } from './table/context.ts'
import { readTable } from './table/read-table.ts'
import { vocabularyOf } from './vocabulary.ts'
import { findWeakPages } from './weak-pages.ts'

/** Everything that one document says of the Standard's subjects, each with its place. */
export function extract(id: string, document: ParsedDocument, identity: Identity, standard: Standard): Reading {
  const vocabulary = vocabularyOf(standard)
  const owner = { document: id, role: identity.role }
  const { sections, headings } = outline(document)
  const tables = document.blocks.flatMap((block, index) => {
    if (block.kind !== 'table') return []
    return [readTable(block, surroundingsOf(document.blocks, index, sections[index] ?? null), { owner, identity, vocabulary })]
  })
  const projects = tables.flatMap((table) => table.projects)
  const prose = extractProse(document, identity, owner, vocabulary)
  const facts = inOneReckoning([...tables.flatMap((table) => table.facts), ...prose.facts])
  const { file, sha256, format, status, problems, pages, ocrPages, hiddenSheets } = document
  return {
    ...{ id, file, sha256, format, status, problems, pages, ocrPages, hiddenSheets, identity },
    ...(ocrPages === 0 ? {} : { weakPages: findWeakPages(document), doubts: findDoubts(document) }),
    facts: applyBasisStatements(facts, prose.basisStatements, vocabulary),
    growths: [...tables.flatMap((table) => table.growths), ...prose.growths],
    sums: [...tables.flatMap((table) => table.sums), ...prose.sums],
    projects: projects.length > 0 ? projects : listedProjects(owner, document),
    calculations: [...tables.flatMap((table) => table.calculations), ...prose.calculations],
    boundaries: prose.boundaries,
    headings,
    sentences: [],
    unread: tables.flatMap((table) => table.unread),
    ...extractEvents(id, document, identity),
    statements: extractStatements(id, document, identity),
    generalSource: prose.generalSource,
  }
}
