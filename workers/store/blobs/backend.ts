import type { Readable } from 'node:stream'
import type { Sha256 } from '../entities.ts'

/** Where bytes lie. Names are SHA-256 sums; whether the bytes still match them is checked by the caller. */
export type Backend = {
  /** Takes over a complete file that is safe on disk, replacing bytes of the same name; safe itself when it returns. */
  keep(file: string, sha256: Sha256, size: number): Promise<void>
  has(sha256: Sha256): Promise<boolean>
  /** Throws StoreError store.blob-missing. */
  open(sha256: Sha256): Promise<Readable>
  /** The path of the bytes where they lie on this machine's disk. */
  localPath(sha256: Sha256): string | null
  delete(sha256: Sha256): Promise<void>
  /** Throws where it cannot be reached or written to. */
  ping(): Promise<void>
}
