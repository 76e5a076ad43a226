import type { Statement } from './sentence/state.ts'
import words from './words.json' with { type: 'json' }

/**
 * Of several differing areas that one sentence gives (批准面积 … 规划面积 …, 管理面积 …) the widest kind of area alone, since only it
 * is the park's; all other statements as they are.
 */
export function preferredAreas(statements: readonly Statement[], sentence: string): Statement[] {
  const areas = statements.filter(({ subject, kind }) => subject.id === 'park_area' && kind === 'actual')
  if (new Set(areas.map(({ number, unit }) => `${number.value}${unit}`)).size < 2) return [...statements]
  const rank = ({ number }: Statement): number => {
    const name =
      sentence
        .slice(Math.max(0, number.start - 14), number.start)
        .split(/[,;、(]/)
        .at(-1) ?? ''
    const index = words.areaPreference.findIndex((word) => name.includes(word))
    return index < 0 ? words.areaPreference.length : index
  }
  const best = Math.min(...areas.map(rank))
  const kept = areas.filter((area) => rank(area) === best)
  return statements.filter((one) => !areas.includes(one) || (kept.length === 1 && kept.includes(one)))
}
