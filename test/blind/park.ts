import { factorOf, type Subject } from './subjects.ts'

/** What an invented park's numbers are made from: a size, the base year and rates of change. */
export type ParkSpec = { seed: number; base: number; iva: number; growth: number; saving: number }

/** Ratios to value added (万元) in the base year, and how they change against it year by year. */
const ratios: Record<string, [ratio: number, drift: number]> = {
  iov: [3.9, 1.005],
  ht: [1.42, 1.03],
  rec: [0.036, 1.02],
  emp: [0.038, 0.95],
  en: [0.27, 0.93],
  ren: [0.021, 0.98],
  fw: [4.1, 0.92],
  reu: [23.5, 0.98],
  recl: [0.62, 1.02],
  sew: [3.3, 0.94],
  ww: [2.6, 0.92],
  swg: [0.083, 0.95],
  swu: [0.066, 0.97],
  swp: [0.0021, 0.9],
  swd: [0.0192, 0.88],
  rrc: [0.028, 1.01],
  rrr: [0.024, 1.02],
  cod: [0.000137, 0.87],
  nh: [0.0000131, 0.88],
  so2: [0.000118, 0.84],
  nox: [0.000176, 0.86],
  co2: [0.61, 0.92],
}
const levels: Record<string, [level: number, yearly: number]> = {
  land: [15.2, 0.11],
  green: [6.4, 0.21],
  area: [36.8, 0],
  cpd: [41, 2],
  cpn: [38, 3],
  dd: [57, 3],
  dn: [51, 5],
}

/** Years of one invented park: every subject has a value in every year, the indicators by their formulas. */
export class Park {
  readonly spec: ParkSpec
  constructor(spec: ParkSpec) {
    this.spec = spec
  }

  #wobble(name: string, year: number): number {
    let hash = this.spec.seed * 2654435761 + year * 40503
    for (const character of name) hash = (hash ^ character.charCodeAt(0)) * 16777619
    return 1 + (((hash >>> 8) % 1000) / 1000 - 0.5) * 0.012
  }

  value(name: string, year: number): number {
    const { base, iva, growth, saving, seed } = this.spec
    const n = year - base
    if (name === 'iva') return iva * (1 + growth) ** n * this.#wobble('iva', year)
    const ratio = ratios[name]
    if (ratio) {
      const scale = 0.7 + ((seed * 37 + name.charCodeAt(0) * 13 + name.charCodeAt(1) * 7) % 60) / 100
      return this.value('iva', year) * ratio[0] * scale * (ratio[1] * (ratio[1] < 1 ? saving : 1)) ** n * this.#wobble(name, year)
    }
    const level = levels[name]
    if (level) return level[0] * (name.length > 3 ? iva / 1_600_000 : 1) + level[1] * Math.max(n, -3)
    return this.#indicator(name, year)
  }

  #indicator(name: string, year: number): number {
    const { base } = this.spec
    const v = (one: string, at = year): number => this.value(one, at)
    const cagr = (f: (at: number) => number, from: number): number => (f(year) / f(from)) ** (1 / Math.max(1, year - from)) - 1
    const start = year > base ? base : base - 2
    const grown = cagr((at) => v('iva', at), start)
    const n = year - base
    switch (name) {
      case 'i1':
        return (v('ht') / v('iov')) * 100
      case 'i2':
        return v('iva') / v('emp')
      case 'i3':
        return cagr((at) => v('iva', at), year - 3) * 100
      case 'i4':
        return (v('rec') / v('iva')) * 100
      case 'i5':
        return Math.max(1, 2 + 3 * n)
      case 'i6':
        return (v('swu') / (v('swg') + v('swp'))) * 100
      case 'i7':
        return (v('rrr') / v('rrc')) * 100
      case 'i8':
        return v('iva') / 10000 / v('land')
      case 'i9':
        return cagr((at) => v('iva', at) / v('land', at), year - 3) * 100
      case 'i10':
        return cagr((at) => v('en', at), start) / grown
      case 'i11':
        return v('en') / v('iva')
      case 'i12':
        return (v('ren') / v('en')) * 100
      case 'i13':
        return cagr((at) => v('fw', at), start) / grown
      case 'i14':
        return v('fw') / v('iva')
      case 'i15':
        return (v('reu') / (v('reu') + v('fw'))) * 100
      case 'i16':
        return (v('recl') / v('sew')) * 100
      case 'i19':
        return 0
      case 'i21':
        return Math.min(100, (v('cpn') / v('cpd')) * 100)
      case 'i24':
        return Math.min(100, 98.6 + n * 0.5)
      case 'i25':
        return cagr((at) => v('cod', at), start) / grown
      case 'i26':
        return -cagr((at) => v('co2', at) / v('iva', at), start) * 100
      case 'i27':
        return v('ww') / v('iva')
      case 'i28':
        return v('swg') / v('iva')
      case 'i29':
        return (v('green') / v('area')) * 100
      case 'i30':
        return Math.min(100, (v('dn') / v('dd')) * 100)
      case 'i32':
        return Math.max(2, 2 + n)
      default:
        return Math.min(100, 85 + 5 * Math.max(0, n))
    }
  }

  /** A value's digits in a printed unit. Targets are a little off the values that they were set for. */
  digits(subject: Subject, year: number, unit: string, places: number, target: boolean): string {
    return ((this.value(subject.name, year) * (target ? 0.97 : 1)) / factorOf(subject, unit)).toFixed(places)
  }
}

/** What the Standard prints, which the documents repeat. */
export const thresholds: Record<string, string> = Object.fromEntries(
  '30 15 15 30 6 70 80 9 6 0.6 0.5 9 0.55 8 75 10 达标 全部完成 0 100 100 具备 100 100 0.3 3 7 0.1 15 100 100 2'
    .split(' ')
    .map((value, at) => [`i${at + 1}`, value]),
)
