import type { Recognition } from '../../schemas/document.ts'

/** Below what accuses: the print is read well, but which row or column it belongs to is not certain. */
const inferredAtMost = 0.85

/** As sure as print can be whose place in its table is inferred. */
export const placeInferred = (recognition: Recognition): Recognition => ({
  ...recognition,
  confidence: Math.min(recognition.confidence, inferredAtMost),
  placeInferred: true,
})
