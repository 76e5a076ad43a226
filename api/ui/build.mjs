import { fileURLToPath } from 'node:url'
import { keepBuild } from '../../workers/build.mjs'

/** The folder with the pages as the browser loads them, built when a source has changed. undefined where that cannot be done; `failed` is told why. */
export const findPages = (failed) =>
  keepBuild({
    name: 'pages-',
    folders: ['schemas', 'api/ui', 'api/show'],
    sources: /\.(vue|ts|css|json|html|svg|mjs)$/,
    make: async (outDir) => {
      const { build } = await import('vite')
      await build({
        configFile: fileURLToPath(new URL('./pages.config.ts', import.meta.url)),
        root: fileURLToPath(new URL('.', import.meta.url)),
        logLevel: 'error',
        build: { outDir, emptyOutDir: false },
      })
    },
    failed,
  })

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = await findPages((error) => process.stderr.write(`${error}\n`))
  if (folder === undefined) process.exitCode = 1
}
