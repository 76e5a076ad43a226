import type { Engine } from './engine.ts'
import { groupLines } from './group-lines.ts'
import type { OpenPdf } from './open-pdf.ts'
import type { Glyph, PageContent, Rule } from './page-content.ts'
import type { FontNames } from './read-glyphs.ts'
import { readPage } from './read-page.ts'
import { captionPattern, unitPattern } from './table-words.ts'

/** Pages looked at: enough to tell what repeats, few enough to cost nothing. */
const sampled = 6
/** The lines of running heads and feet stand in the outer sixth of the page. */
const zone = 0.16
const samePlace = 1.5
/** A table's first rule has its header's rule this near below; the line under a running head stands alone. */
const nextRule = 60

/** Its head or foot stands this near to it. */
const nearHead = 24

/** A line that every page shows at one place: under its running head or over its foot. */
export type PageRule = { at: number; from: number; to: number; width: number }

const isOuter = (rule: Rule, page: PageContent) => rule.at < page.height * zone || rule.at > page.height * (1 - zone)
const matches = (rule: Rule, page: PageContent, other: PageRule) =>
  Math.abs(page.width - other.width) < 2 &&
  Math.abs(rule.at - other.at) < samePlace &&
  Math.abs(rule.from - other.from) < samePlace &&
  Math.abs(rule.to - other.to) < samePlace

/** Whether no other line of its width is near on the body's side: then it begins no table. */
const isAlone = (rule: Rule, page: PageContent) =>
  !page.horizontals.some(
    (other) =>
      other !== rule &&
      Math.abs(other.from - rule.from) < 6 &&
      Math.abs(other.to - rule.to) < 6 &&
      Math.abs(other.at - rule.at) < nextRule &&
      Math.abs(other.at - page.height / 2) < Math.abs(rule.at - page.height / 2),
  )

/** Whether no other line of its width stands between it and the page's edge: such a line would be a row's in a table. */
const isOutermost = (rule: Rule, page: PageContent) =>
  !page.horizontals.some(
    (other) =>
      other !== rule &&
      Math.abs(other.from - rule.from) < 6 &&
      Math.abs(other.to - rule.to) < 6 &&
      other.at < page.height / 2 === rule.at < page.height / 2 &&
      Math.abs(other.at - page.height / 2) > Math.abs(rule.at - page.height / 2),
  )

/** Whether a running head or foot stands at its outer side: text that is no table's caption. */
function hasHead(rule: Rule, page: PageContent): boolean {
  const top = rule.at < page.height / 2
  const distance = (glyph: Glyph) => (top ? rule.at - glyph.bottom : glyph.top - rule.at)
  const near = groupLines(page.glyphs.filter((glyph) => distance(glyph) > -2 && distance(glyph) < nearHead))
  const line = top ? near[near.length - 1] : near[0]
  return line !== undefined && !captionPattern.test(line.text) && !unitPattern.test(line.text)
}

/** Finds the lines that belong to the page, not to a table, from a sample of pages after the cover. */
export function findPageRules(engine: Engine, pdf: OpenPdf, fonts: FontNames): PageRule[] {
  if (pdf.pages < 2) return []
  const step = Math.max(1, Math.floor((pdf.pages - 1) / sampled))
  const pages: PageContent[] = []
  for (let index = 1; index < pdf.pages && pages.length < sampled; index += step) {
    const page = readPage(engine, pdf.document, index, fonts)
    if (page !== undefined && page.glyphs.length > 0) pages.push(page)
  }
  const found: PageRule[] = []
  for (const page of pages)
    for (const rule of page.horizontals) {
      const own: PageRule = { at: rule.at, from: rule.from, to: rule.to, width: page.width }
      if (!isOuter(rule, page) || rule.to - rule.from < page.width * 0.3 || found.some((other) => matches(rule, page, other))) continue
      if (repeats(own, pages)) found.push(own)
    }
  return found
}

/** Whether most pages show this line, under a head or over a foot; without such text it must stand alone on all of them. */
function repeats(own: PageRule, pages: readonly PageContent[]): boolean {
  const needed = Math.max(2, pages.length * 0.7)
  const shown = pages.flatMap((page) =>
    page.horizontals
      .filter((rule) => matches(rule, page, own) && isOutermost(rule, page))
      .map((rule) => ({ rule, page }))
      .slice(0, 1),
  )
  if (shown.length < needed) return false
  const alone = shown.filter(({ rule, page }) => isAlone(rule, page)).length
  const headed = shown.filter(({ rule, page }) => hasHead(rule, page)).length
  return alone >= (headed >= needed ? 1 : needed)
}

/** The page without the lines of its running head and foot. */
export function withoutPageRules(page: PageContent, rules: readonly PageRule[]): PageContent {
  if (rules.length === 0) return page
  return { ...page, horizontals: page.horizontals.filter((rule) => !rules.some((other) => matches(rule, page, other))) }
}
