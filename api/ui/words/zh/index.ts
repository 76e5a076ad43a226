import { common } from './common.ts'
import { dossiers } from './dossiers.ts'
import { session } from './session.ts'

export const zh = { common, session, dossiers }
