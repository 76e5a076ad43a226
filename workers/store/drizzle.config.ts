import { defineConfig } from 'drizzle-kit'

/** For `npm run migrations`: writes the SQL that brings the tables from the last migration to the schema. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './workers/store/schema/index.ts',
  out: './workers/store/migrations',
})
