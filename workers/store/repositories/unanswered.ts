import { type SQL, sql } from 'drizzle-orm'
import { dispositions } from '../schema/index.ts'

/**
 * Holds for the finding of this id while no answer stands: none was given, or it was taken back. Told as an absence, so that the database goes
 * along the findings until a page is full; by a joined row's null it reads them all.
 */
export const isUnanswered = (finding: SQL): SQL =>
  sql`not exists (select from ${dispositions} answer where answer.finding_id = ${finding} and answer.verdict is not null)`
