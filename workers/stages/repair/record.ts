import type { Cell, Recognition } from '../../../schemas/document.ts'

/** What knowledge makes of a reading: the text, why, and how sure the whole is now. */
export type Repaired = { readonly text: string; readonly why: string; readonly confidence: number }

/** The recognition with its repair told. What was read stays in it. */
export function recorded(recognition: Recognition, from: string, { text, why, confidence }: Repaired): Recognition {
  return { ...recognition, confidence, repairs: [...(recognition.repairs ?? []), { from, to: text, why }] }
}

/** The cell as repaired, with the record of it. */
export function repairedCell(cell: Cell, repaired: Repaired): Cell {
  const { recognition } = cell
  if (recognition === undefined) return cell
  const told =
    repaired.text === cell.text ? { ...recognition, confidence: repaired.confidence } : recorded(recognition, cell.text, repaired)
  return { ...cell, text: repaired.text, confidence: Math.min(1, repaired.confidence), recognition: told }
}
