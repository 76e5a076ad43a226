import type { Words } from '../shape.ts'
import type { inbox as zh } from '../zh/inbox.ts'

export const inbox: Words<typeof zh> = {
  title: 'To do',
  nothing: 'Nothing waits for you',
  nothingLead: 'Dossiers that have been reviewed, or sent back to you, are listed here.',
  open: '{count} not judged yet',
  allJudged: 'All judged',
  groups: {
    judge: 'To be judged',
    compare: 'Submitted again, to be looked at',
    late: 'Overdue at the park',
    waiting: 'Being mended by the park',
    mend: 'To be mended by you',
    draft: 'Not submitted yet',
    running: 'Under review',
    failed: 'Review failed',
    reviewed: 'With the authority',
  },
  leads: {
    judge: 'reviewed; confirm or dismiss each finding',
    compare: 'see what was mended first, and what changed unasked',
    late: 'the due date has passed',
    waiting: 'sent back, not yet due',
    mend: 'answer each finding, then submit again',
    draft: 'upload all documents, then submit',
    running: 'moves up once it is done',
    failed: 'see why, then review again',
    reviewed: 'see your own check meanwhile',
  },
}
