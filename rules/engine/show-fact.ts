import type { Fact } from '../../schemas/fact.ts'
import type { Dossier } from '../dossier.ts'
import { subjectName } from './know-subject.ts'
import { compact } from './normalise.ts'
import { placeName } from './place-name.ts'

/** True where the print already holds the unit, in whatever spelling: 48.96km² holds km2. */
export const printsUnit = (print: string, unit: string): boolean => compact(print).includes(compact(unit))

/** The value as printed, with its unit and its price basis: "705036万吨标煤", "154.51亿元（当年价）", "达标". */
export function showFact({ raw, unit, value, text, priceBasis, priceBasisFrom }: Fact): string {
  const bare = raw.trim() || text || value || ''
  const withUnit =
    value === null || unit === null || /^[-—/／\\]*$|^(无量纲|1|qualitative)$/.test(unit) || printsUnit(bare, unit)
      ? bare
      : `${bare}${unit}`
  return priceBasis !== null && priceBasisFrom === 'label' ? `${withUnit}（${priceBasis}）` : withUnit
}

const kindName = { actual: '', target: '目标值', standard: '标准值' } as const

/** What a fact is about: "工业增加值（2021年）", "绿化覆盖率目标值（2022年）". */
export function showSubject(
  { subject, year, kind }: Pick<Fact, 'subject' | 'year' | 'kind'>,
  { standard }: Pick<Dossier, 'standard'>,
): string {
  return `${subjectName(subject, standard)}${kindName[kind]}${year === null ? '' : `（${year}年）`}`
}

/** A fact with its place: "验收报告.pdf 第4页 表1 第14行为365.42亿元". */
export const showPlaced = (fact: Fact, dossier: Pick<Dossier, 'documents'>): string => `${placeName(fact, dossier)}为${showFact(fact)}`
