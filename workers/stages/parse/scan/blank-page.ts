import type { PageContent } from '../pdf/page-content.ts'
import type { Picture } from './picture.ts'

/** A page of this size on which nothing is printed. */
export const blankPage = ({ width, height, dpi }: Pick<Picture, 'width' | 'height' | 'dpi'>, page: number): PageContent => ({
  page,
  width: (width * 72) / dpi,
  height: (height * 72) / dpi,
  turns: 0,
  glyphs: [],
  horizontals: [],
  verticals: [],
  pictures: [],
  curves: 0,
  clipped: false,
})
