/** Prints reports as the service does: each page's text is in the PDF, on paper of A4, and no address of another is asked for. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium, printPdf } from '../../workers/render/print-pdf.ts'

const asked: string[] = []
const outside = createServer((request, response) => {
  asked.push(request.url ?? '')
  response.end()
})
await new Promise<void>((listening) => outside.listen(0, '127.0.0.1', listening))
const { port } = outside.address() as AddressInfo
const folder = await mkdtemp(join(tmpdir(), 'print-report-'))
const faults: string[] = []

for (const file of process.argv.slice(2)) {
  const html = await readFile(file, 'utf8')
  const page = join(folder, 'page')
  const spy = `<img src="http://127.0.0.1:${port}/picture"><script>fetch('http://127.0.0.1:${port}/script')</script>`
  // Without the page's own policy: the printer's must hold by itself.
  const bare = html.replace(/<meta[^>]*content-security-policy[^>]*>/i, '')
  if (bare === html || !bare.includes('</h1>')) faults.push(`${file}: the page has no policy, or no title, of its own`)
  await writeFile(page, bare.replace('</h1>', `</h1>${spy}`))
  const pdf = join(folder, 'report.pdf')
  await writeFile(pdf, await printPdf(findChromium(process.env['CHROMIUM'] ?? null), page))
  const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }).replace(/\s/g, '')
  const [, title = ''] = /<h1[^>]*>([^<]+)/.exec(html) ?? []
  if (title === '' || !text.includes(title.replace(/\s/g, ''))) faults.push(`${file}: the print does not hold the title “${title}”`)
  const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))
  if (Math.round(Number(size?.[1])) !== 595 || Math.round(Number(size?.[2])) !== 842)
    faults.push(`${file}: printed on ${size?.[0]}, not on A4`)
}
if (asked.length > 0) faults.push(`asked for ${asked.join(', ')}`)
outside.close()
await rm(folder, { recursive: true })
for (const fault of faults) process.stderr.write(`${fault}\n`)
process.exit(faults.length > 0 ? 1 : 0)
