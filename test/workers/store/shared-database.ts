import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stopPostmaster } from '../../../workers/store/embedded/postmaster.ts'

/** Vitest's global set-up: a place for one embedded PostgreSQL, which the first test that needs a database starts. */
export async function setup() {
  const folder = await mkdtemp(join(tmpdir(), 'ecopark-test-'))
  process.env['ECOPARK_TEST_POSTGRES'] = join(folder, 'postgres')
  return async () => {
    await stopPostmaster(join(folder, 'postgres'))
    await rm(folder, { recursive: true, force: true })
  }
}
