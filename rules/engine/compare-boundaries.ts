import { compact } from './normalise.ts'

/** What is said around a boundary's name and does not name it. */
const around =
  /^(?:东|南|西|北)?(?:面|侧|边|部)?(?:至|到|以|抵|临|邻|靠|接|起|为|界)+|(?:为界|以[东南西北]|一线|一带|沿线|附近|两侧|[东南西北]侧|红线|中心线)+$/g
/** What kind of thing it is; two names that share only this share nothing. */
const kinds = /大道|大街|高速公路|高速|公路|铁路|国道|省道|快速路|环路|[路街巷道河江渠湖山村沟溪线]$/g

/** The named parts of one side: 东环路、清水河 are two. */
const parts = (side: string): string[] =>
  compact(side)
    .split(/[、，,；;及和与/]|—|~|至/)
    .map((part) => part.replace(around, ''))
    .filter((part) => part.length >= 2)

const stem = (name: string): string => name.replace(kinds, '') || name

const shares = (a: string, b: string): boolean =>
  [...stem(a)].some((character) => stem(b).includes(character)) || a.includes(b) || b.includes(a)

/** True only where two descriptions of one side have no name in common: 东环路 and 西干渠, but not 东环路 and 东环大道（清水河段）. */
export function sideContradicts(a: string, b: string): boolean {
  const [left, right] = [parts(a), parts(b)]
  if (left.length === 0 || right.length === 0) return false
  return !left.some((one) => right.some((other) => shares(one, other)))
}
