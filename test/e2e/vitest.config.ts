import { defineConfig } from 'vitest/config'

/** The whole service in a browser, as its three roles use it: `npm run test:e2e`. The steps follow one another. */
export default defineConfig({
  test: {
    include: ['test/e2e/*.e2e.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 1,
    fileParallelism: false,
    sequence: { shuffle: false },
    bail: 1,
  },
})
