import type { Box } from '../../../../schemas/place.ts'
import type { Region } from '../places.ts'

/**
 * The cut-out of a page as a JPEG, each mark drawn as a box around a value, or null where there is none to give.
 * Boxes are in points from the page's top left corner; the region may reach over the page's edge and is cut to it.
 */
export type EvidencePictures = (document: string, page: number, bbox: Box, marks: Box[]) => Promise<Uint8Array | null>

export type Picture = { readonly source: string; readonly width: number; readonly height: number }

/** Keeps the page under ten million characters with room for its text; what comes after is quoted as text. */
const limits = { pictures: 150, bytes: 6_000_000, onePicture: 1_000_000 }

const keyOf = ({ document, page, bbox, marks }: Region): string => JSON.stringify([document, page, bbox, marks])

/**
 * Takes the pictures of these regions, first come first served until the page is full. Equal regions are taken once.
 * A picture that fails or is no JPEG is left out: its place is then told in words.
 */
export async function takePictures(
  regions: readonly Region[],
  pictures: EvidencePictures,
): Promise<(region: Region) => Picture | undefined> {
  const taken = new Map<string, Picture | undefined>()
  let bytes = 0
  let shown = 0
  for (const region of regions) {
    const key = keyOf(region)
    const known = taken.get(key)
    if (taken.has(key) && known === undefined) continue
    if (shown >= limits.pictures || bytes >= limits.bytes) break
    const picture = known ?? (await takeOne(region, pictures))
    taken.set(key, picture)
    shown += picture === undefined ? 0 : 1
    bytes += picture?.source.length ?? 0
  }
  return (region) => taken.get(keyOf(region))
}

async function takeOne({ document, page, bbox, marks }: Region, pictures: EvidencePictures): Promise<Picture | undefined> {
  try {
    const jpeg = await pictures(document, page, bbox, [...marks])
    const size = jpeg === null || jpeg.length > limits.onePicture ? undefined : findJpegSize(jpeg)
    if (jpeg === null || size === undefined) return undefined
    return { source: `data:image/jpeg;base64,${Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength).toString('base64')}`, ...size }
  } catch {
    return undefined
  }
}

/** Width and height from a JPEG's frame header; undefined for any other bytes. */
export function findJpegSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at)
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    if (marker >> 8 !== 0xff) return undefined
  }
  return undefined
}
