import { Report } from '../../schemas/report.ts'
import type { Id } from '../../workers/store/entities.ts'
import type { Store } from '../../workers/store/store.ts'
import { Problem } from '../problem.ts'

/** The report of a reviewed revision as it stands. Throws `report.outdated` where another version of this program wrote it. */
export async function readReport({ reports, blobs }: Pick<Store, 'reports' | 'blobs'>, revisionId: Id): Promise<Report> {
  const file = await reports.find(revisionId, 'json')
  if (file === undefined) throw new Problem('report.not-ready')
  const report = Report.safeParse(JSON.parse((await blobs.read(file.sha256)).toString('utf8')))
  if (!report.success) throw new Problem('report.outdated')
  return report.data
}
