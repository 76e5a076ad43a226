import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import type { z } from 'zod'
import type { Problem } from '../schemas/document.ts'
import { Manifest } from '../schemas/dossier.ts'

/** A dossier has tens of files; a thousand means that the wrong folder was given. */
const mostFiles = 2_000
/** Deeper folders are a mistake or a loop. */
const deepest = 16
/** The largest dossiers with scans have some gigabytes. */
const mostBytes = 8 * 1024 ** 3
const largestFile = 512 * 1024 ** 2
const largestManifest = 1024 ** 2
const manifestName = 'dossier.json'

export type DossierFile = {
  /** Where it lies in the dossier folder, with '/' between folders: how reports name it. */
  file: string
  /** Where it lies on the disk. */
  path: string
  size: number
}
/** A file that is left out, and why, in Chinese. */
export type FolderProblem = Problem & { file: string }
export type DossierFolder = { manifest: Manifest | null; files: DossierFile[]; problems: FolderProblem[] }

/** The dossier folder cannot be reviewed at all: one Chinese sentence for the command line, which exits with 2. */
export class DossierFolderError extends Error {
  override readonly name = 'DossierFolderError'
}

/** What systems and programs leave behind, which nobody submits. */
const isRubbish = (name: string) =>
  name.startsWith('.') || name.startsWith('~$') || /^(?:thumbs\.db|desktop\.ini|__macosx|icon\r)$/i.test(name)

const inNameOrder = new Intl.Collator('zh-CN', { numeric: true })
const byName = (a: string, b: string) => inNameOrder.compare(a, b) || (a < b ? -1 : 1)

const left = (file: string, code: string, message: string): FolderProblem => ({ file, code, message, page: null })

type Walk = { root: string; files: DossierFile[]; problems: FolderProblem[]; bytes: number; seen: Set<string> }

/** Adds a file, or walks a folder; a link counts as what it points at, as long as that lies in the dossier folder. */
async function visit(walk: Walk, path: string, depth: number): Promise<void> {
  const name = relative(walk.root, path).split(sep).join('/')
  const real = await realpath(path).catch(() => undefined)
  if (real === undefined)
    return void walk.problems.push(left(name, 'folder.broken-link', `“${name}”是失效的链接，没有读取。请放入文件本身。`))
  if (real !== walk.root && !real.startsWith(walk.root + sep))
    return void walk.problems.push(left(name, 'folder.outside', `“${name}”是指向文件夹之外的链接，没有读取。请放入文件本身。`))
  if (walk.seen.has(real)) return
  walk.seen.add(real)
  const found = await stat(real)
  if (found.isDirectory()) await visitFolder(walk, path, depth)
  else if (found.isFile()) admit(walk, { file: name, path: real, size: found.size })
}

function admit(walk: Walk, file: DossierFile) {
  if (file.file === manifestName) return
  if (file.size > largestFile) {
    walk.problems.push(left(file.file, 'file.too-large', `“${file.file}”超过 512 MB，没有读取。请拆分或压缩图片后再提交。`))
    return
  }
  walk.bytes += file.size
  if (walk.files.length >= mostFiles) throw new DossierFolderError(`文件夹中的文件超过 ${mostFiles} 个。请核对是否选错了文件夹。`)
  if (walk.bytes > mostBytes) throw new DossierFolderError('文件夹中的文件合计超过 8 GB。请核对是否选错了文件夹，或压缩扫描件后再提交。')
  walk.files.push(file)
}

async function visitFolder(walk: Walk, folder: string, depth: number): Promise<void> {
  if (depth > deepest) throw new DossierFolderError(`文件夹的层数超过 ${deepest} 层。请核对是否选错了文件夹。`)
  const names = (await readdir(folder)).filter((name) => !isRubbish(name)).sort(byName)
  for (const name of names) await visit(walk, join(folder, name), depth + 1)
}

/** What is wrong with a manifest, in words: where, and what is expected there. */
function explain(error: z.ZodError): string {
  const [issue] = error.issues
  const place = issue?.path.map(String).join('.') ?? ''
  return place === '' ? '内容应为一个 JSON 对象' : `“${place}”的值不符合要求`
}

async function findManifest(root: string): Promise<Manifest | null> {
  const path = join(root, manifestName)
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return null
  const real = await realpath(path)
  if (!real.startsWith(root + sep)) throw new DossierFolderError(`${manifestName} 是指向文件夹之外的链接。请放入文件本身。`)
  if (found.size > largestManifest) throw new DossierFolderError(`${manifestName} 超过 1 MB。请核对其内容，或删除后由系统自动识别。`)
  let content: unknown
  try {
    content = JSON.parse((await readFile(real, 'utf8')).replace(/^\uFEFF/, ''))
  } catch {
    throw new DossierFolderError(`${manifestName} 不是有效的 JSON。请改正后重试，或删除该文件由系统自动识别。`)
  }
  const manifest = Manifest.safeParse(content)
  if (manifest.success) return manifest.data
  throw new DossierFolderError(`${manifestName} 有误：${explain(manifest.error)}。请改正后重试，或删除该文件由系统自动识别。`)
}

/**
 * Lists the files of a dossier folder and its subfolders in a stable order, without what systems leave behind, and reads its
 * optional dossier.json. Links never lead out of the folder. Throws a DossierFolderError when there is no such folder, the
 * manifest is wrong, or the folder is beyond any dossier's size.
 */
export async function readDossierFolder(folder: string): Promise<DossierFolder> {
  const root = await realpath(resolve(folder)).catch(() => undefined)
  if (root === undefined) throw new DossierFolderError(`找不到文件夹“${folder}”。请核对路径。`)
  if (!(await stat(root)).isDirectory()) throw new DossierFolderError(`“${folder}”不是文件夹。请给出存放申报材料的文件夹。`)
  const manifest = await findManifest(root)
  const walk: Walk = { root, files: [], problems: [], bytes: 0, seen: new Set([root]) }
  await visitFolder(walk, root, 0)
  return { manifest, files: walk.files, problems: walk.problems }
}
