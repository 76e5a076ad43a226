import { admin, audit } from './admin.ts'
import { common } from './common.ts'
import { comparison } from './comparison.ts'
import { documents } from './documents.ts'
import { dossiers } from './dossiers.ts'
import { inbox } from './inbox.ts'
import { correction, matrix } from './matrix.ts'
import { portfolio } from './portfolio.ts'
import { rectification } from './rectification.ts'
import { overview, reports } from './reports.ts'
import { review } from './review.ts'
import { session } from './session.ts'
import { standards } from './standards.ts'

export const zh = {
  common,
  session,
  dossiers,
  inbox,
  documents,
  review,
  matrix,
  correction,
  overview,
  reports,
  rectification,
  comparison,
  portfolio,
  standards,
  admin,
  audit,
}
