import { normalise } from '../../../../rules/engine/normalise.ts'
import { findUnit } from '../../../../rules/engine/units.ts'
import type { Table, TextBlock } from '../../../../schemas/document.ts'
import type { Citation } from '../../../../schemas/fact.ts'
import type { Identity } from '../../../../schemas/reading.ts'
import { emptyEvidence } from '../evidence.ts'
import type { Owner } from '../make-fact.ts'
import { findPriceBasis } from '../price-basis.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { findYear } from './head.ts'
import words from './words.json' with { type: 'json' }

/** What stands around a table and holds for all of it: heading path, caption, notes. */
export type TableContext = {
  readonly owner: Owner
  readonly identity: Identity
  readonly vocabulary: Vocabulary
  readonly section: string | null
  readonly caption: string
  /** Units that the caption names (单位：万元、吨), used for the subjects that they can measure. */
  readonly units: readonly string[]
  readonly year: number | null
  readonly priceBasis: string | null
  readonly source: Citation | null
}

/** Reads caption, sheet name and the notes after the table. */
export function readContext(
  table: Table,
  notes: readonly TextBlock[],
  section: string | null,
  base: Pick<TableContext, 'owner' | 'identity' | 'vocabulary'>,
): TableContext {
  const spaced = normalise(table.caption ?? '').text
  const caption = spaced.replaceAll(' ', '')
  const year = findYear(spaced) ?? findYear(normalise(table.sheet ?? '').text)
  return {
    ...base,
    section,
    caption,
    units: unitsOf(caption),
    year,
    priceBasis: findPriceBasis(caption) ?? null,
    source: sourceOf(table, notes, section),
  }
}

function unitsOf(caption: string): string[] {
  const told = /单位[:：]([^)）]+)/.exec(caption)?.[1]
  const bracketed = [...caption.matchAll(/[(（]([^()（）]+)[)）]/g)].map((match) => match[1] ?? '')
  return [...(told ? told.split(/[、,，;；]/) : []), ...bracketed].map((unit) => unit.trim()).filter((unit) => findUnit(unit) !== undefined)
}

/** A source named for the whole table, under it or in its caption: 数据来源：《…统计年鉴》. */
function sourceOf(table: Table, notes: readonly TextBlock[], section: string | null): Citation | null {
  for (const note of notes) {
    const named = new RegExp(words.generalSource).exec(note.text.replace(/\s/g, ''))?.[1]
    if (named && /来源|出处/.test(note.text))
      return { text: named, evidence: { ...emptyEvidence, page: note.page, paragraph: note.paragraph, section, text: note.text } }
  }
  const named = /(?:数据来源|资料来源)[:：](.+)/.exec(table.caption ?? '')?.[1]
  return named ? { text: named, evidence: { ...emptyEvidence, table: table.table, section, text: table.caption ?? '' } } : null
}
