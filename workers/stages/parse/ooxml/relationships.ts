import { posix } from 'node:path'
import type { Package } from './package.ts'
import { readXml } from './xml.ts'

export type Relationship = { id: string; type: string; target: string }

/** The parts that a part points at, as names within the package. External targets are left out: nothing is ever fetched. */
export async function readRelationships(source: Package, part: string): Promise<Relationship[]> {
  const folder = posix.dirname(part)
  const name = posix.join(folder === '.' ? '' : folder, '_rels', `${part === '' ? '' : posix.basename(part)}.rels`)
  const found: Relationship[] = []
  if (!source.has(name)) return found
  await readXml(source.stream(name), {
    open: (element, attributes) => {
      const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes
      if (!element.endsWith('Relationship') || id === undefined || type === undefined || target === undefined || mode === 'External') return
      const path = target.startsWith('/') ? posix.normalize(target).slice(1) : posix.join(folder === '.' ? '' : folder, target)
      found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: path })
    },
  })
  return found
}

/** The name of the package's main part (word/document.xml, xl/workbook.xml), or the usual one where the package does not say. */
export async function findMainPart(source: Package, usual: string): Promise<string> {
  const roots = await readRelationships(source, '')
  const main = roots.find(({ type }) => type === 'officeDocument')?.target
  return main !== undefined && source.has(main) ? main : usual
}
