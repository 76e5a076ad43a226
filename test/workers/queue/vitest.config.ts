import { defineConfig } from 'vitest/config'

/** Tests against real servers: `npm run test:service`. Each file starts its own; one file at a time, as they measure time. */
export default defineConfig({
  test: {
    include: ['test/**/*.service.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
    fileParallelism: false,
  },
})
