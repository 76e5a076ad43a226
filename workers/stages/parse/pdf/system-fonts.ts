import { existsSync, readFileSync } from 'node:fs'

/**
 * Chinese fonts that systems ship: Debian's fonts-noto-cjk, other Linux distributions, Windows, macOS. Text in a font that
 * the PDF does not embed is drawn with the first one found; without any it stays blank in pictures (reading is not affected,
 * save for sideways text).
 */
const serif = [
  '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc',
  '/usr/share/fonts/noto-cjk/NotoSerifCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-serif-cjk-fonts/NotoSerifCJK-Regular.ttc',
  'C:\\Windows\\Fonts\\simsun.ttc',
  '/System/Library/Fonts/Supplemental/Songti.ttc',
]
const sans = [
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc',
  'C:\\Windows\\Fonts\\simhei.ttf',
  '/System/Library/Fonts/PingFang.ttc',
]

export type SystemFont = { data: Buffer; isCollection: boolean; offset: number }

const collectionTag = 0x74746366

/** In the Noto collections the third face is the simplified Chinese one; elsewhere the first will do. */
function faceOffset(data: Buffer, path: string): number {
  const faces = data.readUInt32BE(8)
  const face = /CJK/.test(path) && faces >= 3 ? 2 : 0
  return data.readUInt32BE(12 + face * 4)
}

function readFont(paths: readonly string[]): SystemFont | undefined {
  const path = paths.find((candidate) => existsSync(candidate))
  if (path === undefined) return undefined
  const data = readFileSync(path)
  const isCollection = data.readUInt32BE(0) === collectionTag
  return { data, isCollection, offset: isCollection ? faceOffset(data, path) : 0 }
}

const chineseCharsets = new Set([134, 136])
const chineseName = /song|sun|hei|kai|fang|ming|yahei|cjk|han|[\u4e00-\u9fff]|GB|宋|黑|楷|仿/i

/** Whether a wanted font is a Chinese one, by its character set (Windows' number) or its name. */
export const isChinese = (charset: number, face: string): boolean => chineseCharsets.has(charset) || chineseName.test(face)

/** A Chinese font of this system, serif or not, read when first wanted. Undefined where the system has none. */
export function createFontFinder(): (face: string) => SystemFont | undefined {
  const found = new Map<boolean, SystemFont | undefined>()
  return (face) => {
    const isSans = /hei|yahei|黑/i.test(face)
    if (!found.has(isSans)) found.set(isSans, readFont(isSans ? [...sans, ...serif] : [...serif, ...sans]))
    return found.get(isSans)
  }
}
