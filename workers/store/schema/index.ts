export * from './accounts.ts'
export * from './dossiers.ts'
export * from './records.ts'
export * from './reviews.ts'
