import { StoreError, type StoreErrorCode } from '../../workers/store/store-error.ts'
import { Problem, type ProblemCode } from '../problem.ts'

const codes: Readonly<Record<StoreErrorCode, ProblemCode>> = {
  'store.not-found': 'object.not-found',
  'store.conflict': 'request.conflict',
  'store.not-draft': 'revision.state',
  'store.bad-cursor': 'request.cursor',
  'store.too-large': 'upload.too-large',
  'store.blob-missing': 'document.damaged',
  'store.blob-damaged': 'document.damaged',
  'store.wrong-offset': 'upload.offset',
  'store.disk-full': 'server.disk-full',
  'store.unavailable': 'server.busy',
}

/** What the store refuses, told to the caller; its sentence is fit to be shown. */
export const storeProblem = ({ code, message }: StoreError): Problem => new Problem(codes[code], message)

/** Runs `work`; where the store refuses with `from`, the caller is told `to` instead. */
export async function retell<T>(work: Promise<T>, from: StoreErrorCode, to: ProblemCode): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof StoreError && error.code === from) throw new Problem(to, error.message)
    throw error
  }
}
