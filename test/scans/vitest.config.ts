import { defineConfig } from 'vitest/config'

/** Tests that draw and read many whole pages: `npm run test:scans`. */
export default defineConfig({ test: { include: ['test/**/*.scan.ts'], testTimeout: 60_000, maxWorkers: 2 } })
