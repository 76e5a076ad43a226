import type { Revision } from '../../workers/store/entities.ts'
import type { Store } from '../../workers/store/store.ts'
import { Problem } from '../problem.ts'
import type { ApiSettings } from '../settings.ts'
import type { Allowance } from './watch-bytes.ts'

/** A dossier has tens of files; the command line's folder has the same limit. */
export const mostFiles = 2_000

/** Throws `revision.state` where the revision is submitted: what was reviewed stays as it was. */
export function demandDraft({ status }: Revision): void {
  if (status !== 'draft') throw new Problem('revision.state', '材料已提交，不能再增删文件。需要整改后重报时，请先新建一次提交。')
}

/** What the revision may still take in, in files and bytes, counted from what it and its organisation hold. */
export async function allowanceOf(
  { documents }: Pick<Store, 'documents'>,
  revision: Revision,
  { largestDossier, largestOrganisation }: ApiSettings,
): Promise<{ allowance: Allowance; files: number }> {
  const [held, all] = await Promise.all([documents.list(revision.id), documents.usage(revision.organisationId)])
  if (held.length >= mostFiles) throw new Problem('upload.too-many', `一份材料最多 ${mostFiles} 个文件。`)
  const free = { files: largestOrganisation.files - all.files, bytes: largestOrganisation.bytes - all.bytes }
  if (free.files <= 0 || free.bytes <= 0)
    throw new Problem('upload.quota', '本园区保存的材料已达到系统给定的上限。请删除不再需要的材料，或联系管理员。')
  const left = largestDossier - held.reduce((sum, { size }) => sum + size, 0)
  return { files: Math.min(mostFiles - held.length, free.files), allowance: { left: Math.min(left, free.bytes) } }
}
