import type { Block, ParsedDocument } from '../../../schemas/document.ts'
import type { Role } from '../../../schemas/dossier.ts'
import type { Identity } from '../../../schemas/reading.ts'
import { findApproval } from './approval.ts'
import { findDates } from './dates.ts'
import { findPark } from './park.ts'
import { findRegion, findWaterScarce } from './region.ts'
import { findRole, findStage } from './role.ts'
import { spell } from './spelling.ts'
import { readTitleArea, type TitleArea } from './title-area.ts'
import { findReportYear, findYears } from './years.ts'

/** What dossier.json says of one file; it goes before anything recognised. */
export type Override = { readonly role: Role; readonly year?: number | undefined }

/** What a document says of itself stands in its first chapters; later text is about its subject. */
const OPENING = 400
const CLOSING = 8
const SHORT = 48

const proseOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [] : [spell(block.text)])).filter((line) => line !== '')

/** The date of the cover, else of the signature: the last date of a short line. */
function findDatedOn(area: TitleArea, closing: readonly string[]): string | null {
  const short = (lines: readonly string[]) => lines.filter((line) => line.length <= SHORT && !/[。;]/.test(line)).flatMap(findDates)
  const signed = short(closing).at(-1)
  const cover = short(area.lines).at(-1)
  return (area.addressee === null ? (cover ?? signed) : (signed ?? cover))?.on ?? null
}

/** A decision of the authority itself: its own date is the day of approval. */
const decision = /同意.{2,60}(?:建设|创建|开展).{0,30}(?:批复|通知|复函|函)$|(?:建设|创建).{0,20}的?批复$/

/**
 * Says which document this is, from its title, letter form, running heads, own words and outline; the file's name
 * only where nothing else speaks. `override` (dossier.json) decides role and year where it is given.
 */
export function classify(document: ParsedDocument, override?: Override): Identity {
  const area = readTitleArea(document)
  const closing = proseOf(document.blocks.slice(-2 * CLOSING)).slice(-CLOSING)
  const text = proseOf(document.blocks.slice(0, OPENING)).join('\n')
  const guess = override === undefined ? findRole(document, area, text) : { role: override.role, confidence: 1 }
  const datedOn = findDatedOn(area, closing)
  const decided = decision.test(area.title.replace(/[(][^()]*[)]$/, '')) ? datedOn : null
  const reportYear = guess.role === 'annual_report' ? findReportYear(document, area.title, text, datedOn) : null
  return {
    role: guess.role,
    year: override?.year ?? reportYear,
    park: findPark(area, closing, text),
    region: findRegion(area, text),
    stage: findStage(guess.role, area, text),
    ...findYears(document, area.title, guess.role),
    datedOn,
    approvedOn: decided ?? findApproval(text),
    waterScarce: findWaterScarce(text),
    confidence: guess.confidence,
  }
}
