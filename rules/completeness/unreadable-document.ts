import { filesOf, type ReadFile } from '../../schemas/files-of.ts'
import { defineRule, failed, passed, type Target } from '../define-rule.ts'

const baseName = (file: string) => file.split(/[\\/]/).at(-1) ?? file

/** "第3、5页", or nothing where the problem has no page. */
function pagesOf({ problems }: ReadFile): string {
  const pages = [...new Set(problems.flatMap(({ page }) => (page === null ? [] : [page])))].sort((a, b) => a - b)
  const shown = pages.slice(0, 10).join('、')
  return pages.length === 0 ? '' : `第${shown}${pages.length > 10 ? '等' : ''}页`
}

export default defineRule<Target & { document: ReadFile }>({
  id: 'completeness/unreadable-document',
  severity: 'error',
  article: '17(5)',
  summary: 'Every file of the dossier could be read in full.',
  title: '提交的文件能否完整读取',

  given: (dossier) =>
    dossier.documents.flatMap(filesOf).map((document) => ({ subject: baseName(document.file), year: null, facts: [], document })),
  check: ({ document }) => {
    if (document.status === 'parsed') return passed
    const reasons = [...new Set(document.problems.map(({ message }) => message.replace(/[。.]$/, '')))].slice(0, 3).join('；') || '原因不明'
    const message =
      document.status === 'failed'
        ? `文件${document.file}无法读取：${reasons}。`
        : `文件${document.file}${pagesOf(document) || '有部分内容'}未能读取：${reasons}。`
    return failed({
      message,
      expected: '可完整读取',
      actual: document.status === 'failed' ? '无法读取' : `${pagesOf(document) || '部分'}未能读取`,
    })
  },
})
