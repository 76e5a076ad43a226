import parks from '../../classify/parks.json' with { type: 'json' }
import { spell } from './lexicon.ts'
import words from './words.json' with { type: 'json' }

const grades = /^(?:国家级|国家|省级)/
const places = /^.{2,3}?(?:省|自治区|市)(?=.{2})/
const kinds = parks.kinds.map(spell).sort((a, b) => b.length - a.length)

const families = words.parkFamilies.map((family) => family.map(spell))

/** The names under which a document speaks of its own park: 青禾经济技术开发区, 青禾经开区, 青禾开发区, 青禾园区, but not 青禾高新区. Longest first. */
export function namesOfPark(park: string | null): readonly string[] {
  if (park === null) return []
  const whole = spell(park).replace(grades, '')
  const names = new Set<string>()
  for (const base of [whole, whole.replace(places, '')]) {
    names.add(base)
    const kind = kinds.find((ending) => base.endsWith(ending) && base.length > ending.length + 1)
    if (kind === undefined) continue
    const stem = base.slice(0, -kind.length)
    const endings = families.find((family) => family.includes(kind)) ?? [kind, '园区']
    for (const own of [stem, stem.replace(/[市县区]$/, '')]) if (own.length > 1) for (const ending of endings) names.add(own + ending)
  }
  return [...names].filter((name) => name.length > 2).sort((a, b) => b.length - a.length)
}
