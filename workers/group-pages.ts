import { numberOf } from './stages/extract/chinese-numbers.ts'
import { compareFiles } from './store/order-files.ts'

/** A file of a dossier by its place in it, and what was said of it beforehand: files of which different things are said are different documents. */
export type Named = { readonly name: string; readonly said?: { readonly role: string; readonly year?: number | undefined } | undefined }

const picture = /\.(?:jpe?g|png|tiff?|bmp|webp|gif)$/i
/** What cameras, scanners and messengers call every picture, and the words for a part of any document: they name no document. */
const anyPicture =
  /img|image|dsc[nf]?|pict?|photo|scan(?:ner)?|camscanner|page|mmexport|wx_?camera|wechat|微信图片|微信|图片|照片|相片|图像|扫描全能王|扫描件?|拍照|截图|复印件|文档|新建/giu
const anyPart = /封面|封底|扉页|首页|末页|尾页|目录|目次|正文|附表|附图|盖章页|签[字章]页|cover|contents|back/giu
const numeral = '[一二三四五六七八九十百]+'
const ofPage = new RegExp(`第?(?:\\d+|${numeral})[页頁张]|第${numeral}(?![章节年期次批])|共\\d+[页頁张]|p(?=\\d)`, 'giu')
const year = /(?:19|20)\d\d(?!\d)(?=年|[^\d]|$)/
/** Attachments are numbered, not paged. */
const attachment = /附件\s*\d+/gu
const marks = /[\s_\-–—.,，、·()（）[\]【】#+]+/gu

const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1)
const bareOf = (name: string) => name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')

/** What a file's name says beside the number of a page; empty where it says no more. Years in a name with words belong to it: 2020年度报告 is not page 2020. */
function titleIn(name: string): string {
  const bare = bareOf(name).normalize('NFKC').toLowerCase()
  const own = bare.match(attachment)?.join('') ?? ''
  const words = bare.replace(attachment, ' ').replace(ofPage, ' ').replace(anyPicture, ' ').replace(anyPart, ' ')
  const saysMore = own !== '' || /\p{L}/u.test(words) || bare.replace(marks, '') === (year.exec(bare)?.[0] ?? '-')
  const kept = saysMore ? year.exec(words)?.[0] : undefined
  const last = words.replace(year, (found) => (found === kept ? '\u0000' : found)).replace(/\d+/g, ' ')
  return (own + last.replace('\u0000', kept ?? '')).replace(marks, '')
}

/** 第十二页 as 第12页, so that pages sort by number. */
const numbered = (name: string) => name.replace(new RegExp(`(?<=第)${numeral}`, 'g'), (print) => String(numberOf(print)))

/** Covers and contents go before the pages that follow them, whatever their names sort by. */
const rankOf = (name: string) => (/封面|扉页|首页|cover/i.test(bareOf(name)) ? 0 : /目[录次]|contents/i.test(bareOf(name)) ? 1 : 2)

const inPageOrder = (a: Named, b: Named) =>
  rankOf(a.name) - rankOf(b.name) || compareFiles(numbered(bareOf(a.name)), numbered(bareOf(b.name))) || compareFiles(a.name, b.name)

/**
 * Which files are pages of one document: pictures that lie in one folder, whose names differ in the number of a page only or say nothing
 * at all (IMG_0001.jpg, 第2页.png), and of which the same was said beforehand. Pictures with names of their own (营业执照.jpg) stay documents of
 * their own. `together` names folders whose pictures are one document whatever they are called. Every file comes back in exactly one
 * group, its pages in the order of their names; the groups stand where their first file stood.
 */
export function groupPages<T extends Named>(files: readonly T[], together: (folder: string) => boolean = () => false): T[][] {
  const groups = new Map<string, T[]>()
  for (const [at, file] of files.entries()) {
    const folder = folderOf(file.name)
    const title = together(folder.slice(0, -1)) ? '' : titleIn(file.name)
    const key = picture.test(file.name) ? JSON.stringify([folder, title, file.said?.role, file.said?.year]) : String(at)
    groups.set(key, [...(groups.get(key) ?? []), file])
  }
  return [...groups.values()].map((group) => group.sort(inPageOrder))
}

/** What a document in several files is called: its pages' common name, or the folder's. */
export const nameTogether = (name: string): string => titleIn(name) || (folderOf(name).split('/').at(-2) ?? '') || bareOf(name)
