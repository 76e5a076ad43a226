import type { Draft, PrinterName, TruthFact } from '../variants/document.ts'
import { consequences, type Due } from '../variants/dossier/plant.ts'
import { inventPark, type Park, type Tweak } from '../variants/park.ts'
import type { Slip } from '../variants/scribe.ts'
import { type Pen, penFor, type Style } from './pen.ts'

export type Head = {
  id: string
  about: string
  stage: 'creation' | 'acceptance' | 'annual' | 'evaluation'
  base: number
  tweak?: Tweak
  /** Quantities that no document of the dossier prints for a year: `subject:distance from the base year`. */
  blank?: string[]
  /** Levels that the park truly has, set by hand: `subject:distance from the base year` → canonical value. */
  set?: Record<string, string>
  manifest?: Record<string, unknown>
  /** Files that are no documents at all. */
  broken?: Record<string, string>
}

/** One dossier being written: its park, its papers, what is planted in them and what a review must find. */
export type Casebook = {
  park: Park
  base: number
  final: number
  papers: Draft[]
  findings: Due[]
  pen: (file: string, style: Style) => Pen
  /** A value misprinted in one file; `where` "prose" spares its tables. Returns nothing: what must be found is noted. */
  misprint: (file: string, subject: string, at: number, slip: Slip, rule: string, cause?: string, where?: 'prose') => void
  /** Changes a print without a finding of its own. */
  slip: (file: string, key: string, slip: Slip) => void
  due: (rule: string, subject?: string | null, year?: number | null, more?: Partial<Due>) => void
  /** A finding about a document, an event or a date. */
  told: (rule: string, more?: Partial<Due>) => void
  /** What may be told besides. */
  may: (rule: string, subject: string | null, year?: number | null) => void
  file: (pen: Pen, role: string, year: number | null, printer: PrinterName, blocks: Draft['blocks']) => void
  note: (fact: TruthFact) => void
}

export type Unseen = { head: Head; write: () => { park: Park; papers: Draft[]; findings: Due[] } }

/** A dossier that is written when it is asked for, always the same. */
export function unseen(head: Head, tell: (c: Casebook) => void): Unseen {
  return {
    head,
    write: () => {
      const park = parkOf(head)
      const slips = new Map<string, Map<string, Slip>>()
      const papers: Draft[] = []
      const findings: Due[] = []
      const slip = (file: string, key: string, one: Slip): void => {
        slips.set(file, new Map([...(slips.get(file) ?? []), [key, one]]))
      }
      const due: Casebook['due'] = (rule, subject = null, year = null, more = {}) => void findings.push({ rule, subject, year, ...more })
      tell({
        park,
        base: head.base,
        final: park.final,
        papers,
        findings,
        pen: (file, style) => penFor(park, file, style, slips.get(file) ?? new Map()),
        slip,
        misprint: (file, subject, at, one, rule, cause, where) => {
          const year = head.base + at
          slip(file, `${where ? 'prose:' : ''}${subject}:${year}`, one)
          due(rule, subject, year, cause ? { cause } : {})
          findings.push(...consequences({ park }, subject, year))
        },
        due,
        told: (rule, more = {}) => due(rule, null, null, { anySubject: true, anyYear: true, ...more }),
        may: (rule, subject, year) =>
          due(rule, subject, year ?? null, {
            optional: true,
            ...(year === undefined ? { anyYear: true } : {}),
            ...(subject === null ? { anySubject: true } : {}),
          }),
        file: (pen, role, year, printer, blocks) => void papers.push({ name: pen.file, role, year, printer, blocks, facts: pen.s.facts }),
        note: (fact) => void papers.find(({ name }) => name === fact.file)?.facts.push(fact),
      })
      return { park, papers, findings: once(findings) }
    },
  }
}

/** What must be found outweighs that it may be told as a consequence of another. */
function once(findings: Due[]): Due[] {
  const key = (due: Due): string => [due.rule, due.anySubject ? '*' : due.subject, due.anyYear ? '*' : due.year].join('|')
  const asked = new Set(findings.filter((due) => !due.optional).map(key))
  const seen = new Set<string>()
  return findings.filter((due) => {
    if (due.optional && (asked.has(key(due)) || seen.has(key(due)))) return false
    if (due.optional) seen.add(key(due))
    return true
  })
}

/** The invented park with what the head sets by hand or leaves blank. */
function parkOf({ id, base, tweak, blank = [], set = {} }: Head): Park {
  const park = inventPark(id, base, tweak, Object.fromEntries(Object.entries(set).map(([key, value]) => [shifted(key, base), value])))
  const gone = new Set(blank.map((key) => shifted(key, base)))
  return { ...park, value: (subject, year) => (gone.has(`${subject}:${year}`) ? null : park.value(subject, year)) }
}

const shifted = (key: string, base: number): string => key.replace(/:(-?\d+)$/, (_, at: string) => `:${base + Number(at)}`)
