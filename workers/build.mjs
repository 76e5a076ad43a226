import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const builds = join(root, '.build')
/** What runs on its own: the command line, and the jobs that children load by name. */
const entries = ['cli', 'parse-pool-child', 'read-document-job', 'cut-picture-job', 'recognise-page-job']
const keptDays = 7

/** Names, sizes and times of all sources: another key, another build. */
function keyOf(folders, sources) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package.json')))
  for (const folder of folders)
    for (const file of readdirSync(join(root, folder), { recursive: true }).sort()) {
      if (!sources.test(file)) continue
      const { size, mtimeMs } = statSync(join(root, folder, file))
      hash.update(`${folder}/${file} ${size} ${mtimeMs}\n`)
    }
  return hash.digest('hex').slice(0, 16)
}

/**
 * The folder that `make(draft folder)` filled from these sources, made anew whenever one of them has changed.
 * undefined where the project's folder cannot be written to or making failed; `failed` is told why.
 */
export async function keepBuild({ name = '', folders, sources, make, failed = () => {} }) {
  const key = `${name}${keyOf(folders, sources)}`
  const folder = join(builds, key)
  if (existsSync(folder)) return folder
  const draft = join(builds, `${key}.${process.pid}`)
  try {
    mkdirSync(draft, { recursive: true })
    await make(draft)
    if (existsSync(folder)) rmSync(draft, { recursive: true, force: true })
    else renameSync(draft, folder)
    removeOld()
    return folder
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(folder)) failed(error)
    return existsSync(folder) ? folder : undefined
  }
}

/**
 * The folder with the command line as plain JavaScript: it starts in a third of the time, and each child needs half the
 * memory, of running the TypeScript through a loader. undefined where nothing can be written: then the loader does.
 */
export const findBuild = () =>
  keepBuild({
    folders: ['schemas', 'rules', 'workers'],
    sources: /\.(ts|json)$/,
    make: async (outdir) => {
      const { build, stop } = await import('esbuild')
      await build({
        entryPoints: entries.map((entry) => join(root, 'workers', `${entry}.ts`)),
        outdir,
        bundle: true,
        splitting: true,
        packages: 'external',
        platform: 'node',
        target: 'node20',
        format: 'esm',
        logLevel: 'silent',
      })
      // Its own process would stay, and take 75 MB, as long as the review lasts.
      await stop()
    },
  })

/** Builds of earlier sources are kept some days: a review that still runs loads parts of its own build late. */
function removeOld() {
  for (const name of readdirSync(builds)) {
    const path = join(builds, name)
    if (Date.now() - statSync(path).mtimeMs > keptDays * 86_400_000) rmSync(path, { recursive: true, force: true })
  }
}
