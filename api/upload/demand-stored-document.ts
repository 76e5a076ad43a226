import type { Blob, Store } from '../../workers/store/store.ts'
import { demandDocument, headBytes } from './file-type.ts'

async function readHead({ blobs }: Pick<Store, 'blobs'>, sha256: string): Promise<Buffer> {
  const stream = await blobs.stream(sha256)
  let head = Buffer.alloc(0)
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)])
    if (head.length >= headBytes) break
  }
  return head
}

/** Judges a file that came in pieces by its first bytes, as one that came whole is judged while it flows. Throws `upload.type`. */
export const demandStoredDocument = async (store: Pick<Store, 'blobs'>, { sha256 }: Blob, fileName: string): Promise<void> =>
  demandDocument(await readHead(store, sha256), fileName)
