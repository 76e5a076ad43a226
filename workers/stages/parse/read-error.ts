/** Why a file, or a part of it, cannot be read: a stable dotted code, and one Chinese sentence saying what is wrong and what to do. */
export class ReadError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'ReadError'
    this.code = code
  }
}
