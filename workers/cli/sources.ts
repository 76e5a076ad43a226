import { realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Manifest } from '../../schemas/dossier.ts'
import { DossierFolderError, readDossierFolder } from '../read-dossier-folder.ts'
import { CannotRun } from './exit-codes.ts'
import type { Source } from './readers.ts'

/** The reports themselves, which no review may take for material of the dossier they lie in. */
export const reportNames = ['report.json', 'report.html', 'report.docx', 'report.xlsx', 'form.docx'] as const

const known = new Set<string>(reportNames.map((name) => name))

/**
 * The files to review, numbered d1 … dn in the folder's order, and what dossier.json says. Reports of an earlier run that
 * lie in `out` are left out. Throws CannotRun where there is nothing to review.
 */
export async function findSources(folder: string, out: string): Promise<{ sources: Source[]; manifest: Manifest | null }> {
  const found = await readDossierFolder(folder).catch((error: unknown) => {
    throw error instanceof DossierFolderError ? new CannotRun(error.message) : error
  })
  const own = await realpath(out).catch(() => null)
  const isOwn = (path: string) => dirname(path) === own && known.has(path.slice(dirname(path).length + 1))
  const files = found.files.filter(({ path }) => !isOwn(path)).map(({ file, path }) => ({ name: file, path, problem: null }))
  const left = found.problems.map(({ file, ...problem }) => ({ name: file, path: null, problem }))
  if (files.length === 0) throw new CannotRun(`文件夹“${folder}”中没有可读的文件；请放入 PDF、Word、Excel 等材料后重试`)
  return { sources: [...files, ...left].map((source, i) => ({ id: `d${i + 1}`, ...source })), manifest: found.manifest }
}

/** Where a report is written. */
export const reportPath = (out: string, name: (typeof reportNames)[number]): string => join(out, name)
