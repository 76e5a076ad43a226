import { mkdirSync, writeFileSync } from 'node:fs'
import acceptanceData from './making/acceptance.json' with { type: 'json' }
import { acceptanceSample } from './making/acceptance.ts'
import type { Block } from './making/block.ts'
import creationData from './making/creation.json' with { type: 'json' }
import { creationSample } from './making/creation.ts'
import type { Data } from './making/data.ts'
import { printDocx } from './making/print-docx.ts'
import { printPdf } from './making/print-pdf.ts'
import { printXlsx } from './making/print-xlsx.ts'

/** Makes both sample dossiers anew: node --import tsx samples/make.ts */
async function write(folder: string, documents: Record<string, Block[]>): Promise<void> {
  mkdirSync(new URL(`${folder}/`, import.meta.url), { recursive: true })
  for (const [file, blocks] of Object.entries(documents)) {
    const bytes = file.endsWith('.pdf') ? await printPdf(blocks) : await printDocx(blocks)
    writeFileSync(new URL(`${folder}/${file}`, import.meta.url), bytes)
  }
}

const { documents, workbook } = acceptanceSample(acceptanceData as Data)
await write('acceptance', documents)
writeFileSync(new URL('acceptance/数据支撑材料.xlsx', import.meta.url), await printXlsx(workbook))
await write('creation', creationSample(creationData as Data))
