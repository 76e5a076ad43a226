import { findUnit } from '../../../../rules/engine/units.ts'
import { unitFactor } from '../make-fact.ts'
import type { Subject } from '../vocabulary.ts'

/** A unit that a caption or note tells for the whole table, or for what it names: 二氧化碳单位为万吨; 前四项单位为吨. */
export type TableUnit = { readonly unit: string; readonly of: string | null }

const told = /^(.*?)的?(?:计量)?单位(?:均|都)?(?:为|是|[:：])?(.+)$/
const named = /^([一-龥]{2,}?)(?:均为|为|[:：])([^为:：]{1,8})$/
const unnamed = /^(?:注?[:：]?)(?:表中|其余|其他|其它|前.{1,2}项|后.{1,2}项|数据|数值|各项)?(?:指标|数据)?$/
const isUnit = (print: string): boolean => {
  const dimension = findUnit(print)?.dimension
  return dimension !== undefined && dimension !== 'none'
}

/** The units of a caption: behind 单位：, or alone in brackets. */
export function unitsInCaption(caption: string): TableUnit[] {
  const behind = /单位[:：]([^)）]+)/.exec(caption)
  const bracketed = [...caption.matchAll(/[(（]([^()（）]+)[)）]/g)].map((match) => match[1] ?? '')
  const inside = behind && bracketed.some((text) => text.includes(behind[0]))
  return [...(behind && !inside ? [behind[0]] : []), ...bracketed].flatMap((text) => text.split(/[、,，;；]/)).flatMap(unitIn)
}

/** The units of a note under the table; only those said to be units. */
export const unitsInNote = (note: string): TableUnit[] =>
  note
    .replace(/\s/g, '')
    .split(/[、,，;；。]/)
    .filter((part) => /单位/.test(part))
    .flatMap(unitIn)

function unitIn(print: string): TableUnit[] {
  const part = print.trim()
  const [, of = '', unit = ''] = told.exec(part) ?? named.exec(part) ?? []
  if (unit !== '' && isUnit(unit)) return [{ unit, of: unnamed.test(of) ? null : of }]
  return part !== '' && findUnit(part) !== undefined ? [{ unit: part, of: null }] : []
}

/** The one unit of these that the subject is printed in: the one told for its name, else the only one that can measure it. */
export function tableUnitOf(units: readonly TableUnit[], subject: Subject, name: string): string | undefined {
  const fitting = units.filter(({ unit }) => unitFactor(subject, unit) !== undefined)
  const own = fitting.filter(({ of }) => of !== null && (name.includes(of) || subject.zh.includes(of)))
  const shared = fitting.filter(({ of }) => of === null)
  for (const set of [own, subject.water ? shared.filter(({ unit }) => !/[吨t]/.test(unit)) : [], shared, fitting]) {
    const factors = new Set(set.map(({ unit }) => unitFactor(subject, unit)?.toString()))
    if (factors.size === 1) return set[0]?.unit
    if (factors.size > 1) return undefined
  }
  return undefined
}
