import sharp from 'sharp'
import { ReadError } from '../read-error.ts'
import { largestDecoded, largestPixels } from './limits.ts'
import type { Picture } from './picture.ts'

/** What a picture tells of itself. */
export type ImageFacts = { width: number; height: number; frames: number; dpi: number }

/** The long side of a sheet (A4) in inches: what a picture without a size on paper is taken for. */
const sheet = 11.7
/** Sizes on paper that no scanner or camera means. */
const likelyDpi = { least: 90, most: 1300 }

const damaged = () => new ReadError('image.damaged', '图片已损坏，无法打开。请重新扫描或另存后再提交。')
const tooLarge = () => new ReadError('image.too-large', '图片的像素过多，没有读取。请以 300 dpi 重新扫描或缩小后再提交。')

const open = (bytes: Uint8Array, page: number) =>
  sharp(bytes, { page, limitInputPixels: largestDecoded, failOn: 'truncated', sequentialRead: true, unlimited: false })

/** Reads a picture's size and number of pages from its head alone. Throws a ReadError that says what to do where it cannot. */
export async function readImageFacts(bytes: Uint8Array): Promise<ImageFacts> {
  const head = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  if (head?.width === undefined || head.height === undefined) throw damaged()
  const height = head.pageHeight ?? head.height
  if (head.width * height > largestDecoded) throw tooLarge()
  const natural = Math.max(head.width, height) / sheet
  const told = head.density ?? 0
  const dpi = told >= likelyDpi.least && told <= likelyDpi.most && told > natural / 2 && told < natural * 2 ? told : natural
  return { width: head.width, height, frames: head.format === 'tiff' ? (head.pages ?? 1) : 1, dpi }
}

/** One page of a picture file, upright as its camera says, white where it is transparent, and no larger than is of use. */
export async function decodeImage(bytes: Uint8Array, page: number): Promise<Picture> {
  const { width, height, dpi } = await readImageFacts(bytes)
  const shrink = Math.min(1, Math.sqrt(largestPixels / (width * height)), usefulDpi / dpi)
  const { data, info } = await open(bytes, page - 1)
    .rotate()
    .resize({ width: Math.round(width * shrink), height: Math.round(height * shrink), fit: 'inside' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw damaged()
    })
  const rgb = info.channels === 3 ? data : spread(data)
  return { width: info.width, height: info.height, rgb, dpi: dpi * shrink }
}

/** Finer scans than this only take longer. */
const usefulDpi = 250

/** Grey pictures have one channel. */
function spread(data: Uint8Array): Uint8Array {
  const rgb = new Uint8Array(data.length * 3)
  for (let at = 0; at < data.length; at++) rgb.fill(data[at] ?? 0, at * 3, at * 3 + 3)
  return rgb
}
