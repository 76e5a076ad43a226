import { normalise } from '../../../../rules/engine/normalise.ts'
import type { Block, Table, TextBlock } from '../../../../schemas/document.ts'
import type { Citation } from '../../../../schemas/fact.ts'
import type { Identity } from '../../../../schemas/reading.ts'
import { emptyEvidence } from '../evidence.ts'
import type { Owner } from '../make-fact.ts'
import { findPriceBasis } from '../price-basis.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { findYear } from './head.ts'
import { type TableUnit, unitsInCaption, unitsInNote } from './table-units.ts'
import words from './words.json' with { type: 'json' }

/** What stands around a table and holds for all of it: heading path, caption, notes. */
export type TableContext = {
  readonly owner: Owner
  readonly identity: Identity
  readonly vocabulary: Vocabulary
  readonly section: string | null
  readonly caption: string
  /** Units that the caption or a note names (单位：万元、吨), used for the subjects that they can measure. */
  readonly units: readonly TableUnit[]
  readonly year: number | null
  readonly priceBasis: string | null
  readonly source: Citation | null
}

/** The blocks around a table that speak of it: the heading path over it, a short line right above, the notes right under it. */
export type Surroundings = { readonly section: string | null; readonly lead: string | null; readonly notes: readonly TextBlock[] }

/** A line above a table that is longer than this, or a sentence, is not its title. */
const longestLead = 48
const noteWords = /^(?:注|说明|资料来源|数据来源|来源)[:：\d]?/

/** Finds what stands around the table at `index` of a document's blocks. */
export function surroundingsOf(blocks: readonly Block[], index: number, section: string | null): Surroundings {
  const [above, table] = [blocks[index - 1], blocks[index]]
  const titled = above?.kind === 'heading' && table?.kind === 'table' && table.caption !== null
  const lead =
    above && !titled && above.kind !== 'table' && above.text.length <= longestLead && !/[。；]/.test(above.text) ? above.text : null
  const notes: TextBlock[] = []
  for (const block of blocks.slice(index + 1, index + 4)) {
    if (block.kind === 'table' || !(block.kind === 'note' || noteWords.test(block.text))) break
    notes.push(block)
  }
  return { section, lead, notes }
}

/** Reads caption, sheet name, the line above and the notes under the table. */
export function readContext(
  table: Table,
  { section, lead, notes }: Surroundings,
  base: Pick<TableContext, 'owner' | 'identity' | 'vocabulary'>,
): TableContext {
  const spaced = normalise([lead, table.caption].filter((text, at, all) => text && all.indexOf(text) === at).join(' ')).text
  const caption = spaced.replaceAll(' ', '')
  const heading = section?.split(' › ').at(-1) ?? ''
  const year =
    findYear(normalise(table.caption ?? '').text) ??
    findYear(spaced) ??
    findYear(normalise(table.sheet ?? '').text) ??
    findYear(normalise(heading).text)
  return {
    ...base,
    identity: withYearsOf(caption, base.identity),
    section,
    caption,
    units: [...unitsInCaption(caption), ...notes.flatMap(({ text }) => unitsInNote(normalise(text).text))],
    year,
    priceBasis: findPriceBasis(caption) ?? null,
    source: sourceOf(table, notes, section),
  }
}

/** A caption may tell the years that the document tells nowhere else: （基准年2018年，验收年2021年）. */
function withYearsOf(caption: string, identity: Identity): Identity {
  const told = (names: string) => Number(new RegExp(`(?:${names})[为是:：(（]*((?:19|20)\\d{2})`).exec(caption)?.[1] ?? NaN)
  const year = (known: number | null, names: string) => known ?? (Number.isNaN(told(names)) ? null : told(names))
  return { ...identity, baseYear: year(identity.baseYear, words.baseYear), finalYear: year(identity.finalYear, words.finalYear) }
}

/** A source named for the whole table, under it or in its caption: 数据来源：《…统计年鉴》. */
function sourceOf(table: Table, notes: readonly TextBlock[], section: string | null): Citation | null {
  for (const note of notes) {
    const text = note.text.replace(/\s/g, '')
    const named = /来源|出处/.test(text) ? new RegExp(words.generalSource).exec(text)?.[1] : new RegExp(words.providedBy).exec(text)?.[1]
    if (named) return { text: named, evidence: { ...emptyEvidence, page: note.page, paragraph: note.paragraph, section, text: note.text } }
  }
  const named = /(?:数据来源|资料来源)[:：](.+)/.exec(table.caption ?? '')?.[1]
  return named ? { text: named, evidence: { ...emptyEvidence, table: table.table, section, text: table.caption ?? '' } } : null
}
