import { Decimal } from '../../rules/engine/decimal.ts'
import type { TruthFact } from './document.ts'
import type { Park } from './park.ts'
import { fromCanonical, toCanonical } from './units.ts'

export type NumberStyle = 'plain' | 'comma' | 'wide-comma' | 'thin' | 'full-width'

export type Say = {
  unit: string
  digits: number
  style?: NumberStyle
  kind?: 'actual' | 'target'
  source?: string
  optional?: boolean
  /** The sign that a negative number is printed with. */
  minus?: '-' | '−' | '－'
  /** Printed in place of no value. */
  none?: string
  /** Repeats a value without a fact of its own (it would be the same fact). */
  silent?: boolean
  /** Where it is printed: a slip of the prose only is an erratum with the key `prose:subject:year`. */
  at?: 'prose'
  /** The year the fact is bound to, where it is not the year of the value. */
  boundTo?: number | null
}

/** A misprint: another value printed instead, or the right digits changed (given and returned as a plain decimal). */
export type Slip = { subject: string; year: number } | ((plain: string) => string)

/** What a document misprints: the defects of a dossier. Key is `subject:year`, `prose:subject:year` or `subject:target`. */
export type Errata = ReadonlyMap<string, Slip>

export type Scribe = {
  file: string
  park: Park
  facts: TruthFact[]
  /** Prints the value of a subject in a year without its unit and notes the fact. */
  number: (subject: string, year: number, say: Say) => string
  /** The same with its unit behind it. */
  amount: (subject: string, year: number, say: Say) => string
  /** Prints the plan's target with its sign; `bare` leaves the sign off. */
  target: (indicator: string, say: Say & { bare?: boolean }) => string
  /** Quotes the Standard's threshold, as "≥30", and notes an optional fact. */
  standard: (indicator: string, quoted: string, unit?: string) => string
}

/** Prints numbers for one file and keeps the truth of what it printed, exact to the printed digits. */
export function scribeFor(park: Park, file: string, errata: Errata = new Map()): Scribe {
  const facts: TruthFact[] = []
  const note = (fact: Omit<TruthFact, 'file'>): void => void facts.push({ file, ...fact })
  const record = (subject: string, year: number | null, value: Decimal | string | null, say: Say, slip?: Slip, digits?: string): string => {
    if (value === null) return say.none ?? '—'
    const extra = { ...(say.source ? { source: say.source } : {}), ...(say.optional ? { optional: true as const } : {}) }
    const kind = say.kind ?? 'actual'
    if (typeof value === 'string') {
      if (!say.silent) note({ subject, year, kind, value: null, text: value, ...extra })
      return value
    }
    const right = digits ?? fromCanonical(subject, say.unit, value).toFixed(say.digits, Decimal.ROUND_HALF_UP)
    const plain = typeof slip === 'function' ? slip(right) : right
    const canonical = toCanonical(subject, say.unit, new Decimal(plain))
    const printed = styled(plain, say)
    if (!say.silent) note({ subject, year, kind, value: canonical.toFixed(), printed, unit: say.unit.replaceAll('^', ''), ...extra })
    return printed
  }
  const number = (subject: string, year: number, say: Say): string => {
    const slip = (say.at ? errata.get(`prose:${subject}:${year}`) : undefined) ?? errata.get(`${subject}:${year}`)
    const from = typeof slip === 'object' ? slip : { subject, year }
    return record(subject, say.boundTo === undefined ? year : say.boundTo, park.value(from.subject, from.year), say, slip)
  }
  return {
    file,
    park,
    facts,
    number,
    amount: (subject, year, say) => {
      const printed = number(subject, year, say)
      return printed === (say.none ?? '—') ? printed : printed + say.unit
    },
    target: (indicator, say) => {
      const target = park.target(indicator)
      if (!target) return say.none ?? '—'
      if (!/^[\d.]+$/.test(target.value)) return record(indicator, park.final, target.value, { ...say, kind: 'target' })
      const value = new Decimal(target.value)
      const digits = fromCanonical(indicator, say.unit, value).toFixed()
      return (
        (say.bare ? '' : target.op) +
        record(indicator, park.final, value, { ...say, kind: 'target' }, errata.get(`${indicator}:target`), digits)
      )
    },
    standard: (indicator, quoted, unit) => {
      const digits = quoted.match(/[\d.]+/)?.[0]
      const printed = digits && unit ? fromCanonical(indicator, unit, new Decimal(digits)).toFixed() : digits
      note({
        subject: indicator,
        year: null,
        kind: 'standard',
        value: digits ?? null,
        ...(printed ? { printed } : { text: quoted }),
        optional: true,
      })
      return digits && printed ? quoted.replace(digits, printed) : quoted
    },
  }
}

/** Puts digits into the print's own style. */
export function styled(plain: string, { style = 'plain', minus = '-' }: Pick<Say, 'style' | 'minus'>): string {
  const negative = plain.startsWith('-')
  const [whole = '', part] = plain.replace('-', '').split('.')
  const grouped = (separator: string): string => whole.replace(/\B(?=(\d{3})+$)/g, separator)
  const head = style === 'comma' ? grouped(',') : style === 'wide-comma' ? grouped('，') : style === 'thin' ? grouped('\u2009') : whole
  const joined = (negative ? minus : '') + head + (part === undefined ? '' : `.${part}`)
  return style === 'full-width'
    ? joined.replace(/[\d.]/g, (c) => (c === '.' ? '．' : String.fromCharCode(c.charCodeAt(0) + 0xfee0)))
    : joined
}
