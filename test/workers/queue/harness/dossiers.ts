import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Store } from '../../../../workers/store/store.ts'

const samples = fileURLToPath(new URL('../../../../samples/', import.meta.url))

export type File = { readonly name: string; readonly bytes: Uint8Array }

/** The files of a sample dossier, or those of them whose names contain `part`. */
export async function sample(dossier: 'acceptance' | 'creation', part = ''): Promise<File[]> {
  const folder = join(samples, dossier)
  const names = (await readdir(folder)).filter((name) => name.includes(part)).sort()
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })))
}

/** Someone for dossiers to belong to. */
export const openOrganisation = async (store: Store): Promise<string> =>
  (await store.organisations.create({ kind: 'office', name: '国家办公室', parentId: null })).id

/** Uploads files as a new dossier; gives its draft revision. */
export async function draft(store: Store, organisationId: string, files: readonly File[]): Promise<string> {
  const { revision } = await store.dossiers.create({ organisationId, title: '示例园区' })
  for (const { name, bytes } of files) {
    const blob = await store.blobs.put(bytes)
    await store.documents.add({ revisionId: revision.id, fileName: name, ...blob })
  }
  return revision.id
}
