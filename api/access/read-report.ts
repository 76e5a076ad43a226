import type { z } from 'zod'
import { Report } from '../../schemas/report.ts'
import type { Id } from '../../workers/store/entities.ts'
import type { Store } from '../../workers/store/store.ts'
import { Problem } from '../problem.ts'

type Kept = Pick<Store, 'reports' | 'blobs'>

/** A part of a reviewed revision's report as it stands. Throws `report.outdated` where another version of this program wrote it otherwise. */
export async function readPart<T>({ reports, blobs }: Kept, revisionId: Id, part: z.ZodType<T>): Promise<T> {
  const file = await reports.find(revisionId, 'json')
  if (file === undefined) throw new Problem('report.not-ready')
  const read = part.safeParse(JSON.parse((await blobs.read(file.sha256)).toString('utf8')))
  if (!read.success) throw new Problem('report.outdated')
  return read.data
}

/** The whole of it. */
export const readReport = (store: Kept, revisionId: Id): Promise<Report> => readPart(store, revisionId, Report)
