import { buildPictures } from './build-pictures.ts'
import { countFrames, readFrames } from './read-frames.ts'
import type { Parts } from './reader.ts'
import type { Recognise } from './scan/scan.ts'

/** Reads a picture file, each of its pages, by recognising its print. */
export async function readImage(bytes: Uint8Array, recognise: Recognise): Promise<Parts> {
  const frames = await countFrames(bytes)
  return buildPictures(frames, await readFrames(frames, recognise))
}
