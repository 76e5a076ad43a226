import { defineConfig } from 'vitest/config'

/** Each fault many times on each queue: `npm run test:faults`, FAULT_RUNS times (20). One file at a time: they need the whole machine. */
export default defineConfig({
  test: {
    include: ['test/faults/*.fault.ts'],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
    fileParallelism: false,
  },
})
