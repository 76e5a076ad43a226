/** Opens reports in a real browser: no script error, no request to the outside, nothing wider than the page, and they print. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Page } from 'playwright-core'

const A4 = '210mm'

async function faultsOf(page: Page, file: string, folder: string): Promise<string[]> {
  const faults: string[] = []
  page.on('console', (message) => message.type() !== 'log' && faults.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('request', (request) => /^(?:file|data):/.test(request.url()) || faults.push(`request: ${request.url()}`))
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url().slice(0, 120)}`))
  await page.goto(pathToFileURL(resolve(file)).href, { waitUntil: 'load' })
  const seen = await page.evaluate(
    '({ wide: document.documentElement.scrollWidth - innerWidth, title: document.title, broken: [...document.images].filter((image) => image.naturalWidth === 0).length })',
  )
  const { wide, title, broken } = seen as { wide: number; title: string; broken: number }
  if (wide > 0) faults.push(`the page is ${wide} px wider than the window`)
  if (broken > 0) faults.push(`${broken} pictures do not show`)
  const printed = join(folder, 'report.pdf')
  await page.pdf({ path: printed, width: A4, height: '297mm', printBackground: true })
  const text = execFileSync('pdftotext', [printed, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const park = title.split(' · ')[0] ?? ''
  if (park === '' || !text.replace(/\s/g, '').includes(park.replace(/\s/g, ''))) faults.push('the print does not hold the title')
  return faults
}

const files = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'report-page-'))
const browser = await chromium.launch({
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
try {
  for (const file of files) {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    const faults = await faultsOf(page, file, folder)
    for (const fault of faults) process.stdout.write(`${file}: ${fault}\n`)
    if (faults.length > 0) process.exitCode = 1
    await page.close()
  }
  process.stdout.write(`${files.length} reports opened and printed\n`)
  if (files.length === 0) process.exitCode = 1
} finally {
  await browser.close()
  await rm(folder, { recursive: true })
}
