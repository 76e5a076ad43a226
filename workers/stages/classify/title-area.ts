import type { Block, ParsedDocument } from '../../../schemas/document.ts'
import { spell } from './spelling.ts'

/** The head of a document: its title lines as one text, each line apart, and whom it is addressed to if it is a letter. */
export type TitleArea = { readonly title: string; readonly lines: readonly string[]; readonly addressee: string | null }

const MOST_BLOCKS = 24
const LONGEST_TITLE = 90

const numbered =
  /^(?:第[一二三四五六七八九十\d]+[章节篇]|[一二三四五六七八九十]+、|\d{1,2}(?:[.]\d{1,2})*[.、]?(?=[\u4e00-\u9fa5])(?![年月日号]))/
const contents = /^(?:目录|目次|前言|摘要|图目录|表目录|插图|附图|正文|contents)/i
const salutation = /^[^。;]{2,80}(?:厅|局|部|委|委员会|办公室|办|政府|领导小组|协调机制|组|管委会|公司|单位)(?:办公室)?:$/
const sentence = /[。;;]|,[^)]*,|^(?:本|根据|按照|为|依据)[^报规]{2,}/
/** Lines of a cover that are no part of the title: who wrote it, when, which copy it is. */
const imprint =
  /^(?:编制|编写|委托|承担|填报|填表|申报|申请|报送|主持|技术支持|协作|项目|园区|主管|推荐|报告)(?:单位|机构|日期|时间|部门|人|名称)?:|(?:管理委员会|管委会|研究院|研究所|设计院|公司|大学|中心|协会|集团)(?:[(]?(?:盖章|公章|章)[)]?)?(?:20\d{2}年.*)?$|^[(]?20\d{2}(?:年\d{1,2}月(?:\d{1,2}[日号])?|[-./]\d{1,2}[-./]\d{1,2})[)]?$|^(?:附件|附录|附)[一二三四五六七八九十\d]*[::]?$|^[(]?(?:送审稿|报批稿|征求意见稿|评审稿|定稿|修订稿|初稿|内部资料)[)]?$|^[^、。]{2,12}[(〔[]20\d{2}[)〕\]]第?\d+号$|^-?\d{1,3}-?$/

const endsTitle = (line: string) => numbered.test(line) || contents.test(line) || sentence.test(line) || line.length > LONGEST_TITLE

const topRow = (block: Block): string[] => {
  if (block.kind !== 'table') return []
  const first = block.cells.filter((cell) => cell.row === 1)
  return first.length === 1 && first[0] !== undefined && block.columns > 1 ? [first[0].text] : []
}

/** A heading below the title's own level opens the text, whatever it is called. */
const opensText = (block: Block, titleLevel: number | null) => block.kind === 'heading' && (block.level ?? 1) > (titleLevel ?? 0)

function linesOf(blocks: readonly Block[]): string[] {
  const lines: string[] = []
  let titleLevel: number | null = null
  for (const block of blocks.slice(0, MOST_BLOCKS)) {
    if (block.kind === 'table') return [...lines, ...topRow(block)]
    if (block.kind === 'note') continue
    const line = spell(block.text)
    if (line === '') continue
    if (salutation.test(line)) return [...lines, line]
    if (endsTitle(line) || (lines.length > 0 && opensText(block, titleLevel))) return lines
    if (lines.length === 0 && block.kind === 'heading') titleLevel = block.level
    lines.push(line)
  }
  return lines
}

/** Metadata that word processors leave behind and that is no title: file names, program names, 文档1. */
const placeholder = /^(?:microsoft|word|wps|untitled|无标题|文档|新建|幻灯片|工作簿|document|sheet)|[.](?:docx?|pdf|xlsx?|wps|tmp|pptx?)$/i

const spelledTitle = (document: ParsedDocument) => {
  const title = spell(document.title ?? '')
  return title === '' || placeholder.test(title) || title.length > LONGEST_TITLE ? null : title
}

/** The head of a document, up to its first sentence, chapter, table of contents, salutation or table. */
export function readTitleArea(document: ParsedDocument): TitleArea {
  const all = linesOf(document.blocks)
  const last = all.at(-1)
  const addressee = last !== undefined && salutation.test(last) ? last.slice(0, -1) : null
  const lines = addressee === null ? all : all.slice(0, -1)
  const titles = lines.filter((line) => !imprint.test(line))
  const metadata = spelledTitle(document)
  return { title: titles.length > 0 ? titles.join('') : (metadata ?? ''), lines, addressee }
}
