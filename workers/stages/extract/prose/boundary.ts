type Sides = { readonly east: string | null; readonly south: string | null; readonly west: string | null; readonly north: string | null }

const verb = '(?:侧|面|边|界|起|部|边界|临界)?(?:至|到|临|邻|接|抵|达|起|以|靠|濒|依|连|毗邻|紧邻|紧临|接壤|止于|起于|为|与|沿)于?(?:界)?'
const sides = { east: '东', south: '南', west: '西', north: '北' } as const
const endMark = '(?=[,;。、)]|$|(?:为界)|[东南西北](?:侧|面|边|界|起|部|边界)?(?:至|到|临|邻|接|抵|起|以|靠|濒|毗邻|紧邻|紧临|止于|起于))'
const partial = /一期|二期|三期|核心区|起步区|启动区|组团|片区|拓展区|扩区|区块|地块|分区|公司|集团|厂区|项目/

/**
 * The four sides of a boundary (四至) in a normalised sentence, each as it stands there; undefined where fewer than three are
 * told, or where the sentence tells them of a part of the park or of someone's plot.
 */
export function findBoundary(sentence: string): (Sides & { start: number; end: number }) | undefined {
  let start = Number.POSITIVE_INFINITY
  let end = 0
  const side = (name: string): string | null => {
    const found = new RegExp(`(?<![东南西北])${name}${verb}([^,;。、()]{1,30}?)${endMark}`).exec(sentence)
    const told = found?.[1]?.replace(/为界$/, '')
    if (!found || !told) return null
    start = Math.min(start, found.index)
    end = Math.max(end, found.index + found[0].length)
    return told
  }
  const all: Sides = { east: side(sides.east), south: side(sides.south), west: side(sides.west), north: side(sides.north) }
  const told = Object.values(all).filter((one) => one !== null).length
  if (told < 3 || partial.test(sentence.slice(Math.max(0, start - 16), start)) || end - start > 200) return undefined
  return { ...all, start, end }
}
