export const help = `园核 ecopark：生态工业园区申报与验收材料预审

用法
  npx ecopark review 材料文件夹 --out 结果文件夹 [选项]

  读取文件夹（含子文件夹）中的 PDF、Word、Excel 等材料，核对各处数值、公式、标准限值和规划目标，
  在结果文件夹写出 report.html（供阅读、打印）、report.docx（核查意见）、report.xlsx（明细）和 report.json。
  文件夹中可放 dossier.json 指明园区、阶段和各文件的类型；没有时从材料自身识别。

  npx ecopark survey 文件夹 --out 结果文件夹 [选项]

  文件夹中每个子文件夹为一个园区的材料：逐个核查，并写出 survey.html 和 survey.json，
  列出各园区验收条件是否成熟、缺什么，以及 2019 年调研所见的三类问题。

  npx ecopark compare 整改前结果 整改后结果 [--json] [--out 文件夹]

  对照两次核查：哪些发现已经整改、仍然存在、新出现或未能确认，哪些数值未经要求而改动。
  给出 --out 时另写 compare.html 和 compare.json。

  npx ecopark explain 结果/report.json 编号

  逐步写出一个发现（x1）或数值（f12）的由来：印刷、单位、换算、公式与代入、判定，每一步都有出处。

选项
  --out 文件夹          结果写到哪里（没有则新建）
  --quiet               不显示进度
  --json                进度以 JSON 行写到标准输出，供程序读取
  --fail-on 级别        发现 error（或 warning 及以上）时以 1 退出
  --standard 版本       按此版本标准核查，默认取获批时施行的版本
  --regulation 版本     按此版本管理办法核查
  --version             版本号
  --help                本说明

退出码
  0  核查完成（无论发现多少问题）
  1  核查完成，且有 --fail-on 所指级别的发现
  2  未能核查：参数有误、没有此文件夹，或没有可读的文件
`
