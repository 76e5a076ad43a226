import type { CutPictureJob } from '../cut-picture-job.ts'
import { jobModule } from '../job-module.ts'
import { createPool } from '../parse-pool.ts'
import type { EvidencePictures } from '../stages/report/html/pictures.ts'
import type { Source } from './readers.ts'

/** Drawing a part of a page takes a tenth of a second; what takes this long is an attack. */
const limits = { memoryMb: 512, timeoutMs: 15_000, size: 1 }

/**
 * Cuts pictures out of the dossier's PDFs in a child of its own. A picture that cannot be made is null, and its document
 * is not asked again: its places are then told in words.
 */
export function startPictureCutter(sources: readonly Source[]): { cut: EvidencePictures; close: () => Promise<void> } {
  const pool = createPool<CutPictureJob, Uint8Array | null>({ ...limits, module: jobModule('cut-picture-job') })
  const paths = new Map(sources.map(({ id, path }) => [id, path]))
  const cut: EvidencePictures = async (document, page, bbox, marks) => {
    const path = paths.get(document) ?? null
    if (path === null) return null
    const picture = await pool.run({ path, page, bbox, marks }).catch(() => undefined)
    if (picture === undefined) paths.delete(document)
    return picture ?? null
  }
  return { cut, close: () => pool.close() }
}
