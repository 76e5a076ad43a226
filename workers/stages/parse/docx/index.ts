import type { Problem } from '../../../../schemas/document.ts'
import { numberItems } from '../item.ts'
import { macroProblem } from '../ooxml/macros.ts'
import { openPackage, type Package } from '../ooxml/package.ts'
import { findMainPart, readRelationships } from '../ooxml/relationships.ts'
import { readXml } from '../ooxml/xml.ts'
import { ReadError } from '../read-error.ts'
import { type Parts, problem, readParts } from '../reader.ts'
import type { Recognise } from '../scan/scan.ts'
import type { Content } from './content.ts'
import { findTitle } from './headings.ts'
import { itemsOf } from './items.ts'
import { readNotes } from './notes.ts'
import { readNumbering } from './numbering.ts'
import { contentHandler, contentOf } from './read-content.ts'
import { type ReadPictures, readPictures } from './read-pictures.ts'
import { createState, type State } from './reader-state.ts'
import { runningTexts } from './running-heads.ts'
import { readStyles } from './styles.ts'

/** Fewer characters than this beside pictures: the text is in the pictures. */
const fewCharacters = 200

async function readBody(source: Package, part: string, state: State, problems: Problem[]): Promise<Content[]> {
  try {
    await readXml(source.stream(part), contentHandler(state))
  } catch (error) {
    // What stands before the damage is worth reading; hostile content is not.
    if (!(error instanceof ReadError) || !['ooxml.malformed', 'zip.damaged'].includes(error.code) || state.characters === 0) throw error
    problems.push(problem(error.code, error.message))
  }
  return contentOf(state)
}

/** Lists number from 1 again in every part, so each part has its own state. */
async function readPart(source: Package, part: string, create: () => Promise<State>): Promise<Content[]> {
  const state = await create()
  await readXml(source.stream(part), contentHandler(state))
  return contentOf(state)
}

const pagesOf = ({ renderedPageBreaks, pageBreaks }: State) => 1 + (renderedPageBreaks > 0 ? renderedPageBreaks : pageBreaks)

const isAllPictures = ({ pictures, characters }: State) => pictures > 0 && characters < fewCharacters

function pictureProblem(state: State, { recognised, lost }: ReadPictures): Problem[] {
  if (lost > 0) return [problem('docx.pictures-lost', `文中有 ${lost} 张图片的文字识别（OCR）没有成功。请核对图片中是否有指标数据。`)]
  if (recognised > 0 || !isAllPictures(state)) return []
  return [problem('docx.pictures', `正文几乎没有文字，内容在 ${state.pictures} 张图片里，无法读取。请提供文字可以选中复制的版本。`)]
}

/** The parts that a text's pictures are, by the ids under which it points at them. */
function pictureParts(content: readonly Content[], links: ReadonlyMap<string, string>): string[] {
  return content.flatMap((item): string[] => {
    if (item.kind === 'picture') return [links.get(item.link) ?? []].flat()
    if (item.kind === 'paragraph') return []
    return item.rows.flatMap((row) => row.cells.flatMap((cell) => pictureParts(cell.content, links)))
  })
}

/**
 * Reads a Word document in one pass over its XML: headings, list numbers, tables with their spans, footnotes, headers and footers.
 * Deleted and hidden text is left out, inserted text kept; macros and linked files are never touched. Tables in its pictures are
 * recognised and stand where the picture stands.
 */
export async function readDocx(bytes: Uint8Array, recognise: Recognise): Promise<Parts> {
  const source = await openPackage(bytes)
  const main = await findMainPart(source, 'word/document.xml')
  const links = await readRelationships(source, main)
  const partOf = (type: string) => links.find((link) => link.type === type)?.target
  const styles = await readStyles(source, partOf('styles'))
  const create = async () => createState(styles, await readNumbering(source, partOf('numbering'), styles))
  const problems: Problem[] = macroProblem(source)

  const state = await create()
  const content = await readBody(source, main, state, problems)
  const notes = await readNotes(source, { f: partOf('footnotes'), e: partOf('endnotes') }, create)
  const heads: Content[][] = []
  for (const { type, target } of links)
    if ((type === 'header' || type === 'footer') && source.has(target)) heads.push(await readPart(source, target, create))

  const targets = new Map(links.map(({ id, target }) => [id, target]))
  const read = await readPictures(source, pictureParts(content, targets), recognise, isAllPictures(state))
  const shown = new Map([...targets].flatMap(([id, part]) => [[id, read.items.get(part) ?? []] as const]))
  const pictures = pictureProblem(state, read)
  // Beside a text that was read, a picture that was not is most likely a photo: told of, but no fault of the document.
  const damaged = problems.some(({ code }) => code !== 'ooxml.macros') || (pictures.length > 0 && isAllPictures(state))
  const blocks = numberItems(itemsOf(content, { notes, pictures: shown }))
  return readParts({
    ...(damaged && blocks.length > 0 ? { status: 'partial' as const } : {}),
    problems: [...problems, ...pictures],
    pages: pagesOf(state),
    ocrPages: read.recognised,
    title: findTitle(content) ?? read.title,
    blocks,
    runningHeads: runningTexts(heads),
  })
}
