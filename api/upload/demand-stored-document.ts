import type { StoredDocument } from '../../workers/store/entities.ts'
import type { Store } from '../../workers/store/store.ts'
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

/** Judges a file that came in pieces by its first bytes, as one that came whole is judged. One that is refused leaves the dossier again. */
export async function demandStoredDocument(store: Pick<Store, 'blobs' | 'documents'>, { id, sha256 }: StoredDocument): Promise<void> {
  try {
    await demandDocument(await readHead(store, sha256))
  } catch (error) {
    await store.documents.remove(id)
    throw error
  }
}
