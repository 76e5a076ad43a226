import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** The bytes of a file, fetched a stretch at a time. */
export type Blocks = { readonly size: number; read(from: number, size: number): Uint8Array; close(): void }

export const blocksOf = (bytes: Uint8Array): Blocks => ({
  size: bytes.length,
  read: (from, size) => bytes.subarray(from, from + size),
  close: () => {},
})

/** A file on disk, none of which is kept in memory. Throws where it cannot be opened. */
export function openBlocks(path: string): Blocks {
  const file = openSync(path, 'r')
  return {
    size: fstatSync(file).size,
    read: (from, size) => {
      const block = Buffer.allocUnsafe(size)
      let filled = 0
      for (let got = -1; filled < size && got !== 0; filled += got) got = readSync(file, block, filled, size - filled, from + filled)
      return block.subarray(0, filled)
    },
    close: () => closeSync(file),
  }
}
