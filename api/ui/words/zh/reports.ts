export const reports = {
  which: '哪一次提交',
  of: '第 {number} 次提交，核查于 {time}',
  names: { docx: '核查意见（Word）', xlsx: '发现与数值明细（Excel）', html: '完整报告（网页，可打印）', json: '机器可读结果（JSON）' },
  leads: {
    docx: '按第十七条分章，可继续编辑。',
    xlsx: '发现、数值、判定、各项核查，带筛选。',
    html: '每条发现附原件截图；用浏览器打印即得 PDF。',
    json: '供其他程序读取，字段稳定。',
  },
  open: '打开',
  download: '下载',
  making: '正在生成…',
}
export const overview = {
  passed: '一致',
  skipped: '未查',
  reviewedAt: '核查于',
  chapters: '各章核查情况',
  chaptersLead: '没有发现不等于都正确：看“一致”多少、“未查”多少',
  chapter: '章',
  findings: '发现',
  open: '待处理',
  checks: '核查项',
  notChecked: '为什么没查',
  allChecked: '该查的都查了。',
  editions: '所依据的版本',
}
