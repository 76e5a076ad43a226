import type { Warn } from './backend.ts'

/** Where warnings go when nobody gave another place. */
export const warnOnStderr: Warn = (message) => void process.stderr.write(`${message}\n`)
