import type { Config } from '../config.ts'
import type { Store } from './store.ts'

export type StoreConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 's3'>

/** Opens the store: starts or joins the embedded database where no other is named, and brings the tables up to date. */
export async function openStore(_config: StoreConfig): Promise<Store> {
  throw new Error('not yet')
}
