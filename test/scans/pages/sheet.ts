import { variant } from '../../variants/documents/draft.ts'
import { type Scan, scan, type Truth } from '../page.ts'
import { endings, type Form, type Leaf, wrap } from '../wrap/wrap.ts'
import type { Content } from './content.ts'

/** A scanned file with its truth. `leaves` are its pages as pictures, for readers that take pictures only. */
export type ScannedFile = { name: string; bytes: Uint8Array; leaves: Leaf[]; truth: Truth }

export type Sheet = { id: string; about: string; form: Form; small: boolean; make: () => Promise<ScannedFile> }

/** One file of scanned sheets. `small` marks those few that a quick check reads: printed in the samples' own font, so that they need no other. */
export function sheet(id: string, about: string, form: Form, content: readonly Content[], how: Scan, small = false): Sheet {
  const make = async (): Promise<ScannedFile> => {
    const leaves: Leaf[] = []
    const truth: Truth = { tables: [], lines: [] }
    for (const [index, each] of content.entries()) {
      const seed = `scan-${id}-${index}`
      const { blocks } = variant(seed, about, 'acceptance_report', 'pdf', 2018 + (index % 3), () => null, each).make()
      const done = await scan(seed, blocks, how)
      leaves.push(...done.leaves)
      truth.tables.push(...done.truth.tables)
      truth.lines.push(...done.truth.lines)
    }
    if (leaves.length !== content.length) throw new Error(`${id}: ${content.length} sheets asked for, ${leaves.length} printed`)
    return { name: `${id}.${endings[form]}`, bytes: await wrap(form, leaves), leaves, truth }
  }
  return { id, about, form, small, make }
}
