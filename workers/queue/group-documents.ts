import type { Manifest } from '../../schemas/dossier.ts'
import { groupPages } from '../group-pages.ts'
import { namesFolder, saidOfFile } from '../said-of-file.ts'
import type { Override } from '../stages/classify/index.ts'
import type { StoredDocument } from '../store/entities.ts'

/** What is said of a document by its submitter: at its own entry, else in the manifest. */
export function saidOfDocument({ fileName, roleOverride, yearOverride }: StoredDocument, manifest: Manifest | null): Override | undefined {
  if (roleOverride === null) return saidOfFile(manifest, fileName)
  return { role: roleOverride, ...(yearOverride === null ? {} : { year: yearOverride }) }
}

/**
 * A revision's files as the documents that they make: page pictures that belong together are read by one job, that of the first of
 * them. An upload's ending has been held against its bytes, so that names tell what is a picture.
 */
export const groupDocuments = (documents: readonly StoredDocument[], manifest: Manifest | null): StoredDocument[][] =>
  groupPages(
    documents.map((document) => ({ name: document.fileName, said: saidOfDocument(document, manifest), document })),
    (folder) => namesFolder(manifest, folder),
  ).map((group) => group.map(({ document }) => document))
