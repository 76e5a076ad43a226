import { describe, expect, test } from 'vitest'
import { groupPages, nameTogether } from '../../workers/group-pages.ts'

const together = (...names: string[]) => groupPages(names.map((name) => ({ name }))).map((group) => group.map(({ name }) => name))

describe('pictures that lie together in a folder', () => {
  test('are the pages of one document where their names say nothing, in the order of their numbers', () => {
    expect(together('照片/IMG_10.jpg', '照片/IMG_9.jpg', '照片/IMG_2.JPG')).toEqual([
      ['照片/IMG_2.JPG', '照片/IMG_9.jpg', '照片/IMG_10.jpg'],
    ])
    expect(together('第十一页.png', '第二页.png', '第一页.png')).toEqual([['第一页.png', '第二页.png', '第十一页.png']])
    expect(together('扫描件 (2).jpg', '扫描件.jpg', '扫描件 (10).jpg')).toEqual([['扫描件.jpg', '扫描件 (2).jpg', '扫描件 (10).jpg']])
  })

  test('are one document where their names differ in the page only, its cover first', () => {
    expect(together('验收报告-1.jpg', '验收报告-2.jpg', '验收报告.pdf')).toEqual([['验收报告-1.jpg', '验收报告-2.jpg'], ['验收报告.pdf']])
    expect(together('甲/1.jpg', '甲/2.jpg', '甲/封面.jpg')).toEqual([['甲/封面.jpg', '甲/1.jpg', '甲/2.jpg']])
  })

  test('stay apart where their names name different things, years or attachments, or they lie in different folders', () => {
    expect(together('排污许可证.jpg', '营业执照.jpg')).toHaveLength(2)
    expect(together('2019年度报告.jpg', '2020年度报告.jpg')).toHaveLength(2)
    expect(together('2019年度报告_1.jpg', '2019年度报告_2.jpg', '2020年度报告_1.jpg')).toHaveLength(2)
    expect(together('附件1.jpg', '附件2.jpg')).toHaveLength(2)
    expect(together('甲/1.jpg', '乙/2.jpg')).toHaveLength(2)
    expect(together('1.pdf', '2.pdf')).toHaveLength(2)
  })

  test('follow what was said beforehand: different roles part them, a named folder joins them', () => {
    const said = (role: string) => ({ role })
    const files = [
      { name: '甲/1.jpg', said: said('plan') },
      { name: '甲/2.jpg', said: said('other') },
    ]
    expect(groupPages(files)).toHaveLength(2)
    expect(groupPages([{ name: '甲/总表.jpg' }, { name: '甲/说明.jpg' }], (folder) => folder === '甲')).toHaveLength(1)
  })

  test('are called by what their names or their folder say', () => {
    expect(nameTogether('2020年度报告/IMG_1.jpg')).toBe('2020年度报告')
    expect(nameTogether('验收报告-1.jpg')).toBe('验收报告')
  })
})
