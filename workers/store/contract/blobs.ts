import type { Readable } from 'node:stream'
import type { Id, Sha256, StoredDocument, Upload } from '../entities.ts'

/** Files that come in pieces, so that a broken connection costs the last piece only. Works over several API machines. */
export type Uploads = {
  create(upload: { revisionId: Id; fileName: string; size: number; sha256?: Sha256 | null; createdBy?: Id | null }): Promise<Upload>
  find(id: Id): Promise<Upload | undefined>
  list(revisionId: Id): Promise<Upload[]>
  /**
   * Keeps the piece that begins at `offset`. What arrived before the connection broke is kept too: ask `find` for `received`.
   * Throws store.wrong-offset where the piece does not follow, store.too-large where it goes beyond the size.
   */
  append(id: Id, offset: number, bytes: Readable): Promise<Upload>
  /**
   * Joins the pieces to one blob and adds the document. Throws store.conflict where bytes are missing or the sha256 is another, and
   * what `accept` throws of the whole: then the revision stays as it was.
   */
  finish(id: Id, accept?: (whole: Blob) => Promise<void>): Promise<{ outcome: 'added' | 'same' | 'replaced'; document: StoredDocument }>
  delete(id: Id): Promise<boolean>
}

export type Blob = { readonly sha256: Sha256; readonly size: number }

/** Bytes by their SHA-256, on disk or in an S3-compatible store. What is read is what was stored, or StoreError store.blob-damaged. */
export type Blobs = {
  /**
   * Keeps bytes; hashed while they are written, safe on disk (or in S3) when this returns. Nothing is left behind when it throws:
   * store.too-large beyond `maxBytes` (told while streaming), store.disk-full, or the source's own error.
   */
  put(
    bytes: Readable | AsyncIterable<Uint8Array> | Uint8Array,
    options?: { maxBytes?: number | undefined; signal?: AbortSignal | undefined },
  ): Promise<Blob>
  has(sha256: Sha256): Promise<boolean>
  /** The checked bytes in memory. */
  read(sha256: Sha256): Promise<Buffer>
  /** Streams the bytes, checking while they flow: the stream ends with the error where they are damaged, before its last piece. */
  stream(sha256: Sha256): Promise<Readable>
  /** Runs `work` with the path of a checked local file (not to be written to), which may be gone when `work` ends. */
  withFile<T>(sha256: Sha256, work: (path: string) => Promise<T>): Promise<T>
}
