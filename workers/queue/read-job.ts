import { run as read } from '../read-document-job.ts'
import { endWithParent } from './end-with-parent.ts'

endWithParent()

/** Reads one file in a child of a worker; see workers/read-document-job.ts. */
export const run = read
