import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** Where systems put it. */
const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome']
const longestMs = 3 * 60_000
/** Put before the page: only its own styles, and pictures that it holds itself. What would still go out finds a proxy that is none. */
const policy = `<!doctype html><meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`

/** The machine has no browser to print with, or it did not print. */
export class PrintError extends Error {
  override readonly name = 'PrintError'
}

/** The browser to print with: the one named, else the one that the system has; null where there is none. */
export const findChromium = (named: string | null): string | null => named ?? usual.find((path) => existsSync(path)) ?? null

/**
 * Prints a page that we have written ourselves, as the browser of the system lays it out for paper. No script runs, and no address but the
 * page's own is reached. Throws a PrintError, in Chinese, where there is no browser or it fails.
 */
export async function printPdf(chromium: string | null, page: string): Promise<Uint8Array> {
  if (chromium === null)
    throw new PrintError('服务器没有安装 Chromium，不能生成 PDF。请下载 HTML 报告后用浏览器打印，或请管理员安装 Chromium。')
  const folder = await mkdtemp(join(tmpdir(), 'ecopark-print-'))
  try {
    const [html, pdf] = [join(folder, 'report.html'), join(folder, 'report.pdf')]
    await writeFile(html, `${policy}${await readFile(page, 'utf8')}`)
    const options = [
      ...['--headless', '--disable-gpu', '--no-first-run', '--no-default-browser-check', '--disable-extensions'],
      ...['--disable-background-networking', '--disable-sync', '--disable-dev-shm-usage', '--proxy-server=127.0.0.1:9'],
      ...['--proxy-bypass-list=<-loopback>', '--no-pdf-header-footer', `--user-data-dir=${join(folder, 'profile')}`],
      // Its own sandbox does not work for the superuser.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ]
    await run(chromium, [...options, `--print-to-pdf=${pdf}`, pathToFileURL(html).href], { timeout: longestMs, killSignal: 'SIGKILL' })
    return await readFile(pdf)
  } catch (cause) {
    throw new PrintError('Chromium 未能生成 PDF。请下载 HTML 报告后用浏览器打印，并告知管理员。', { cause })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
