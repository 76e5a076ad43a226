/** What the caller learns from the command's end. */
export const exitCodes = {
  /** The review ran to its end, whatever it found. */
  reviewed: 0,
  /** It ran, and --fail-on found something that severe. */
  foundFaults: 1,
  /** It could not run. */
  couldNotRun: 2,
} as const

/** A reason not to run, told to the user in one Chinese line that says what to do. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun'
}
