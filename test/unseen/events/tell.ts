import { rules } from '../../../rules/index.ts'
import { readStandard } from '../../../rules/standards/index.ts'
import { readDocument, reviewDossier } from '../../../workers/review.ts'
import { p, title } from '../../variants/document.ts'
import { print } from '../../variants/print/index.ts'

const standard = readStandard('hj274-2015')
const risks = new Set<string>(rules.map((rule) => rule.id).filter((id) => id.startsWith('risk/')))

/** What a review tells of one sentence in an annual report for 2022 of a park approved on 18 June 2020: the rules that warn or accuse, and those that accuse. */
export async function tell(sentence: string): Promise<{ told: string[]; severe: string[] }> {
  const bytes = await print({
    name: '2022年度工作报告.html',
    role: 'annual_report',
    year: 2022,
    printer: 'html',
    facts: [],
    blocks: [title('云泽经济技术开发区国家生态工业示范园区建设2022年度工作报告'), p('一、基本情况'), p(sentence), p('二、下年度计划')],
  })
  const reading = await readDocument({ id: 'd1', name: '2022年度工作报告.html', bytes }, standard)
  const { report } = reviewDossier([reading], {
    park: '云泽经济技术开发区',
    region: '江苏省',
    stage: 'annual',
    approvedOn: '2020-06-18',
  } as never)
  const found = report.findings.filter((one) => risks.has(one.rule) && one.severity !== 'info')
  const named = (all: typeof found): string[] => [...new Set(all.map((one) => one.rule.slice(5)))].sort()
  return { told: named(found), severe: named(found.filter((one) => one.severity === 'error')) }
}
