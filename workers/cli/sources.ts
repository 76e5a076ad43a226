import { realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Manifest } from '../../schemas/dossier.ts'
import { groupPages } from '../group-pages.ts'
import { DossierFolderError, readDossierFolder } from '../read-dossier-folder.ts'
import { namesFolder, saidOfFile } from '../said-of-file.ts'
import { CannotRun } from './exit-codes.ts'
import { isPicture } from './is-picture.ts'
import type { DocumentSource, Source } from './readers.ts'

/** The reports themselves, which no review may take for material of the dossier they lie in. */
export const reportNames = ['report.json', 'report.html', 'report.docx', 'report.xlsx', 'form.docx'] as const

const known = new Set<string>(reportNames.map((name) => name))

/** What the folder's reader left out, and what is no picture whatever its name says, is no page of anything. */
async function standsAlone({ path }: Source): Promise<boolean> {
  return path === null || !(await isPicture(path))
}

/** The documents that the files make, in the order of their first files. */
async function documentsOf(sources: readonly Source[], manifest: Manifest | null): Promise<DocumentSource[]> {
  const groups = groupPages(
    sources.map((source) => ({ ...source, said: saidOfFile(manifest, source.name) })),
    (folder) => namesFolder(manifest, folder),
  )
  const documents: DocumentSource[] = []
  for (const group of groups) {
    const own = group.map(({ said: _, ...source }) => source)
    const alone = own.length === 1 ? own : []
    const pages: Source[] = []
    if (own.length > 1) for (const source of own) ((await standsAlone(source)) ? alone : pages).push(source)
    const [first, ...rest] = pages
    if (first !== undefined) documents.push([first, ...rest])
    for (const source of alone) documents.push([source])
  }
  return documents
}

/**
 * The files to review, numbered d1 … dn in the folder's order, the documents that they make, and what dossier.json says. Reports of an
 * earlier run that lie in `out` are left out. Throws CannotRun where there is nothing to review.
 */
export async function findSources(
  folder: string,
  out: string,
): Promise<{ sources: Source[]; documents: DocumentSource[]; manifest: Manifest | null }> {
  const found = await readDossierFolder(folder).catch((error: unknown) => {
    throw error instanceof DossierFolderError ? new CannotRun(error.message) : error
  })
  const own = await realpath(out).catch(() => null)
  const isOwn = (path: string) => dirname(path) === own && known.has(path.slice(dirname(path).length + 1))
  const files = found.files.filter(({ path }) => !isOwn(path)).map(({ file, path }) => ({ name: file, path, problem: null }))
  const left = found.problems.map(({ file, ...problem }) => ({ name: file, path: null, problem }))
  if (files.length === 0) throw new CannotRun(`文件夹“${folder}”中没有可读的文件；请放入 PDF、Word、Excel 等材料后重试`)
  const sources = [...files, ...left].map((source, i) => ({ id: `d${i + 1}`, ...source }))
  return { sources, documents: await documentsOf(sources, found.manifest), manifest: found.manifest }
}

/** Where a report is written. */
export const reportPath = (out: string, name: (typeof reportNames)[number]): string => join(out, name)
