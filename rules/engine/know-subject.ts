import type { Indicator, Standard } from '../../schemas/edition.ts'
import { findUnit } from './units.ts'

/** What the rules need to know of a subject besides its facts. */
export type Subject = {
  readonly id: string
  readonly zh: string
  readonly unit: string
  /** True where its value depends on money, and so on the prices it is expressed in. */
  readonly money: boolean
  /** True for whole things (人, 家, 件), whose print is the number itself and not a rounded one. */
  readonly counted: boolean
  /** The quantities that its formula uses; empty for a quantity and for what is counted or judged. */
  readonly inputs: readonly string[]
  readonly indicator: Indicator | null
}

const known = new WeakMap<Standard, ReadonlyMap<string, Subject>>()

function list(standard: Standard): ReadonlyMap<string, Subject> {
  const money = new Set(standard.quantities.filter((quantity) => quantity.money).map((quantity) => quantity.id))
  const quantities = new Set(standard.quantities.map((quantity) => quantity.id))
  const subjects = new Map<string, Subject>()
  for (const { id, zh, unit } of standard.quantities)
    subjects.set(id, { id, zh, unit, money: money.has(id), counted: isCount(unit), inputs: [], indicator: null })
  for (const indicator of standard.indicators) {
    const inputs = [...new Set(indicator.formula?.match(/[a-z]\w*/g) ?? [])].filter((name) => quantities.has(name))
    const { id, zh, unit } = indicator
    subjects.set(id, { id, zh, unit, money: inputs.some((input) => money.has(input)), counted: isCount(unit), inputs, indicator })
  }
  return subjects
}

const isCount = (unit: string): boolean => ['count', 'person'].includes(findUnit(unit)?.dimension ?? '')

/** Every subject of an edition, quantities first. */
export function subjectsOf(standard: Standard): ReadonlyMap<string, Subject> {
  const found = known.get(standard) ?? list(standard)
  known.set(standard, found)
  return found
}

export const findSubject = (id: string, standard: Standard): Subject | undefined => subjectsOf(standard).get(id)

/** The Chinese name of a subject; its id where the edition does not know it. */
export const subjectName = (id: string, standard: Standard): string => findSubject(id, standard)?.zh ?? id
