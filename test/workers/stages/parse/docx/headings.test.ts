import { expect, test } from 'vitest'
import { makeDocx, paragraph, run } from '../make-docx.ts'
import { outline, parseBytes } from '../printed.ts'

const style = (id: string, name: string, inner = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`
const use = (id: string) => `<w:pStyle w:val="${id}"/>`

test('headings take their level from the style name, its outline level, what it is based on, or the paragraph itself', async () => {
  const styles = [
    style('1', 'heading 1'),
    style('a5', '章标题', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    style('a6', '自定义', '<w:basedOn w:val="a5"/>'),
    style('loop', '循环', '<w:basedOn w:val="loop"/>'),
  ].join('')
  const body = [
    paragraph('园区概况', use('1')),
    paragraph('地理位置', use('a5')),
    paragraph('管理机构', use('a6')),
    paragraph('面积', '<w:outlineLvl w:val="2"/>'),
    paragraph('不是标题', `${use('1')}<w:outlineLvl w:val="9"/>`),
    paragraph('正文。', use('loop')),
  ].join('')
  const parsed = await parseBytes(makeDocx(body, { styles }))
  expect(outline(parsed)).toEqual([
    'heading1: 园区概况',
    'heading2: 地理位置',
    'heading2: 管理机构',
    'heading3: 面积',
    'paragraph: 不是标题',
    'paragraph: 正文。',
  ])
})

test('without styles, short numbered lines that stand out are headings, and sentences are not', async () => {
  const bold = (text: string) => paragraph(run(text, '<w:b/>'))
  const body = [
    paragraph('第一章 总论'),
    bold('1.1 园区概况'),
    paragraph('1.1 园区概况正文，同样的编号但没有加粗'),
    paragraph('一、基本情况'),
    paragraph('（一）完成工业增加值356.42亿元，同比增长8.5%；'),
    bold('356.42'),
    paragraph(run('（二）指标完成情况', '<w:rFonts w:eastAsia="楷体"/>')),
    paragraph(run('正文用仿宋书写，篇幅最长，因此它的字体就是正文字体。', '<w:rFonts w:eastAsia="仿宋"/>')),
  ].join('')
  expect(outline(await parseBytes(makeDocx(body)))).toEqual([
    'heading1: 第一章 总论',
    'heading2: 1.1 园区概况',
    'paragraph: 1.1 园区概况正文，同样的编号但没有加粗',
    'heading1: 一、基本情况',
    'paragraph: （一）完成工业增加值356.42亿元，同比增长8.5%；',
    'paragraph: 356.42',
    'heading2: （二）指标完成情况',
    'paragraph: 正文用仿宋书写，篇幅最长，因此它的字体就是正文字体。',
  ])
})

test('the title is the lines in the largest type of the cover, and a table of contents is not read twice', async () => {
  const large = (text: string) => paragraph(run(text, '<w:sz w:val="52"/>'), '<w:jc w:val="center"/>')
  const styles = `${style('toc1', 'toc 1')}${style('1', 'heading 1')}`
  const body = [
    large('某某经济技术开发区'),
    large('验收报告'),
    paragraph('二〇二三年四月'),
    paragraph('一、概况 1', use('toc1')),
    paragraph('一、概况', use('1')),
  ]
  const parsed = await parseBytes(makeDocx(body.join(''), { styles }))
  expect(parsed.title).toBe('某某经济技术开发区验收报告')
  expect(outline(parsed).filter((line) => line.includes('一、概况'))).toEqual(['heading1: 一、概况'])
})
