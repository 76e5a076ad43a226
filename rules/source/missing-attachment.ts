import type { Fact } from '../../schemas/fact.ts'
import type { Reading } from '../../schemas/reading.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { normalise } from '../engine/normalise.ts'
import { placeName } from '../engine/place-name.ts'

type Cited = Target & { readonly number: string; readonly first: Fact; readonly known: ReadonlySet<string>; readonly share: number }

const numbered =
  /(?:附件|支撑材料|佐证材料|证明材料|支撑附件|材料编号|附表)(?:编号|第|号|:|-)?(\d{1,3}(?:[-.]\d{1,3}){0,3})(?!\d|年|%|[.-]\d)/g

const numbersIn = (text: string): string[] => [...normalise(text).text.matchAll(numbered)].flatMap(([, number]) => number ?? [])

/** The numbers that names of files, headings and sheets bear: what a citation can be followed to. */
const labelsOf = ({ file, headings, facts }: Reading): string[] => [
  file,
  ...headings.map(({ text }) => text),
  ...new Set(facts.flatMap(({ evidence }) => evidence.sheet ?? [])),
]

/** 3-2 is found in 3-2 and in the whole of 3. */
const leads = (number: string, known: ReadonlySet<string>): boolean =>
  number.split(/[-.]/).some((_, index, parts) => known.has(parts.slice(0, index + 1).join('-')))

/** Of fewer numbered attachments than this no system can be told. */
const FEWEST = 3

function* given(dossier: Dossier): Generator<Cited> {
  const known = new Set(
    dossier.documents
      .flatMap(labelsOf)
      .flatMap(numbersIn)
      .map((number) => number.replaceAll('.', '-')),
  )
  const cited = new Map<string, Fact>()
  for (const fact of dossier.facts)
    if (fact.role === 'acceptance_report')
      for (const number of numbersIn(fact.source?.text ?? '')) if (!cited.has(number)) cited.set(number, fact)
  if (cited.size < FEWEST || known.size === 0) return
  const share = [...cited.keys()].filter((number) => leads(number, known)).length / cited.size
  for (const [number, first] of cited) yield { subject: number, year: null, facts: [first], number, first, known, share }
}

function check({ number, first, known, share }: Cited, dossier: Dossier): Outcome {
  if (leads(number, known)) return passed
  if (share < 0.5) return skipped('多数支撑材料编号在文件名、标题和工作表名中找不到，编号方式未能识别')
  return failed({
    message: `${placeName(first, dossier)}引用的支撑材料${number}（“${first.source?.text ?? ''}”）在提交的文件中没有找到。`,
    expected: `支撑材料${number}`,
    actual: '未见',
    places: [{ document: first.document, evidence: first.source?.evidence ?? first.evidence }],
  })
}

/** Every numbered attachment that the acceptance report cites is among the papers (Art. 17(5)). */
export default defineRule({
  id: 'source/missing-attachment',
  severity: 'warning',
  article: '17(5)',
  summary: 'A numbered attachment that a value cites is found by its number among files, headings and sheets.',
  title: '所引支撑材料编号是否有对应的材料',
  given,
  check,
})
