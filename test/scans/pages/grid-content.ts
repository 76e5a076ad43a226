import { unitFor } from '../../variants/measures.ts'
import { quantities, thresholds } from '../../variants/names.ts'
import { free, valueIn, worded } from '../../variants/tables.ts'
import { type Content, judged, type Style } from './content.ts'

/** Years with values missing here and there, wrapped names and sources. */
export const blankTable =
  (style: Style, share = 0.2): Content =>
  ({ s, r, years, options, source }) => {
    const o = options('mixed', 0)
    const rows = judged.slice(0, 20).map((id, at) => {
      const values = years.map((year) => (r.next() < share ? '' : valueIn(s, id, year, o)))
      return [String(at + 1), worded(id, o), unitFor(o.units, id).unit || '—', ...values, source(id)]
    })
    const heads = ['序号', '指标名称', '单位', ...years.map((year) => `${year}年`), '数据来源']
    return [free([heads, ...rows], 1, { style, caption: '表6 各年数据', widths: [20, 96, 44, 44, 44, 44, 44, 70] })]
  }

/** The unit stands once for all rows of one unit. */
export const mergedUnitsTable =
  (style: Style): Content =>
  ({ s, years, options }) => {
    const o = options('large', 0)
    const list = quantities.slice(0, 22)
    const unitAt = (at: number): string => unitFor(o.units, list[at] ?? '').unit || '—'
    const rowsFrom = (at: number): number => {
      let rows = 1
      while (at + rows < list.length && unitAt(at + rows) === unitAt(at)) rows++
      return rows
    }
    const rows = list.map((id, at) => [
      String(at + 1),
      worded(id, o),
      ...(at === 0 || unitAt(at - 1) !== unitAt(at) ? [{ text: unitAt(at), rows: rowsFrom(at) }] : []),
      ...years.map((year) => valueIn(s, id, year, o)),
    ])
    return [free([['序号', '名称', '单位', ...years.map((year) => `${year}年`)], ...rows], 1, { style, caption: '表7 基础数据' })]
  }

/** Names of two to five lines in a narrow column beside thresholds. */
export const wrappedTable =
  (style: Style, units: 'large' | 'mixed' = 'large', count = 16): Content =>
  ({ s, base, final, options }) => {
    const o = options(units, 0)
    const rows = judged
      .slice(0, count)
      .map((id, at) => [
        String(at + 1),
        worded(id, o),
        unitFor(o.units, id).unit || '—',
        s.standard(id, thresholds[id] ?? '—'),
        valueIn(s, id, base, o),
        valueIn(s, id, final, o),
        '达标',
      ])
    const heads = ['序号', '指标', '单位', '标准', `${base}年`, `${final}年`, '结论']
    return [free([heads, ...rows], 1, { style, caption: '表8 指标', widths: [24, 80, 60, 50, 60, 60, 40] })]
  }

/** Headings over groups of rows, across all columns. */
export const groupedTable =
  (style: Style): Content =>
  ({ s, years, options }) => {
    const o = options('large', 0)
    const groups = ['一、经济发展', '二、产业共生', '三、资源节约', '四、环境保护']
    const rows = judged
      .slice(0, 20)
      .flatMap((id, at) => [
        ...(at % 5 === 0 ? [[{ text: groups[at / 5] ?? '', columns: years.length + 2 }]] : []),
        [worded(id, o), unitFor(o.units, id).unit || '—', ...years.map((year) => valueIn(s, id, year, o))],
      ])
    const heads = ['指标', '单位', ...years.map((year) => `${year}年`)]
    return [free([heads, ...rows], 1, { style, caption: '表9 分组指标', widths: [130, 60, 60, 60, 60, 60] })]
  }
