import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { Manifest } from '../../schemas/dossier.ts'
import { CannotRun } from './exit-codes.ts'

/** A file under review: its name within the dossier, with / between folders, and where it lies. */
export type DossierFile = { readonly name: string; readonly path: string }
export type DossierFolder = { readonly files: readonly DossierFile[]; readonly manifest: Manifest | null }

const MANIFEST = 'dossier.json'
const MOST_FILES = 2000
/** What systems and office programs leave behind: hidden files, lock files, thumbnails. */
const leftover = /^(?:[.]|~\$)|^(?:thumbs[.]db|desktop[.]ini)$/i

async function walk(folder: string, skip: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name)
      if (leftover.test(entry.name) || path === skip) return []
      if (entry.isDirectory()) return walk(path, skip)
      return entry.isFile() ? [path] : []
    }),
  )
  return found.flat()
}

async function readManifest(path: string): Promise<Manifest | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return Manifest.parse(JSON.parse(text.replace(/^\ufeff/, '')))
  } catch {
    throw new CannotRun(`${MANIFEST} 的内容不合格式，请对照 README 修改或移走该文件`)
  }
}

/** The files of a dossier folder in a fixed order, and its dossier.json. Links are not followed; `out` inside it is left out. */
export async function findDossier(folder: string, out: string): Promise<DossierFolder> {
  const info = await stat(folder).catch(() => null)
  if (info === null || !info.isDirectory()) throw new CannotRun(`没有文件夹“${folder}”；请核对路径`)
  const root = await realpath(folder)
  const paths = await walk(root, await realpath(out).catch(() => ''))
  const files = paths
    .map((path) => ({ name: relative(root, path).split(sep).join('/').normalize('NFC'), path }))
    .filter(({ name }) => name !== MANIFEST)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  if (files.length === 0) throw new CannotRun(`文件夹“${folder}”中没有文件；请放入 PDF、Word、Excel 等材料后重试`)
  if (files.length > MOST_FILES)
    throw new CannotRun(`文件夹“${folder}”中有 ${files.length} 个文件，超过 ${MOST_FILES} 个；请只放一个园区的材料`)
  return { files, manifest: await readManifest(join(root, MANIFEST)) }
}
