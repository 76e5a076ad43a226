import { readStandard } from '../rules/standards/index.ts'
import { readDocument } from './review.ts'
import { printDocx } from '../test/variants/print/docx.ts'
const standard = readStandard('hj274-2015')
const texts = process.argv.slice(2)
const bytes = await printDocx([{ kind: 'title', text: '岚屿经济技术开发区2021年度工作报告' },{kind:'paragraph',text:'基准年为2018年，验收年为2021年。'}, { kind: 'heading', level: 1, text: '指标计算' }, ...texts.map((text) => ({ kind: 'paragraph' as const, text }))], true)
const reading = await readDocument({ id: 'd', name: '2021年度工作报告.docx', bytes }, standard)
for (const f of reading.facts) console.log(f.subject, f.year, f.kind, f.raw, f.canonical?.value, f.evidence.text?.slice(0, 20))
for (const c of reading.calculations) console.log('calc', JSON.stringify(c).slice(0, 200))
