import { readStandard } from '../../../../rules/standards/index.ts'
import type { Role } from '../../../../schemas/dossier.ts'
import type { Fact } from '../../../../schemas/fact.ts'
import type { Evidence } from '../../../../schemas/place.ts'

export const standard = readStandard('hj274-2015')
const unitOf = new Map([...standard.quantities, ...standard.indicators].map(({ id, unit }) => [id, unit]))
const roles: Record<string, Role> = {
  d1: 'plan',
  d2: 'annual_report',
  d3: 'annual_report',
  d4: 'annual_report',
  d5: 'acceptance_report',
  d6: 'supporting_data',
}

const nowhere: Evidence = {
  page: null,
  bbox: null,
  table: null,
  row: null,
  column: null,
  sheet: null,
  cell: null,
  section: null,
  paragraph: null,
  text: '',
}
/** A place that is empty but for what is given. */
export const at = (evidence: Partial<Evidence>): Evidence => ({ ...nowhere, ...evidence })

type Given = {
  id: string
  document: string
  subject: string
  year: number | null
  raw: string
  /** The printed number, and its unit's factor to the canonical unit as a power of ten. */
  value?: string
  unit?: string | null
  canonical?: string
  evidence: Partial<Evidence>
} & Partial<Pick<Fact, 'kind' | 'statedIn' | 'source' | 'confidence' | 'text' | 'priceBasis' | 'operator'>>

/** A fact as extraction would store it; what a test does not care about is filled in. */
export function fact({ evidence, value, unit = null, canonical, ...given }: Given): Fact {
  return {
    role: roles[given.document] ?? 'other',
    kind: 'actual',
    value: value ?? null,
    unit,
    canonical: value === undefined ? null : { value: canonical ?? value, unit: unitOf.get(given.subject) ?? '' },
    interval: value === undefined ? null : { low: canonical ?? value, high: canonical ?? value },
    operator: null,
    approximate: false,
    text: null,
    priceBasis: null,
    priceBasisFrom: null,
    source: null,
    sourceExpected: false,
    statedIn: 'table',
    confidence: 1,
    ...given,
    evidence: at({ text: given.raw, ...evidence }),
  }
}

/** One row of a table over years, in a PDF (boxes), a Word text or a sheet. */
export function row(
  document: string,
  subject: string,
  [unit, power]: readonly [string, number],
  values: Record<number, string>,
  place: { page?: number; top?: number; table?: number; row: number; sheet?: string; section?: string; line?: string },
): Fact[] {
  return Object.entries(values).map(([year, value], index) => {
    const column = index + 3
    const box: Evidence['bbox'] =
      place.page === undefined ? null : [250 + index * 70, place.top ?? 300, 318 + index * 70, (place.top ?? 300) + 20]
    return fact({
      id: `${document}-${subject}-${year}`,
      document,
      subject,
      year: Number(year),
      raw: value,
      value: value.replaceAll(' ', ''),
      unit,
      canonical: shift(value.replaceAll(' ', ''), power),
      evidence: {
        page: place.page ?? null,
        bbox: box,
        table: place.sheet === undefined ? (place.table ?? 1) : null,
        row: place.sheet === undefined ? place.row : null,
        column: place.sheet === undefined ? column : null,
        sheet: place.sheet ?? null,
        cell: place.sheet === undefined ? null : `${'ABCDEFGH'[column - 1]}${place.row}`,
        section: place.section ?? null,
        text: place.line ?? value,
      },
    })
  })
}

/** 306.52 shifted by 4 is 3065200: moves the point without floats. */
function shift(value: string, power: number): string {
  if (power === 0) return value
  const [integer = '0', fraction = ''] = value.split('.')
  return `${integer}${fraction.padEnd(power, '0').slice(0, power)}${fraction.length > power ? `.${fraction.slice(power)}` : ''}`.replace(
    /^0+(?=\d)/,
    '',
  )
}
