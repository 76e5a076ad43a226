import { normalise } from '../../../rules/engine/normalise.ts'
import type { ParsedDocument } from '../../../schemas/document.ts'
import type { Project } from '../../../schemas/reading.ts'
import { evidenceOfBlock } from './evidence.ts'
import type { Owner } from './make-fact.ts'
import { outline } from './outline.ts'
import words from './table/projects.json' with { type: 'json' }

const { heading, item, name, told, done, open, cancelled } = Object.fromEntries(
  Object.entries(words.listed)
    .filter(([key]) => key !== 'note')
    .map(([key, pattern]) => [key, new RegExp(pattern, key === 'item' ? 'g' : '')]),
) as Record<Exclude<keyof typeof words.listed, 'note'>, RegExp>

const longest = 2_000
const longestState = 80

/**
 * The key supporting projects that a plan or an acceptance report tells as a list of lines (• 某某工程：2021年8月建成) and not as a table. Only
 * lines that begin with the name of a project and go on with its investment or state are read.
 */
export function listedProjects(owner: Owner, document: ParsedDocument): Project[] {
  if (owner.role !== 'plan' && owner.role !== 'acceptance_report') return []
  const { sections } = outline(document)
  return document.blocks.flatMap((block, index) => {
    const section = sections[index] ?? null
    const under = section?.split(' › ').at(-1) ?? ''
    if (block.kind !== 'paragraph' || block.text.length > longest || !heading.test(under)) return []
    return itemsOf(normalise(block.text).text).flatMap((text) => {
      const project = projectIn(text, owner)
      return project ? [{ ...project, evidence: evidenceOfBlock(block, text, section) }] : []
    })
  })
}

/** The lines of one paragraph, without the marks before them. */
const itemsOf = (text: string): string[] =>
  text
    .split(item)
    .map((part) => part.trim())
    .filter((part) => part !== '')

function projectIn(text: string, { document, role }: Owner): Omit<Project, 'evidence'> | undefined {
  const [, print = '', state = ''] = name.exec(text) ?? []
  if (print === '' || !told.test(state)) return undefined
  const status = role === 'plan' ? null : statusOf(state)
  if (role !== 'plan' && status === 'unclear') return undefined
  const statusText = role === 'plan' ? null : state.slice(0, longestState)
  return {
    document,
    role,
    name: print.replace(/[:,]$/, '').replace(/\s+/g, ''),
    statusText,
    status,
    investment: /投资(?:额|约|为|:)*([\d.,]+[万亿]?元)/.exec(state)?.[1] ?? null,
  }
}

/** What is told as done and as open at once (一期建成，二期在建) is left to the reader. */
function statusOf(state: string): NonNullable<Project['status']> {
  if (cancelled.test(state)) return done.test(state) ? 'unclear' : 'cancelled'
  if (open.test(state)) return done.test(state) ? 'unclear' : 'unfinished'
  return done.test(state) ? 'done' : 'unclear'
}
