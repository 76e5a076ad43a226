import { normalise } from '../../rules/engine/normalise.ts'

/** A number's print by which two readings of it are compared: in normal characters, without blanks and marks between thousands. */
export const bareNumber = (print: string): string => normalise(print).text.replace(/[\s,]/g, '')
