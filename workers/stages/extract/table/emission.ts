import type { Label } from '../label.ts'
import type { Subject } from '../vocabulary.ts'
import type { Bound } from './bind.ts'
import words from './words.json' with { type: 'json' }

const notEmitted = new RegExp(words.notEmitted)
const limited = new RegExp(words.limited)
const harmless = new RegExp(words.harmlessIndicators, 'g')
const emitted = /排放|外排/

/** The bare name of a pollutant is its emission, but not where the table tells of what was cut, allowed or measured in water. */
export function isNotEmitted({ id }: Subject, own: Label, { head, label, context }: Bound): boolean {
  if (!id.endsWith('_emission') || !own.loose || emitted.test(own.name)) return false
  const nearest = `${head.text}${label.label.text}`
  if (emitted.test(nearest) || notEmitted.test(nearest)) return notEmitted.test(nearest)
  const around =
    [context.caption, context.section ?? '']
      .map((text) => text.replace(harmless, ''))
      .find((text) => notEmitted.test(text) || emitted.test(text)) ?? ''
  return notEmitted.test(around) && !(emitted.test(around) && !limited.test(around))
}
