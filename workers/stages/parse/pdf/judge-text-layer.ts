import type { PageContent } from './page-content.ts'
import { isBlank } from './printed-character.ts'

/** Why a page's text layer tells nothing: a bare scan, a scanner's hidden text, text under a picture, wrong characters, letters drawn as shapes. */
export type Unusable = 'picture' | 'hidden' | 'covered' | 'garbled' | 'outlines'

/** A picture over this share of the page is the page itself. */
const pageSized = 0.5
const wholePage = 0.85
/** A page number and a running head may be real text on a scanned page. */
const fewCharacters = 40
/** More characters than this share that no Chinese report prints: the font maps them wrongly. */
const mostGarbage = 0.15
/** Letters drawn as shapes take a dozen curves each. */
const manyCurves = 3000

const ranges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x370, 0x3ff],
  [0x2000, 0x27bf],
  [0x2e80, 0x33ff],
  [0x4e00, 0x9fef],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe6f],
  [0xff00, 0xffef],
]

/** Characters that a Chinese document prints: CJK, ASCII, Greek, signs. Private use, U+FFFD and Latin accents speak of a font without a map. */
function isReadable(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0
  return ranges.some(([from, to]) => code >= from && code <= to)
}

function largestPicture(page: PageContent, over: boolean): number {
  const areas = page.pictures
    .filter((picture) => !over || picture.over)
    .map(({ box }) => {
      const width = Math.min(box[2], page.width) - Math.max(box[0], 0)
      const height = Math.min(box[3], page.height) - Math.max(box[1], 0)
      return Math.max(0, width) * Math.max(0, height)
    })
  return Math.max(0, ...areas) / (page.width * page.height)
}

/**
 * Decides whether a page can be read from its text layer. Undefined where it can (or is blank); else why not, and the
 * page needs character recognition.
 */
export function judgeTextLayer(page: PageContent): Unusable | undefined {
  const inked = page.glyphs.filter((glyph) => !isBlank(glyph.text))
  const seen = inked.filter((glyph) => !glyph.hidden)
  const picture = largestPicture(page, false)
  if (inked.length > seen.length && seen.length <= fewCharacters && picture >= pageSized) return 'hidden'
  if (seen.length <= fewCharacters && picture >= pageSized) return 'picture'
  if (seen.length <= fewCharacters && page.curves >= manyCurves) return 'outlines'
  if (largestPicture(page, true) >= wholePage) return 'covered'
  const garbage = seen.filter((glyph) => !isReadable(glyph.text)).length
  return garbage >= 5 && garbage > seen.length * mostGarbage ? 'garbled' : undefined
}

const reasons: Record<Unusable, string> = {
  picture: '是扫描图像，没有文字层',
  hidden: '是扫描图像，所附文字层由扫描软件生成，不可靠',
  covered: '的文字被整页图片覆盖',
  garbled: '的文字层是乱码（字体缺少字符对照表）',
  outlines: '的文字已转成图形，没有文字层',
}

/** The Chinese sentence for a page that needs character recognition and could not be recognised. */
export function tellUnusable(page: number, reason: Unusable): string {
  return `第${page}页${reasons[reason]}，文字识别（OCR）没有成功。请人工核对该页；如有电子版原件，请改交原件。`
}
