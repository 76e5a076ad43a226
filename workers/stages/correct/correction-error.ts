/** A correction that cannot be made: one Chinese sentence that says why and what to enter. */
export class CorrectionError extends Error {
  override readonly name = 'CorrectionError'
}
