/** A table's number and name as printed above it: 表4-1 …, 续表2 …, 附表3 …. */
export const captionPattern = /^[（(【]?(?:续\s*)?(?:附\s*)?(?:表|Table)\s*[\d０-９A-Za-z一二三四五六七八九十]+/
/** The unit line above a table. */
export const unitPattern = /^[（(]?\s*(?:计量|金额|数据)?单位\s*[:：]\s*\S{1,20}[）)]?$/
/** What stands under a table and explains it. */
export const notePattern = /^(?:[（(]?(?:注|备注|说明|资料来源|数据来源|来源|附注)\s*\d*\s*[）)]?\s*[:：1-9]|\*|※|注\s)/
/** A caption that goes on from another page or table: 续表, （续）, （续1）. */
export const continuedPattern = /续\s*表|[（(]\s*续\s*\d*\s*[）)]|^续/
/** Text that ends a sentence or a list item, so it is no caption and no heading. */
export const sentenceEnd = /[。；;，,：:、]$/
