import type { Database } from '../database.ts'
import { tellingOutages } from '../outage.ts'
import type { Repositories } from '../store.ts'
import { createApiTokens } from './api-tokens.ts'
import { createAudit } from './audit.ts'
import { createCorrections } from './corrections.ts'
import { createDocuments } from './documents.ts'
import { createDossiers } from './dossiers.ts'
import { createFacts } from './facts.ts'
import { createFindings } from './findings.ts'
import { createIdempotency } from './idempotency.ts'
import { createOrganisations } from './organisations.ts'
import { createPortfolio } from './portfolio.ts'
import { createPresence } from './presence.ts'
import { createRecognisedPages } from './recognised-pages.ts'
import { createRectifications } from './rectifications.ts'
import { createReports } from './reports.ts'
import { createRevisions } from './revisions.ts'
import { createSessions } from './sessions.ts'
import { createUsers } from './users.ts'
import { createWebhooks } from './webhooks.ts'

/** All tables over one database or transaction. Where the database is away or full, each tells so as a StoreError. */
export const createRepositories = (database: Database): Repositories => ({
  organisations: tellingOutages(createOrganisations(database)),
  users: tellingOutages(createUsers(database)),
  sessions: tellingOutages(createSessions(database)),
  apiTokens: tellingOutages(createApiTokens(database)),
  dossiers: tellingOutages(createDossiers(database)),
  revisions: tellingOutages(createRevisions(database)),
  documents: tellingOutages(createDocuments(database)),
  recognisedPages: tellingOutages(createRecognisedPages(database)),
  facts: tellingOutages(createFacts(database)),
  findings: tellingOutages(createFindings(database)),
  corrections: tellingOutages(createCorrections(database)),
  reports: tellingOutages(createReports(database)),
  rectifications: tellingOutages(createRectifications(database)),
  portfolio: tellingOutages(createPortfolio(database)),
  presence: tellingOutages(createPresence(database)),
  audit: tellingOutages(createAudit(database)),
  webhooks: tellingOutages(createWebhooks(database)),
  idempotency: tellingOutages(createIdempotency(database)),
})
