import { readFileSync, writeFileSync } from 'node:fs'
import { writeHtml, writeDocx, writeXlsx } from './workers/stages/report/index.ts'
import { renderRegions } from './workers/stages/parse/pdf/render-regions.ts'
import { readRegulation } from './rules/regulations/index.ts'
const c = process.argv[2]!
const report = JSON.parse(readFileSync(`/tmp/rep/${c}/report.json`, 'utf8'))
const files = new Map(report.documents.map((d: any) => [d.id, `/work/shared/corpus/${c}/dossier/${d.file}`]))
const pic = async (d: string, page: number, bbox: any, marks: any) => (await renderRegions(readFileSync(files.get(d) as string), [{ page, bbox, marks }]))[0] ?? null
const t = Date.now()
const h = await writeHtml(report, pic, readRegulation('draft'), { generatedAt: '2023年5月8日' })
writeFileSync('/tmp/rep/report.html', h); writeFileSync('/tmp/rep/report.docx', await writeDocx(report, readRegulation('draft'))); writeFileSync('/tmp/rep/report.xlsx', await writeXlsx(report, readRegulation('draft')))
console.log(h.length, Date.now() - t)
