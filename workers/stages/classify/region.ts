import regions from './regions.json' with { type: 'json' }
import type { TitleArea } from './title-area.ts'

const short = regions.short as Readonly<Record<string, string>>
const municipality = /市$/
const plain = (full: string) => (municipality.test(full) ? full.slice(0, -1) : undefined)

/** Every printed form of a province and the name it stands for; a municipality's short form only before 市. */
const forms: readonly (readonly [string, string])[] = [...regions.provinces.map((full) => [full, full] as const), ...Object.entries(short)]
const province = new RegExp(
  forms
    .map(([form]) => form)
    .sort((a, b) => b.length - a.length)
    .join('|'),
)

const fullName = (form: string) => short[form] ?? form

const place = '(?:位于|地处|坐落于|坐落在|座落于|隶属于?|所在地(?:区)?:?|所属(?:地区|省[份市]?|区域):?|所在省[份市]?:?|地址:)(?:中国)?'
const located = new RegExp(`${place}(${province.source})`)
const city = new RegExp(`${place}([\\u4e00-\\u9fa5]{2,6}?(?:市|自治州|地区|盟))`)
const office = new RegExp(
  `(${province.source})(?:人民政府|生态环境厅|生态环境局|环境保护厅|商务厅|商务委|科学技术厅|科技厅|科学技术委|工业和信息化厅|发展和改革委)`,
  'g',
)

const mostNamed = (names: readonly string[]): string | undefined => {
  const counts = new Map<string, number>()
  for (const one of names) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** The province (or, where none is told, the city) that the park lies in: where it says it lies, whom it writes to, which offices it names. */
export function findRegion(area: TitleArea, text: string): string | null {
  const stated = located.exec(text)?.[1]
  const addressed = province.exec(area.addressee ?? '')?.[0]
  const titled = area.lines.map((line) => province.exec(line)).find((match) => match !== null && match.index <= 4)?.[0]
  const named = mostNamed(Array.from(text.matchAll(office), (match) => fullName(match[1] ?? '')))
  const found = stated ?? addressed ?? titled ?? named
  if (found !== undefined) return fullName(found)
  const inCity = city.exec(text)?.[1]
  if (inCity === undefined) return null
  return regions.provinces.find((full) => plain(full) !== undefined && inCity.startsWith(full)) ?? inCity
}

const scarceMention = /([^。;,]{0,14})(缺水(?:型)?(?:城市|地区|区域|省份)|水资源(?:严重)?(?:紧缺|短缺|匮乏)(?:城市|地区|区域))/g
const denied = /不属于?|非|不是|未列入|不在|不为/
const claimed = /属于?|是|为|地处|位于|列入|被列|作为/

/** Whether the park says of itself that it lies in a water-scarce city; null where it says nothing (a threshold's condition is no claim). */
export function findWaterScarce(text: string): boolean | null {
  for (const [, before = ''] of text.matchAll(scarceMention)) {
    if (denied.test(before)) return false
    if (claimed.test(before)) return true
  }
  return null
}
