import { common } from './common.ts'
import { documents } from './documents.ts'
import { dossiers } from './dossiers.ts'
import { review } from './review.ts'
import { session } from './session.ts'

export const zh = { common, session, dossiers, documents, review }
