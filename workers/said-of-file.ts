import type { Manifest } from '../schemas/dossier.ts'
import type { Override } from './stages/classify/index.ts'

const baseName = (path: string): string => path.split('/').at(-1) ?? path
const foldersOf = (name: string): string[] =>
  name
    .split('/')
    .slice(0, -1)
    .map((_, at, all) => all.slice(0, at + 1).join('/'))
    .reverse()

/** Whether dossier.json names a folder, by its place in the dossier or its bare name: then its pictures are one document. */
export const namesFolder = (manifest: Manifest | null, folder: string): boolean =>
  folder !== '' && (manifest?.documents?.[folder] ?? manifest?.documents?.[baseName(folder)]) !== undefined

/** What dossier.json says of a file, by its path in the dossier or its bare name, else of the nearest folder that it lies in. */
export function saidOfFile(manifest: Manifest | null, name: string): Override | undefined {
  const said = manifest?.documents
  for (const path of [name, ...foldersOf(name)]) {
    const found = said?.[path] ?? said?.[baseName(path)]
    if (found !== undefined) return found
  }
  return undefined
}
