import { writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { writeDocx } from './workers/stages/report/docx/write-docx.ts'
import { regulation, sampleReport } from './test/workers/stages/report/sample-report.ts'
const a = await writeDocx(sampleReport, regulation, { generatedAt: '2023年5月8日' })
await new Promise(r=>setTimeout(r,2100))
const b = await writeDocx(sampleReport, regulation, { generatedAt: '2023年5月8日' })
const h=(x:Uint8Array)=>createHash('sha256').update(x).digest('hex').slice(0,12)
console.log(a.length,h(a),h(b))
writeFileSync('/tmp/rep/report.docx', a)
