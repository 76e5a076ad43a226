import type { Config } from '../workers/config.ts'
import type { ReviewQueue } from '../workers/queue.ts'
import type { Rechecker } from '../workers/recheck.ts'
import type { Renderer } from '../workers/render.ts'
import type { Store } from '../workers/store/store.ts'
import type { ApiSettings } from './settings.ts'
import type { Resolve } from './webhook/address.ts'

/** Everything the API leans on; tests give their own. */
export type Dependencies = {
  readonly store: Store
  readonly queue: ReviewQueue
  /** Pictures and reports are made by it, in children; the API parses no document. */
  readonly renderer: Renderer
  /** Runs the checks again after a correction, in a child too. */
  readonly rechecker: Rechecker
  readonly config: Pick<Config, 'publicUrl' | 'trustProxy' | 'oidc' | 'webhooksAllowPrivate' | 'logLevel'>
  readonly settings: ApiSettings
  /** The folder with the built pages; without one the API stands alone. */
  readonly pages?: string | undefined
  readonly now?: () => Date
  /** How webhooks' hosts are looked up. */
  readonly resolve?: Resolve
  readonly slowBody?: { readonly everyMs: number; readonly fewestBytes: number }
}
