/** What a child of workers/child-pool.ts runs: loads its job module once, then answers one job after another. */
import { register } from 'tsx/esm/api'

register()
const module = import(process.argv[2] ?? '')

process.on('message', async ({ job }) => {
  try {
    const { run } = await module
    process.send({ answer: await run(job) })
  } catch (error) {
    process.send({ error: error instanceof Error ? error.message : String(error) })
  }
})
process.on('disconnect', () => process.exit())
