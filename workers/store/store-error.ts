/**
 * The codes of what the store refuses:
 * - not-found: no such object
 * - conflict: it was changed by another in between, or the name is taken
 * - not-draft: the revision is submitted; its documents can no longer be changed
 * - bad-cursor: the page mark is not one that a list gave
 * - too-large: more bytes than allowed
 * - blob-missing, blob-damaged: bytes that are gone, or are no longer those that were stored
 * - wrong-offset: a piece of an upload that does not follow the bytes received
 * - disk-full: no room left for the bytes
 * - unavailable: database or object store cannot be reached
 */
export type StoreErrorCode =
  | 'store.not-found'
  | 'store.conflict'
  | 'store.not-draft'
  | 'store.bad-cursor'
  | 'store.too-large'
  | 'store.blob-missing'
  | 'store.blob-damaged'
  | 'store.wrong-offset'
  | 'store.disk-full'
  | 'store.unavailable'

/** What the store refuses, with a stable code and one Chinese sentence that can be shown to the user. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
