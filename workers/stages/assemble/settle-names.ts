import type { Manifest } from '../../../schemas/dossier.ts'
import type { Fact } from '../../../schemas/fact.ts'
import type { Reading } from '../../../schemas/reading.ts'

const why = '识别时的另一候选字与其他材料所印名称一致'

const whyLost = '漏认一字，补上后与其他材料所印名称相同'

/** All print of a document that was not recognised, as far as its reading keeps it. */
function printOf({ identity, facts, projects, headings, generalSource, growths }: Reading): string[] {
  const told = [...facts.map(({ evidence }) => evidence.text), ...facts.map(({ source }) => source?.text ?? '')]
  const named = [identity.park ?? '', identity.region ?? '', generalSource ?? '', ...projects.map(({ name }) => name)]
  return [...told, ...named, ...headings.map(({ text }) => text), ...growths.map(({ evidence }) => evidence.text)]
}

const bare = (text: string) => text.replace(/\s/g, '')

/** What a reading's doubtful letters are, where the dossier prints them: 临丰市 → 临沣市. Only where one possibility is printed, and the reading itself never. */
function settledIn({ doubts }: Reading, printed: string): Map<string, string> {
  const settled = new Map<string, string>()
  for (const { read, others } of doubts ?? []) {
    if (printed.includes(read)) continue
    const known = others.filter((other) => printed.includes(other))
    if (known.length === 1 && known[0] !== undefined) settled.set(read, known[0])
  }
  return settled
}

function settle(text: string, settled: ReadonlyMap<string, string>): string {
  let done = text
  for (const [read, printed] of settled) if (done.includes(read)) done = done.replaceAll(read, printed)
  return done
}

const sureFrom = 0.95
/** A character that tells one authority or region from another is never put in. */
const telling = /[省市县区州旗盟镇乡村街道园第新老大小上下东西南北中内外前后高一二三四五六七八九十\d]/u

/** The printed name that a name with one character more is; undefined where none or several are, or the character could make another name of it. */
function withLost(text: string, names: readonly string[]): string | undefined {
  const known = names.filter((name) => {
    if (name.length !== text.length + 1 || text.length < 6) return false
    let at = 0
    while (at < text.length && text[at] === name[at]) at++
    const lost = name[at] ?? ''
    return at > 0 && at < text.length && text.slice(at) === name.slice(at + 1) && /\p{Script=Han}/u.test(lost) && !telling.test(lost)
  })
  return known.length === 1 ? known[0] : undefined
}

/** The fact with the name of its data source settled, which is told among its repairs. */
function withSource(fact: Fact, settled: ReadonlyMap<string, string>, names: readonly string[]): Fact {
  const { source, recognition } = fact
  if (source === null) return fact
  const seen = settle(source.text, settled)
  const whole = (source.evidence.confidence ?? 1) < sureFrom && !names.includes(seen) ? withLost(seen, names) : undefined
  const text = whole ?? seen
  if (text === source.text) return fact
  const repairs = [...(recognition?.repairs ?? []), { from: source.text, to: text, why: whole === undefined ? why : whyLost }]
  return {
    ...fact,
    source: { ...source, text },
    recognition: { ...(recognition ?? { read: fact.raw, second: null, others: [], confidence: fact.confidence }), repairs },
  }
}

/**
 * Settles names that recognition left in doubt, by what other documents of the dossier print: of the characters that the engine held
 * possible in their place, the one that stands there in print. The names of data sources, the park and projects only; never a number. A
 * name that no printed document has stays as it was read.
 */
export function settleNames(readings: readonly Reading[], manifest: Manifest | null): Reading[] {
  const own = readings.filter(({ ocrPages }) => ocrPages === 0)
  const print = own.flatMap(printOf)
  const names = [...new Set(own.flatMap(({ facts }) => facts.flatMap(({ source }) => source?.text ?? [])))]
  const printed = [...print, manifest?.park ?? '', manifest?.region ?? ''].map(bare).join('\n')
  return readings.map((reading) => {
    if (reading.ocrPages === 0) return reading
    const settled = settledIn(reading, printed)
    const { identity, generalSource } = reading
    return {
      ...reading,
      identity: { ...identity, park: identity.park === null ? null : settle(identity.park, settled) },
      generalSource: generalSource === null ? null : settle(generalSource, settled),
      facts: reading.facts.map((fact) => withSource(fact, settled, names)),
      projects: reading.projects.map((project) => ({ ...project, name: settle(project.name, settled) })),
    }
  })
}
