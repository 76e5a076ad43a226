const whole =
  /^(?:\(?\d*\)?[、.]?)?(?:本(?:报告|规划|次|文|评估|材料)?|报告|文中|全文|报告中|以上|上述|文内)[^,。;]{0,14}?(?:数据|资料|指标)[^,。;]{0,10}?(?:来自于?|来源于?|取自|出自|引自|采自|由)(?::|为|是)?/
const label = /^(?:\(?\d*\)?[、.]?)?(?:注:)?(?:数据|资料|指标数据)(?:的)?(?:主要)?来源(?:于|为|是|说明)?:?/

/**
 * Where a sentence names the data source of the whole document (本报告所用数据来自…；数据来源：…), the span of the source's name;
 * undefined for any other sentence. `own` is true where the words themselves say that they mean the whole document.
 */
export function findGeneralSource(sentence: string): { start: number; end: number; own: boolean } | undefined {
  const own = whole.exec(sentence)
  const head = own ?? label.exec(sentence)
  if (!head) return undefined
  const start = head[0].length
  const end = start + lengthOfNames(sentence.slice(start))
  return end - start >= 2 ? { start, end, own: own !== null } : undefined
}

/** Up to the first comma or stop that stands in no title and is not followed by another title or office. */
function lengthOfNames(text: string): number {
  let inTitle = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '《') inTitle = true
    else if (character === '》') inTitle = false
    else if (!inTitle && /[。;]/.test(character)) return at
    else if (!inTitle && character === ',' && !/^,(?:《|.{0,16}?(?:局|委|办公室|中心|年鉴|报表|站|统计数据))/.test(text.slice(at)))
      return at
  }
  return text.length
}
