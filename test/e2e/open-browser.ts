import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** The answers of the service that a walk brings about on purpose. */
const expected = [/\/api\/session$/, /\/rectification$/]

/** A page of someone's own browser, and what went wrong on it: script errors, refused policies, requests to elsewhere. */
export async function openPage(browser: Browser, at: string, options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(at) && !/^(?:blob|data):/.test(request.url())) faults.push(`elsewhere: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && !expected.some((one) => one.test(response.url()))) faults.push(`${response.status()} ${response.url()}`)
  })
  return { page, faults, close: () => context.close() }
}
export type Opened = Awaited<ReturnType<typeof openPage>>

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type Violation = { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }

/** What axe finds on the page that is serious or critical, by WCAG 2.2 AA; each as one line. */
async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(await axeSource)
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })`,
  )) as { violations: Violation[] }
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary.replace(/\s+/g, ' ').slice(0, 160)}`),
    )
}

const pictures = 'out/e2e'
/** Keeps the page as it looks, dark and light, to be looked at by people; gives what axe finds in either. */
export async function lookAt(page: Page, name: string): Promise<string[]> {
  mkdirSync(pictures, { recursive: true })
  const barriers: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.waitForTimeout(150)
    await page.screenshot({ path: `${pictures}/${name}-${colorScheme}.png` })
    barriers.push(...(await findBarriers(page)).map((barrier) => `${colorScheme}: ${barrier}`))
  }
  return barriers
}
