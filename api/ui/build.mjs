import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { keepBuild } from '../../workers/build.mjs'

const self = fileURLToPath(import.meta.url)

/** The folder with the pages as the browser loads them, built when a source has changed. undefined where that cannot be done; `failed` is told why. */
export const findPages = (failed) =>
  keepBuild({
    name: 'pages-',
    folders: ['schemas', 'api/ui', 'api/show'],
    sources: /\.(vue|ts|css|json|html|svg|mjs)$/,
    // In a process of its own: building takes half a gigabyte, which a server that built would hold for good.
    make: (outDir) => promisify(execFile)(process.execPath, [self, outDir]),
    failed,
  })

async function build(outDir) {
  const vite = await import('vite')
  await vite.build({
    configFile: fileURLToPath(new URL('./pages.config.ts', import.meta.url)),
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'error',
    build: { outDir, emptyOutDir: false },
  })
}

if (process.argv[1] === self) {
  const [outDir] = process.argv.slice(2)
  if (outDir !== undefined) await build(outDir)
  else if ((await findPages((error) => process.stderr.write(`${error}\n`))) === undefined) process.exitCode = 1
}
