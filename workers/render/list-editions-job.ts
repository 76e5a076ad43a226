import { rules } from '../../rules/index.ts'
import { regulations } from '../../rules/regulations/index.ts'
import { standards } from '../../rules/standards/index.ts'
import { Catalogue } from '../../schemas/catalogue.ts'
import type { Standard } from '../../schemas/edition.ts'
import { endWithParent } from '../queue/end-with-parent.ts'
import { editionWords } from './edition-words.ts'

endWithParent()

function showStandard(standard: Standard): Catalogue['standards'][number] {
  const { id, name, effectiveOn, supersededOn, note, footnotes } = standard
  const { limitsOf, formulaOf } = editionWords(standard)
  return {
    ...{ id, name, effectiveOn, supersededOn, note },
    indicators: standard.indicators.map(({ threshold, formula, rule, group, sourceNote, footnotes: marks, ...one }) => ({
      ...{ id: one.id, no: one.no, zh: one.zh, unit: one.unit, category: one.category, clause: one.clause },
      ...{ mandatory: rule === 'mandatory', group: group ?? null, verified: one.verified, unverified: one.unverified },
      limits: limitsOf(threshold, one.unit),
      formula: formulaOf(formula),
      footnotes: marks.flatMap((mark) => footnotes[mark]?.text ?? []),
      sourceNote: sourceNote ?? null,
    })),
  }
}

/** What dossiers are judged by, in a process of its own: those that answer requests hold no rules. */
export const run = async (): Promise<Catalogue> =>
  Catalogue.parse({
    standards: standards.map(showStandard),
    regulations,
    rules: rules.map(({ id, title, severity, article }) => ({ id, title, severity, article })),
  })
