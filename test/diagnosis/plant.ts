import type { Dossier } from '../../rules/dossier.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Cause } from '../../schemas/finding.ts'
import type { Random } from '../variants/random.ts'
import type { Clean } from './clean-dossier.ts'

/** One cause planted into a clean dossier: the facts that are now wrong, and what the cause is to be called. */
export type Planted = {
  readonly dossier: Dossier
  readonly culprits: readonly Fact[]
  readonly cause: Cause
  /** True where the number has too few digits for the cause to be told from an accident, so that it must stay unnamed. */
  readonly tooFewDigits: boolean
}

/** Tries to plant at a place drawn by chance; undefined where that place does not bear it (then another is drawn). */
export type Plant = (clean: Clean, random: Random) => Planted | undefined

/** Printed values that a typist may get wrong. */
export const cells = ({ dossier }: Clean, wanted: (fact: Fact) => boolean = () => true): Fact[] =>
  dossier.facts.filter((fact) => fact.kind === 'actual' && fact.value !== null && Number(fact.value) !== 0 && wanted(fact))

export const digitsOf = (digits: string): number => digits.replace(/[-.]/g, '').replace(/^0+/, '').length

export const sameCell = (a: Fact, b: Fact): boolean => a.subject === b.subject && a.year === b.year && a.kind === b.kind

/** The facts that say something of the same subject and year. */
export const statedAlso = (one: Fact, dossier: Dossier): Fact[] => dossier.facts.filter((fact) => fact.id !== one.id && sameCell(fact, one))

/** The fewest digits among a print and what it is held against. */
export const coarsest = (prints: readonly Fact[]): number => Math.min(...prints.map((fact) => digitsOf(fact.value ?? '')))
