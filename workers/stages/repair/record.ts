import type { Cell, Recognition } from '../../../schemas/document.ts'
import { placeInferred } from '../place-inferred.ts'

/** What knowledge makes of a reading: the text, why, and how sure the whole is now. */
export type Repaired = { readonly text: string; readonly why: string; readonly confidence: number }

/** No repair makes a place certain that was inferred. */
const withSureness = (recognition: Recognition, confidence: number): Recognition =>
  recognition.placeInferred ? placeInferred({ ...recognition, confidence }) : { ...recognition, confidence }

/** The recognition with its repair told. What was read stays in it. */
export function recorded(recognition: Recognition, from: string, { text, why, confidence }: Repaired): Recognition {
  return { ...withSureness(recognition, confidence), repairs: [...(recognition.repairs ?? []), { from, to: text, why }] }
}

/** The cell as repaired, with the record of it. */
export function repairedCell(cell: Cell, repaired: Repaired): Cell {
  const { recognition } = cell
  if (recognition === undefined) return cell
  const told = repaired.text === cell.text ? withSureness(recognition, repaired.confidence) : recorded(recognition, cell.text, repaired)
  return { ...cell, text: repaired.text, confidence: Math.min(1, told.confidence), recognition: told }
}
