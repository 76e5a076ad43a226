import type { Statement } from '../../schemas/told.ts'
import { defineRule, failed, type Outcome, passed, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { placeName } from '../engine/place-name.ts'
import { saidIn } from '../engine/required-contents.ts'

type Lists = Target & { readonly compilers: readonly Statement[]; readonly experts: readonly Statement[] }

function* given({ documents }: Dossier): Generator<Lists> {
  const [compilers, experts] = ['compilers', 'experts'].map((what) => documents.flatMap((document) => saidIn(document, what)))
  if (compilers?.length && experts?.length) yield { subject: null, year: null, facts: [], compilers, experts }
}

/** A name of two to four characters between separators; words of offices and titles are none. */
const person = /^[\u4e00-\u9fa5]{2,4}$/
const office = /[局厅院所委部处科室组会司校系]$|教授|研究员|工程师|高工|主任|组长|成员|专家|单位|大学|公司|中心|论证|评审|意见|组成/
const namesIn = (text: string): string[] => text.split(/[、,;:。\s()/]+/).filter((word) => person.test(word) && !office.test(word))

function check({ compilers, experts }: Lists, dossier: Dossier): Outcome {
  const compiling = new Map(compilers.flatMap((one) => namesIn(one.text).map((name) => [name, one] as const)))
  for (const list of experts)
    for (const name of namesIn(list.text)) {
      const other = compiling.get(name)
      if (other !== undefined)
        return failed({
          message: `“${name}”既在编制人员中（${placeName(other, dossier)}），又在专家名单中（${placeName(list, dossier)}），请核实是否应当回避。`,
          expected: '编制人员不担任论证、验收专家',
          actual: name,
          places: [other, list].map(({ document, evidence }) => ({ document, evidence })),
        })
    }
  return passed
}

/** Nobody who compiled the papers judges them as an expert (Art. 37). */
export default defineRule({
  id: 'standing/conflict-of-interest',
  severity: 'warning',
  article: '37',
  summary: 'No name stands both among those who compiled the papers and among the experts who judged them.',
  title: '编制人员是否兼任论证或验收专家',
  given,
  check,
})
