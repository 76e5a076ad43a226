import type { ParsedDocument } from '../../../schemas/document.ts'
import type { Standard } from '../../../schemas/edition.ts'
import type { Identity } from '../../../schemas/reading.ts'
import { vocabularyOf } from '../extract/vocabulary.ts'
import { repairSums } from './repair-sums.ts'
import { repairTable } from './repair-table.ts'
import { repairText } from './repair-text.ts'

/**
 * Repairs what was read from pictures where knowledge decides between readings that look alike: a unit by the subject that it
 * measures, a name by the vocabulary, a number by its row, its column, the Standard's limit and the total that it is a part of. Only what a reader saw or what
 * looks like it is put in, every change is recorded with its reason, and print that was not recognised stays as it is.
 */
export function repair(document: ParsedDocument, identity: Identity, standard: Standard): ParsedDocument {
  const knowledge = { standard, identity, vocabulary: vocabularyOf(standard) }
  const blocks = document.blocks.map((block) => (block.kind === 'table' ? repairTable(block, knowledge) : repairText(block)))
  return repairSums({ ...document, blocks }, knowledge)
}
